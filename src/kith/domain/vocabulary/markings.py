"""How widely a paper, an agenda item or a record may be read."""

from __future__ import annotations

from enum import StrEnum


class Marking(StrEnum):
    """The tiers of one agenda, from the widest circle of readers to the narrowest."""

    PUBLIC = "PUBLIC"
    PARTNER = "PARTNER"
    EXECUTIVE = "EXECUTIVE"
    RESTRICTED = "RESTRICTED"


WIDEST_FIRST = tuple(Marking)

WORDS = {
    Marking.PUBLIC: "Public",
    Marking.PARTNER: "Partners: Official",
    Marking.EXECUTIVE: "Executive: Official",
    Marking.RESTRICTED: "Restricted: Official-Sensitive",
}
"""What a reader sees beside a paper."""


def up_to(marking: Marking) -> tuple[Marking, ...]:
    """The markings that a reader cleared for this one may read."""
    return WIDEST_FIRST[: WIDEST_FIRST.index(marking) + 1]
