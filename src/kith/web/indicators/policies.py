"""Who changes what is counted, and which changes break a series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.permissions import Permission as P


if TYPE_CHECKING:
    from kith.contracts.register import Indicator
    from kith.web.access.viewer import Viewer


NOT_YOURS = "The partnership's analyst keeps the register of indicators."
TAKEN = "This code is taken: choose another, or change the one that has it."
COUNTED = "This code is that of a measure counted from rows: choose another."
NOTHING_CHANGED = "Nothing is changed: the definition stands as it was."
COUNTS_ANEW = (
    "With another unit, kind, numerator or denominator it counts something else: say "
    "from when, and the series breaks there."
)
AFTER_THE_LAST = (
    "It counts something else from a day after {}, when its last version began."
)


def why_not_keep(viewer: Viewer) -> str:
    """Why this viewer cannot change the register."""
    return "" if viewer.may(P.INDICATOR_KEEP) else NOT_YOURS


def why_not_same(before: Indicator, after: Indicator) -> str:
    """Why a change cannot pass as other words for the same count."""
    counted = ("unit", "kind", "numerator", "denominator")
    is_same = all(getattr(before, one) == getattr(after, one) for one in counted)
    return "" if is_same else COUNTS_ANEW
