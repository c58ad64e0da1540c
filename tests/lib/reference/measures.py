"""Every measure again, one row at a time, straight from its definition."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from kith.domain.rules.working_days import is_working_day
from kith.domain.vocabulary.periods import Period, months_before
from tests.lib.reference import facts as f


@dataclass(frozen=True)
class Unit:
    """One thing counted: who it is about, and the day an age is taken on."""

    row: f.Row
    day: date
    length: int | None = None


Units = list[Unit]
Answer = tuple[Units, Units | None]
"""What the numerator counts and, for a share, what the denominator counts."""

Reference = Callable[[Sequence[f.Row], Period], Answer]

R = TypeVar("R", bound=f.Row)


def of_kind(rows: Sequence[f.Row], kind: type[R]) -> list[R]:
    return [row for row in rows if type(row) is kind]


def working_days(start: date, end: date) -> int:
    """How many working days after the start, up to and including the end."""
    if end < start:
        return -working_days(end, start)
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(is_working_day(day) for day in days)


def in_time(start: date | None, end: date | None, limit: int) -> bool:
    if start is None or end is None or end < start:
        return False
    return working_days(start, end) <= limit


def is_open(start: date, end: date | None, day: date) -> bool:
    return start <= day and (end is None or end > day)


def flow(kind: type[R], day_of: str, keep: Callable[[R], bool] = bool) -> Reference:
    def count(rows: Sequence[f.Row], days: Period) -> Answer:
        return events(of_kind(rows, kind), day_of, days, keep), None

    return count


def events(
    rows: Sequence[R], day_of: str, days: Period, keep: Callable[[R], bool] = bool
) -> Units:
    return [
        Unit(row, getattr(row, day_of))
        for row in rows
        if row.is_counted and getattr(row, day_of) in days and keep(row)
    ]


def share(
    kind: type[R],
    day_of: str,
    numerator: Callable[[R], bool],
    denominator: Callable[[R], bool] = bool,
) -> Reference:
    def count(rows: Sequence[f.Row], days: Period) -> Answer:
        below = events(of_kind(rows, kind), day_of, days, denominator)
        above = [unit for unit in below if numerator(unit.row)]  # type: ignore[arg-type]  # rows of that kind
        return above, below

    return count


def each_child_once(units: Units, days: Period) -> Units:
    """A child's age is taken at the end of the period."""
    return [
        Unit(row, days.last)
        for row in {unit.row.child: unit.row for unit in units}.values()
    ]


def ever(kind: type[f.Spell] | type[f.ProtectionPlan]) -> Reference:
    def count(rows: Sequence[f.Row], days: Period) -> Answer:
        found = [
            Unit(row, days.last)
            for row in of_kind(rows, kind)
            if row.start_on <= days.last
            and (row.end_on is None or row.end_on >= days.first)
        ]
        return each_child_once(found, days), None

    return count


def open_at_end(
    kind: type[f.Spell] | type[f.ProtectionPlan], *, children: bool = True
) -> Reference:
    def count(rows: Sequence[f.Row], days: Period) -> Answer:
        found = [
            Unit(row, days.last)
            for row in of_kind(rows, kind)
            if is_open(row.start_on, row.end_on, days.last)
        ]
        return (each_child_once(found, days) if children else found), None

    return count


def late_at_end(kind: type[R], late: Callable[[R, date], bool]) -> Reference:
    """The twin of a timeliness: still open, and past the limit, on the last day."""

    def count(rows: Sequence[f.Row], days: Period) -> Answer:
        found = [row for row in of_kind(rows, kind) if late(row, days.last)]
        return [Unit(row, days.last) for row in found], None

    return count


# Referrals and assessments


def referrals_again(rows: Sequence[f.Row], days: Period) -> Answer:
    told = of_kind(rows, f.Referral)

    def is_again(row: f.Referral) -> bool:
        since = months_before(row.referred_on, 12)
        return any(
            (other.area, other.child) == (row.area, row.child)
            and since <= other.referred_on < row.referred_on
            for other in told
        )

    below = events(told, "referred_on", days)
    return [unit for unit in below if is_again(unit.row)], below  # type: ignore[arg-type]  # referrals


def undecided_and_late(row: f.Referral, day: date) -> bool:
    undecided = row.decided_on is None or row.decided_on > day
    return undecided and working_days(row.referred_on, day) > 1


def completed(
    rows: Sequence[f.Row], days: Period, keep: Callable[[f.Assessment], bool] = bool
) -> Units:
    """By the day authorised, where a return that reports that day told it."""
    return [
        Unit(row, row.end_on, working_days(row.start_on, row.end_on))
        for row in of_kind(rows, f.Assessment)
        if row.end_on
        and row.end_on in days
        and row.told_from <= row.end_on <= row.told_to
        and keep(row)
    ]


def assessments_in_time(start_of: str) -> Reference:
    def count(rows: Sequence[f.Row], days: Period) -> Answer:
        below = completed(rows, days, lambda row: getattr(row, start_of) is not None)
        above = [
            unit for unit in below if in_time(getattr(unit.row, start_of), unit.day, 45)
        ]
        return above, below

    return count


def assessment_late(start_of: str) -> Callable[[f.Assessment, date], bool]:
    def late(row: f.Assessment, day: date) -> bool:
        start = getattr(row, start_of)
        still_open = row.end_on is None or row.end_on > day
        return start is not None and still_open and working_days(start, day) > 45

    return late


# Conferences


def initial_in_time(start_of: str) -> Reference:
    return share(
        f.Conference,
        "held_on",
        lambda row: in_time(getattr(row, start_of), row.held_on, 15),
        lambda row: not row.is_transfer_in and getattr(row, start_of) is not None,
    )


def conference_late(start_of: str) -> Callable[[f.Enquiry, date], bool]:
    def late(row: f.Enquiry, day: date) -> bool:
        start = getattr(row, start_of)
        if start is None or row.conference_unnecessary:
            return False
        settled = row.conference_on
        if settled is None and row.conference_unnecessary is None:
            settled = row.ended_on
        still_due = settled is None or settled > day
        return still_due and working_days(start, day) > 15

    return late


# Plans


def plans_again(rows: Sequence[f.Row], days: Period) -> Answer:
    told = of_kind(rows, f.ProtectionPlan)

    def is_again(row: f.ProtectionPlan) -> bool:
        since = months_before(row.start_on, 24)
        return any(
            (other.area, other.child) == (row.area, row.child)
            and other.start_on < row.start_on
            and (other.end_on is None or other.end_on >= since)
            for other in told
        )

    below = events(told, "start_on", days)
    return [unit for unit in below if is_again(unit.row)], below  # type: ignore[arg-type]  # plans


# Missing


def interviewed_in_time(row: f.ReturnInterview) -> bool:
    if row.interviewed_on is None:
        return False
    if row.times_held and row.returned_at and row.interviewed_at:
        return row.interviewed_at <= row.returned_at + timedelta(hours=72)
    return row.interviewed_on <= row.returned_on + timedelta(days=3)


def interview_late(row: f.ReturnInterview, day: date) -> bool:
    if row.accepted is False and row.interviewed_on is None:
        return False
    if row.interviewed_on is not None and row.interviewed_on <= day:
        return False
    if row.times_held and row.returned_at:
        return (row.returned_at + timedelta(hours=72)).date() <= day
    return row.returned_on + timedelta(days=3) < day


def was_offered(row: f.ReturnInterview) -> bool:
    return bool(row.offered)


def was_held(row: f.ReturnInterview) -> bool:
    return row.interviewed_on is not None


def children_missing(rows: Sequence[f.Row], days: Period) -> Answer:
    found = events(of_kind(rows, f.MissingEpisode), "missing_on", days)
    return each_child_once(found, days), None


# Population


def residents(rows: Sequence[f.Row], days: Period) -> int:
    """Ages 0 to 17 by the latest mid-year estimate at or before the last day."""
    told = [
        row
        for row in of_kind(rows, f.People)
        if date(row.year, 6, 30) <= days.last and 0 <= row.age <= 17
    ]
    latest = max((row.year for row in told), default=0)
    return sum(row.persons for row in told if row.year == latest)


def population(rows: Sequence[f.Row], days: Period) -> Answer:
    raise NotImplementedError("counted by residents(): its rows are weights")


_initial = flow(f.Conference, "held_on", lambda row: not row.is_transfer_in)
_held = share(f.ReturnInterview, "returned_on", interviewed_in_time, was_held)

REFERENCE: dict[str, Reference] = {
    "contacts": flow(f.Contact, "contact_on"),
    "referrals": flow(f.Referral, "referred_on"),
    "re_referrals": lambda rows, days: (referrals_again(rows, days)[0], None),
    "re_referral_share": referrals_again,
    "referrals_no_further_action": flow(
        f.Referral, "referred_on", lambda row: bool(row.no_further_action)
    ),
    "referral_no_further_action_share": share(
        f.Referral, "referred_on", lambda row: bool(row.no_further_action)
    ),
    "decision_timeliness": share(
        f.Referral,
        "referred_on",
        lambda row: in_time(row.referred_on, row.decided_on, 1),
    ),
    "decision_timeliness_open_past_limit": late_at_end(f.Referral, undecided_and_late),
    "assessments_completed": lambda rows, days: (completed(rows, days), None),
    "assessment_timeliness": assessments_in_time("start_on"),
    "assessment_timeliness_open_past_limit": late_at_end(
        f.Assessment, assessment_late("start_on")
    ),
    "assessment_timeliness_from_referral": assessments_in_time("referred_on"),
    "assessment_timeliness_from_referral_open_past_limit": late_at_end(
        f.Assessment, assessment_late("referred_on")
    ),
    "median_assessment_working_days": lambda rows, days: (completed(rows, days), None),
    "children_in_need": ever(f.NeedEpisode),
    "children_in_need_at_date": open_at_end(f.NeedEpisode),
    "children_in_need_rate": open_at_end(f.NeedEpisode),
    "children_on_need_plans": ever(f.NeedPlan),
    "early_help_started": flow(f.EarlyHelp, "start_on"),
    "children_with_early_help": ever(f.EarlyHelp),
    "referral_rate": flow(f.Referral, "referred_on"),
    "strategy_discussions": flow(f.StrategyDiscussion, "held_on"),
    "section_47_enquiries": flow(f.Enquiry, "started_on"),
    "section_47_rate": flow(f.Enquiry, "started_on"),
    "initial_conferences": _initial,
    "initial_conference_rate": _initial,
    "transfer_in_conferences": flow(
        f.Conference, "held_on", lambda row: bool(row.is_transfer_in)
    ),
    "conference_timeliness": initial_in_time("strategy_discussion_on"),
    "conference_timeliness_open_past_limit": late_at_end(
        f.Enquiry, conference_late("strategy_discussion_on")
    ),
    "conference_timeliness_from_enquiry": initial_in_time("section_47_started_on"),
    "conference_timeliness_from_enquiry_open_past_limit": late_at_end(
        f.Enquiry, conference_late("started_on")
    ),
    "protection_plans_started": flow(f.ProtectionPlan, "start_on"),
    "children_on_protection_plans": ever(f.ProtectionPlan),
    "protection_plans_at_date": open_at_end(f.ProtectionPlan),
    "protection_plan_rate": open_at_end(f.ProtectionPlan),
    "repeat_plan_share": share(
        f.ProtectionPlan,
        "start_on",
        lambda row: bool(row.previous_plans),
        lambda row: row.previous_plans is not None,
    ),
    "repeat_plan_share_within_two_years": plans_again,
    "children_looked_after": ever(f.CareSpell),
    "children_looked_after_at_date": open_at_end(f.CareSpell),
    "looked_after_rate": open_at_end(f.CareSpell),
    "care_leavers_served": ever(f.CareLeaver),
    "missing_episodes": flow(f.MissingEpisode, "missing_on"),
    "children_missing": children_missing,
    "return_interviews_offered": flow(f.ReturnInterview, "returned_on", was_offered),
    "return_interviews_completed": flow(f.ReturnInterview, "returned_on", was_held),
    "return_interview_timeliness": _held,
    "return_interview_timeliness_of_offered": share(
        f.ReturnInterview, "returned_on", interviewed_in_time, was_offered
    ),
    "return_interview_timeliness_of_ended": share(
        f.ReturnInterview, "returned_on", interviewed_in_time
    ),
    "return_interview_timeliness_open_past_limit": late_at_end(
        f.ReturnInterview, interview_late
    ),
    "domestic_abuse_notifications": flow(f.Notification, "notified_on"),
    "domestic_abuse_notification_rate": flow(f.Notification, "notified_on"),
    "police_protections": flow(f.PoliceProtection, "started_on"),
    "children_home_educated": ever(f.HomeEducation),
    "home_educated_at_date": open_at_end(f.HomeEducation),
    "ehc_plans_open": open_at_end(f.EhcPlan, children=False),
    "lado_referrals": flow(
        f.Allegation, "received_on", lambda row: row.contact_kind == "referral"
    ),
    "lado_advice": flow(
        f.Allegation, "received_on", lambda row: row.contact_kind == "advice"
    ),
    "children_population": population,
}
