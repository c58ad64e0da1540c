"""Which editions state a clock: the sets that the clocks' data name."""

from __future__ import annotations

from kith.domain.rules import rulebooks


WT_ALL = tuple(edition.code for edition in rulebooks.WORKING_TOGETHER)
WT_2018 = ("wt-2018",)
WT_SINCE_2023 = ("wt-2023", "wt-2026")
KCSIE_ALL = tuple(edition.code for edition in rulebooks.KCSIE)
CENSUS = ("cin-census",)
LOCAL = ("local",)
