"""What the example's returns must come to, and the proportions they are drawn in.

The totals are the only given numbers. What ``journeys`` does not name follows by
subtraction, so that a target moved by one moves what is drawn by one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kith.domain.vocabulary.periods import Period


if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


@dataclass(frozen=True)
class Totals:
    """What the engine must count: one field a figure, named as its measure."""

    referrals: int
    re_referrals: int
    strategy_discussions: int
    children_on_protection_plans: int
    care_leavers_served: int
    children_looked_after: int
    initial_conferences: int
    children_in_need: int
    domestic_abuse_notifications: int
    children_population: int
    ehc_plans_open: int
    lado_referrals: int
    lado_advice: int
    children_with_early_help: int
    children_missing: int
    children_home_educated: int


@dataclass(frozen=True)
class Given:
    """How many take each path; see ``targets.toml`` for what each name means."""

    plans_open_at_start: int
    plans_open_since_before_history: int
    looked_after_at_start: int
    both_at_start: int
    need_only_at_start: int
    second_plans: int
    plans_from_open_cases: int
    care_from_open_plans: int
    care_from_new_plans: int
    care_from_open_cases: int
    unaccompanied: int
    care_again: int
    reopened_open_at_start: int
    reopened_new: int
    nothing_then_opened: int
    history_then_opened: int
    opened_then_nothing: int
    referred_long_before: int
    conferences_pending: int
    history_only_referrals: int
    history_only_plans: int
    history_only_leavers: int
    history_only_early_help: int
    history_only_home_education: int
    history_only_discussions: int
    contacts_without_referral: int
    contacts_without_referral_in_history: int
    missing_episodes: int
    missing_episodes_in_history: int
    domestic_abuse_notifications_in_history: int
    ehc_plans_ended: int
    police_protections: int
    police_protections_in_history: int
    lado_other: int
    lado_record_checks: int
    lado_in_history: int
    missing_from: Mapping[str, int]


@dataclass(frozen=True)
class Paths:
    """How many children take the paths that follow from the totals by subtraction."""

    totals: Totals
    given: Given

    @property
    def plans_from_new_cases(self) -> int:
        """Children new to a plan whose case was opened in the period."""
        return self._new_plans - self.given.plans_from_open_cases

    @property
    def conferences_without_plan(self) -> int:
        """Children conferenced, but not made subject of a plan."""
        plans = self._new_plans + self.given.second_plans
        return self.totals.initial_conferences - plans

    @property
    def care_from_new_cases(self) -> int:
        """Children who entered care from a case opened in the period, unplanned."""
        given = self.given
        return (
            self.totals.children_looked_after
            - given.looked_after_at_start
            - given.care_from_open_plans
            - given.care_from_new_plans
            - given.care_from_open_cases
        )

    @property
    def new_cases(self) -> int:
        """Children whose first case of the period was opened in it."""
        given = self.given
        open_at_start = (
            given.plans_open_at_start
            + given.looked_after_at_start
            - given.both_at_start
            + given.need_only_at_start
        )
        return self.totals.children_in_need - open_at_start

    @property
    def nothing_twice(self) -> int:
        """Children referred twice without further action."""
        given = self.given
        return (
            self.totals.re_referrals
            - self._reopened
            - given.nothing_then_opened
            - given.history_then_opened
            - given.opened_then_nothing
        )

    @property
    def nothing_once(self) -> int:
        """Children referred once without further action, and never else."""
        return (
            self.totals.referrals
            - self.new_cases
            - self._reopened
            - self.given.nothing_then_opened
            - self.given.opened_then_nothing
            - 2 * self.nothing_twice
        )

    @property
    def plain_new_cases(self) -> int:
        """Children with one new case, without conference or care."""
        given = self.given
        return (
            self.new_cases
            - self.plans_from_new_cases
            - self.conferences_without_plan
            - self.care_from_new_cases
            - given.reopened_new
            - given.nothing_then_opened
            - given.history_then_opened
            - given.opened_then_nothing
            - given.referred_long_before
        )

    @property
    def _new_plans(self) -> int:
        return self.totals.children_on_protection_plans - self.given.plans_open_at_start

    @property
    def _reopened(self) -> int:
        return self.given.reopened_open_at_start + self.given.reopened_new

    def check(self) -> None:
        """Refuse totals that leave fewer than none to a path.

        Raises:
            TargetsDoNotFit: names the path.
        """
        for path in _FOLLOWING:
            if getattr(self, path) < 0:
                raise TargetsDoNotFit(f"the targets leave fewer than none to {path}")


_FOLLOWING = (
    "plans_from_new_cases",
    "conferences_without_plan",
    "care_from_new_cases",
    "new_cases",
    "nothing_twice",
    "nothing_once",
    "plain_new_cases",
)


@dataclass(frozen=True)
class Targets:
    """The example's totals, proportions and days."""

    seed: int
    area: str
    period: Period
    history_from: date
    stands_on: date
    totals: Totals
    given: Given
    months: Mapping[str, list[float]]
    sex: Mapping[str, float]
    ethnicity: Mapping[str, float]
    ages: Mapping[str, Mapping[str, float]]
    families: Mapping[str, float]
    percent: Mapping[str, int]

    @property
    def paths(self) -> Paths:
        """The paths whose number follows from the totals."""
        return Paths(self.totals, self.given)


class TargetsDoNotFit(ValueError):  # noqa: N818 (says what has happened)
    """The totals leave fewer than none to some path; the message names it."""


def read_targets(words: Mapping[str, Any]) -> Targets:
    """``targets.toml`` as a value.

    Raises:
        TargetsDoNotFit: the totals leave fewer than none to some path.
    """
    targets = Targets(
        seed=words["seed"],
        area=words["area"],
        period=Period(words["first_day"], words["last_day"]),
        history_from=words["history_from"],
        stands_on=words["stands_on"],
        totals=Totals(**{k: v["count"] for k, v in words["figures"].items()}),
        given=Given(**words["journeys"]),
        months=words["months"],
        sex=words["sex"],
        ethnicity=words["ethnicity"],
        ages=words["ages"],
        families=words["families"],
        percent=words["percent"],
    )
    targets.paths.check()
    return targets
