"""What two definitions of one thing have to do with each other."""

from __future__ import annotations

from enum import StrEnum


class Definition(StrEnum):
    """Whether somebody else's number counts what ours counts."""

    AGREED = "AGREED"
    DIFFERS = "DIFFERS"
    NOT_HELD = "NOT_HELD"


DEFINITION_WORDS = {
    Definition.AGREED: "The same definition",
    Definition.DIFFERS: "Differs",
    Definition.NOT_HELD: "Not held",
}
"""Each in words."""
