"""Every read of explorations. The viewer comes first, always."""

from __future__ import annotations

from kith.web.explorations.queries.answers import (
    answer_to,
    areas_to_ask,
    exploration,
    organisation_names,
    visible_explorations,
)
from kith.web.explorations.queries.offers import on_offer
from kith.web.explorations.queries.rows import OpenRows, open_rows, opening, openings


__all__ = [
    "OpenRows",
    "answer_to",
    "areas_to_ask",
    "exploration",
    "on_offer",
    "open_rows",
    "opening",
    "openings",
    "organisation_names",
    "visible_explorations",
]
