"""The ladder that a professional disagreement climbs, and how long each rung has.

The order is the usual one of published local procedures. The limits are local, commonly
1 to 5 working days a rung (`clocks.audits.DISAGREEMENT_ESCALATION` states the doubt):
the ones here are starting values that an area replaces with its own procedure's.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from kith.domain.rules.working_days import add_working_days


if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


SHORTEST, LONGEST = 1, 5
"""Working days between which published local limits lie."""


class Rung(StrEnum):
    """Who is asked, from the closest to the child's work to the furthest."""

    PRACTITIONER = "PRACTITIONER"
    LINE_MANAGER = "LINE_MANAGER"
    SAFEGUARDING_LEAD = "SAFEGUARDING_LEAD"
    HEAD_OF_SERVICE = "HEAD_OF_SERVICE"
    DELEGATED_PARTNERS = "DELEGATED_PARTNERS"
    SCRUTINEER = "SCRUTINEER"


LADDER = tuple(Rung)

RUNG_WORDS = {
    Rung.PRACTITIONER: "Practitioner to practitioner",
    Rung.LINE_MANAGER: "Line managers",
    Rung.SAFEGUARDING_LEAD: "Safeguarding leads and named professionals",
    Rung.HEAD_OF_SERVICE: "Heads of service",
    Rung.DELEGATED_PARTNERS: "Delegated safeguarding partners",
    Rung.SCRUTINEER: "Independent scrutineer's advice",
}

RUNG_DAYS: Mapping[Rung, int] = {
    Rung.PRACTITIONER: 1,
    Rung.LINE_MANAGER: 2,
    Rung.SAFEGUARDING_LEAD: 3,
    Rung.HEAD_OF_SERVICE: 5,
    Rung.DELEGATED_PARTNERS: 5,
    Rung.SCRUTINEER: 5,
}
"""Working days for the reply at each rung. Local, to be settled."""

DOUBT = (
    "Limits differ by area and by rung. These are starting values: take the area's own "
    "procedure."
)


def rung_due_on(
    reached_on: date, rung: Rung, days: Mapping[Rung, int] = RUNG_DAYS
) -> date:
    """The last working day on which a reply at the rung is in time."""
    return add_working_days(reached_on, days[rung])


def next_rung(rung: Rung) -> Rung | None:
    """The rung above; None from the last, whose advice ends the ladder."""
    place = LADDER.index(rung)
    return LADDER[place + 1] if place + 1 < len(LADDER) else None
