"""What social workers do with a case: refer, open, assess, conference, close."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kith.domain.rules.working_days import add_working_days, subtract_working_days
from kith.evidence.invent.records import (
    Assessment,
    Case,
    Contact,
    Discussion,
    Plan,
    Referral,
)


if TYPE_CHECKING:
    from collections.abc import Sequence

    from kith.evidence.invent.children import Child
    from kith.evidence.invent.world import Family, Pen


ASSESSMENT_LIMIT = 45
CONFERENCE_LIMIT = 15

SOURCES = {
    "1A": 7, "1B": 3, "1C": 1, "1D": 2, "2A": 23, "2B": 2, "3A": 3, "3B": 4,
    "3C": 1, "3D": 2, "3E": 4, "3F": 4, "4": 2, "5A": 4, "5B": 3, "5C": 2,
    "6": 27, "7": 3, "8": 3, "9": 3, "10": 1,
}  # fmt: skip
SCHOOLS_SHUT = (date(2020, 3, 23), date(2020, 8, 31))
"""Schools refer little while they are shut and in the summer that followed."""

NEEDS = {"N1": 52, "N2": 9, "N3": 6, "N4": 10, "N5": 14, "N6": 4, "N7": 1, "N8": 2}
CATEGORIES = {"Neglect": 44, "Emotional abuse": 37, "Physical abuse": 10,
              "Sexual abuse": 6, "Multiple": 3}  # fmt: skip


@dataclass(frozen=True)
class CaseWork:
    """Does the work, and writes it into the world."""

    pen: Pen

    def source(self, on: date) -> str:
        """Who makes contact on a day."""
        shut = SCHOOLS_SHUT[0] <= on <= SCHOOLS_SHUT[1]
        weights: dict[str, float] = dict(SOURCES)
        if shut:
            weights["2A"] /= 6
        return self.pen.one_of(weights)

    def refer(
        self, children: Sequence[Child], on: date, *, no_further_action: bool
    ) -> str:
        """The children are referred, each after a contact; gives the source."""
        world = self.pen.world
        source = self.source(on)
        asked = on
        if self.pen.rng.random() < 0.3:
            asked = subtract_working_days(on, self.pen.rng.randint(1, 2))
        for child in children:
            world.contacts.append(Contact(child, asked, source))
            world.referrals.append(Referral(child, on, source, no_further_action))
        return source

    def open(self, children: Sequence[Child], on: date) -> Family:
        """The children are referred, and a case is opened for each."""
        source = self.refer(children, on, no_further_action=False)
        need = self.pen.one_of(NEEDS)
        family = [Case(child, on, need, source) for child in children]
        self.pen.world.families.append(family)
        return family

    def assess(
        self, family: Family, *, most: int | None = None, support: bool | None = None
    ) -> tuple[date, bool]:
        """Each child is assessed; gives the day of authorisation and the outcome."""
        rng = self.pen.rng
        start = family[0].opened_on
        if rng.random() < 0.4:
            start = add_working_days(start, rng.randint(1, 3))
        lasts = self._working_days_of_assessment()
        ends = add_working_days(start, min(lasts, most or lasts))
        supported = self.pen.happens("support_required") if support is None else support
        self.pen.world.assessments += [
            Assessment(case.child, start, ends, supported) for case in family
        ]
        return ends, supported

    def _working_days_of_assessment(self) -> int:
        rng = self.pen.rng
        if self.pen.happens("assessments_in_time"):
            return round(rng.triangular(8, ASSESSMENT_LIMIT, 40))
        return round(rng.triangular(ASSESSMENT_LIMIT + 1, 95, 52))

    def close(self, family: Family, on: date) -> None:
        """The cases close, each on its child's eighteenth birthday at the latest."""
        for case in family:
            case.closed_on = min(on, case.child.birthday(18))

    def discuss_before(self, conference_on: date, *, not_before: date) -> date:
        """The strategy discussion that a conference goes back to."""
        rng = self.pen.rng
        if self.pen.happens("conferences_in_time"):
            days = rng.randint(8, CONFERENCE_LIMIT)
        else:
            days = rng.randint(CONFERENCE_LIMIT + 1, 29)
        return max(subtract_working_days(conference_on, days), not_before)

    def conference(
        self, family: Family, on: date, *, discussed_on: date, plan: bool
    ) -> None:
        """An initial conference is held on each child; a plan starts where agreed."""
        self.pen.world.discussions += [
            Discussion(case.child, discussed_on, conference_on=on, led_to_plan=plan)
            for case in family
        ]
        if plan:
            self.start_plans(family, on)

    def start_plans(self, family: Family, on: date) -> None:
        """A plan starts for each child, and lasts months."""
        rng = self.pen.rng
        category = self.pen.one_of(CATEGORIES)
        previous = int(self.pen.happens("previous_plan"))
        lasts = timedelta(days=round(rng.triangular(90, 720, 340)))
        changed = rng.random() < 0.08
        latest = self.pen.one_of(CATEGORIES) if changed else category
        for case in family:
            before = max([previous, *(plan.previous + 1 for plan in case.plans)])
            case.plans.append(
                Plan(case.child, on, on + lasts, category, latest, before)
            )
