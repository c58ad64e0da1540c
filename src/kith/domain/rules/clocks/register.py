"""Every clock by name, and the duties that have no number of days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.domain.rules.clocks.allegations import ALLEGATION_CLOCKS
from kith.domain.rules.clocks.audits import AUDIT_CLOCKS
from kith.domain.rules.clocks.child_deaths import CHILD_DEATH_CLOCKS
from kith.domain.rules.clocks.information_rights import INFORMATION_CLOCKS
from kith.domain.rules.clocks.inspections import INSPECTION_CLOCKS
from kith.domain.rules.clocks.missing_and_schools import MISSING_AND_SCHOOL_CLOCKS
from kith.domain.rules.clocks.protection import PROTECTION_CLOCKS
from kith.domain.rules.clocks.reviews import REVIEW_CLOCKS
from kith.domain.rules.clocks.yearly_report import YEARLY_REPORT_CLOCKS


if TYPE_CHECKING:
    from kith.domain.rules.clocks.clock import Clock


class UnknownClock(LookupError):  # noqa: N818 (says what has happened)
    """No clock has this name."""


CLOCKS: dict[str, Clock] = {
    clock.name: clock
    for clock in (
        *REVIEW_CLOCKS,
        *PROTECTION_CLOCKS,
        *ALLEGATION_CLOCKS,
        *CHILD_DEATH_CLOCKS,
        *MISSING_AND_SCHOOL_CLOCKS,
        *INSPECTION_CLOCKS,
        *YEARLY_REPORT_CLOCKS,
        *AUDIT_CLOCKS,
        *INFORMATION_CLOCKS,
    )
}
"""In the order they are listed."""


def clock_named(name: str) -> Clock:
    """The clock of this name."""
    try:
        return CLOCKS[name]
    except KeyError as absent:
        raise UnknownClock(name) from absent


@dataclass(frozen=True)
class UntimedDuty:
    """A duty whose limit is a word, not a number: no date can be computed."""

    duty: str
    when: str
    source: str


UNTIMED_DUTIES = (
    UntimedDuty(
        "Tell the Panel, the Department and Ofsted of a decision to hold a local "
        "review, and the reviewer's name",
        "promptly",
        "Child Safeguarding Practice Review and Relevant Agency (England) "
        "Regulations 2018",
    ),
    UntimedDuty(
        "Tell the Panel and the Department why a review is delayed",
        "when the delay is known",
        "Working Together",
    ),
    UntimedDuty(
        "Refer a person removed from work with children to the Disclosure and "
        "Barring Service",
        "as soon as possible once they are removed and the harm test is met",
        "Safeguarding Vulnerable Groups Act 2006",
    ),
    UntimedDuty(
        "Start a joint agency response to a child's death",
        "immediately",
        "Child Death Review Statutory and Operational Guidance 2018",
    ),
    UntimedDuty(
        "Tell the school of a domestic abuse incident (Operation Encompass)",
        "before the next school day, which needs the school's own calendar",
        "Operation Encompass",
    ),
)
