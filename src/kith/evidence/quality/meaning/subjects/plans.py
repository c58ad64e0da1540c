"""Protection plans and their reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.commands.checks import Severity
from kith.evidence.quality.meaning.check import check
from kith.evidence.quality.meaning.relating import (
    in_reach,
    overlapping,
    same_child,
    touches,
)
from kith.evidence.quality.meaning.timing import (
    after_days,
    after_months,
    numbered,
)


if TYPE_CHECKING:
    import ibis.expr.types as ir

    from kith.evidence.quality.meaning.tables import Tables


_GUIDE = "Working Together 2018 chapter 1"
_REVIEWS = f"{_GUIDE}: first review within three months, later ones within six"
_CENSUS = "Department for Education, children in need census guide"
LIMIT = 15
ADULT = 18


@check(
    "plan_ends_before_start",
    reads=("protection_plans.end_on",),
    severity=Severity.WARN,
    says="A protection plan ends before it starts.",
    remedy="Correct the day it started or ended.",
    source=_CENSUS,
)
def plan_ends_before_start(facts: Tables) -> ir.Table:
    rows = facts.table("protection_plans")
    return rows.filter(rows.end_on < rows.start_on)


@check(
    "plans_overlap",
    reads=("protection_plans",),
    severity=Severity.WARN,
    says="A protection plan starts while an earlier one of the same child goes on.",
    remedy="End the earlier plan, or join the two.",
    source=f"{_CENSUS}: one plan at a time",
)
def plans_overlap(facts: Tables) -> ir.Table:
    return overlapping(facts.table("protection_plans"))


@check(
    "plan_without_conference",
    reads=("protection_plans", "conferences"),
    severity=Severity.WARN,
    says="A protection plan starts with no initial conference in the 15 working days "
    "before it.",
    remedy="Check the conference's date, or whether the plan came from another area.",
    source=_GUIDE,
)
def plan_without_conference(facts: Tables) -> ir.Table:
    rows, met = facts.table("protection_plans"), facts.table("conferences")
    rows = in_reach(rows, met, day="start_on", other_day="held_on", back=21)
    rows = numbered(rows, facts, "start_on", "begun")
    met = numbered(met, facts, "held_on", "held")
    return rows.anti_join(
        met,
        [
            *same_child(rows, met),
            met.held_on <= rows.start_on,
            rows.begun - met.held <= LIMIT,
        ],
    )


@check(
    "previous_plans_too_few",
    reads=("protection_plans.previous_plans",),
    severity=Severity.WARN,
    says="The return gives fewer earlier plans than its own rows show.",
    remedy="Correct the number: repeat plans are counted from it.",
    source="Ofsted, ILACS annex A, list 7: number of previous plans",
)
def previous_plans_too_few(facts: Tables) -> ir.Table:
    rows = facts.table("protection_plans")
    earlier = rows.view()
    pairs = rows.inner_join(
        earlier,
        [
            *same_child(rows, earlier),
            rows.area == earlier.area,
            earlier.start_on < rows.start_on,
        ],
    )
    shown = pairs.group_by("agency", "area", "child", "start_on").agg(
        shown=pairs.count()
    )
    return rows.semi_join(
        shown,
        [
            *same_child(rows, shown),
            rows.area == shown.area,
            rows.start_on == shown.start_on,
            rows.previous_plans < shown.shown,
        ],
    )


@check(
    "review_outside_plan",
    reads=("plan_reviews", "protection_plans"),
    severity=Severity.WARN,
    says="A review conference is held while the child is on no plan, or before the "
    "plan starts.",
    remedy="Correct the date of the review or of the plan.",
    source=_REVIEWS,
)
def review_outside_plan(facts: Tables) -> ir.Table:
    rows, plans = facts.table("plan_reviews"), facts.table("protection_plans")
    rows = in_reach(rows, plans, day="held_on", other_day="start_on")
    return rows.anti_join(
        plans, [*same_child(rows, plans), touches(plans, rows.held_on)]
    )


@check(
    "plan_never_reviewed",
    reads=("protection_plans", "plan_reviews"),
    severity=Severity.WARN,
    says="A protection plan is open, began more than three months ago, and no review "
    "of it is told.",
    remedy="Send the review, or hold it.",
    source=_REVIEWS,
)
def plan_never_reviewed(facts: Tables) -> ir.Table:
    plans, held = facts.table("protection_plans"), facts.table("plan_reviews")
    due = plans.filter(
        plans.end_on.isnull() & (after_months(plans.start_on, 3) < plans.extracted_on)
    )
    return due.anti_join(held, [*same_child(due, held), held.held_on >= due.start_on])


@check(
    "first_review_late",
    reads=("protection_plans", "plan_reviews@ssd"),
    severity=Severity.NOTE,
    says="The first review of a plan is held more than three months after it starts.",
    remedy="See whether the dates are right; if they are, the delay is real.",
    source=_REVIEWS,
)
def first_review_late(facts: Tables) -> ir.Table:
    reviews = _reviews_of_plans(facts)
    first = reviews.group_by("agency", "child", "start_on").agg(
        held_on=reviews.held_on.min()
    )
    rows = facts.table("plan_reviews")
    return rows.semi_join(
        first,
        [
            *same_child(rows, first),
            rows.held_on == first.held_on,
            after_months(first.start_on, 3) < first.held_on,
        ],
    )


@check(
    "later_review_late",
    reads=("protection_plans", "plan_reviews@ssd"),
    severity=Severity.NOTE,
    says="A later review of a plan is held more than six months after the one before.",
    remedy="See whether the dates are right; if they are, the delay is real.",
    source=_REVIEWS,
)
def later_review_late(facts: Tables) -> ir.Table:
    reviews = _reviews_of_plans(facts)
    earlier = reviews.view()
    pairs = reviews.inner_join(
        earlier,
        [
            *same_child(reviews, earlier),
            reviews.start_on == earlier.start_on,
            earlier.held_on < reviews.held_on,
        ],
    )
    before = pairs.group_by("agency", "child", "held_on").agg(
        before=pairs.held_on_right.max()
    )
    rows = facts.table("plan_reviews")
    return rows.semi_join(
        before,
        [
            *same_child(rows, before),
            rows.held_on == before.held_on,
            after_months(before.before, 6) < before.held_on,
        ],
    )


@check(
    "latest_review_long_ago",
    reads=("protection_plans", "plan_reviews"),
    severity=Severity.NOTE,
    says="A protection plan is open, and its latest review was more than six months "
    "before the extract.",
    remedy="Send the latest review, or hold it.",
    source=_REVIEWS,
)
def latest_review_long_ago(facts: Tables) -> ir.Table:
    plans, reviews = facts.table("protection_plans"), facts.table("plan_reviews")
    latest = reviews.group_by("agency", "child").agg(held_on=reviews.held_on.max())
    unended = plans.filter(plans.end_on.isnull())
    return unended.semi_join(
        latest,
        [
            *same_child(unended, latest),
            latest.held_on >= unended.start_on,
            after_months(latest.held_on, 6) < unended.extracted_on,
        ],
    )


@check(
    "review_after_it_was_due",
    reads=("plan_reviews.due_on",),
    severity=Severity.NOTE,
    says="A review conference is held after the day it was due.",
    remedy="See whether the dates are right; if they are, the delay is real.",
    source=_REVIEWS,
)
def review_after_it_was_due(facts: Tables) -> ir.Table:
    rows = facts.table("plan_reviews")
    return rows.filter(rows.held_on > rows.due_on)


@check(
    "plan_longer_than_two_years",
    reads=("protection_plans",),
    severity=Severity.NOTE,
    says="A protection plan lasted, or has been open for, two years or more.",
    remedy="See whether the dates are right; if they are, the plan needs a second look.",
    source="Department for Education, children in need statistics: plans of two years "
    "or more",
)
def plan_longer_than_two_years(facts: Tables) -> ir.Table:
    rows = facts.table("protection_plans")
    until = rows.end_on.fill_null(rows.extracted_on)
    return rows.filter(until >= after_months(rows.start_on, 24))


@check(
    "plan_of_an_adult",
    reads=("protection_plans.born_on",),
    severity=Severity.WARN,
    says="A protection plan goes on after the child's 18th birthday.",
    remedy="End the plan, or correct the date of birth.",
    source="Children Act 1989 s105: a child is under 18",
)
def plan_of_an_adult(facts: Tables) -> ir.Table:
    rows = facts.table("protection_plans")
    until = rows.end_on.fill_null(rows.extracted_on)
    # A plan that ends on the birthday ended in time.
    return rows.filter(until > after_months(rows.born_on, ADULT * 12))


@check(
    "plan_without_category",
    reads=("protection_plans",),
    severity=Severity.WARN,
    says="A protection plan has no category of abuse.",
    remedy="Record the category that the conference decided.",
    source=f"{_CENSUS}: initial and latest category",
)
def plan_without_category(facts: Tables) -> ir.Table:
    rows = facts.table("protection_plans")
    return rows.filter(rows.initial_category.isnull() & rows.latest_category.isnull())


@check(
    "plan_of_several_categories",
    reads=("protection_plans.latest_category",),
    severity=Severity.NOTE,
    says="A protection plan's latest category is 'multiple'.",
    remedy="Where one category is the main one, record that.",
    source=f"{_CENSUS}: MUL, multiple or not recommended",
)
def plan_of_several_categories(facts: Tables) -> ir.Table:
    rows = facts.table("protection_plans")
    return rows.filter(rows.latest_category == "MUL")


@check(
    "plan_without_case",
    reads=("protection_plans", "need_episodes"),
    severity=Severity.WARN,
    says="A protection plan starts on a day when no case of the child is open.",
    remedy="Correct the dates of the plan or of the case.",
    source=f"{_CENSUS}: a plan stands inside an episode of need",
)
def plan_without_case(facts: Tables) -> ir.Table:
    rows, cases = facts.table("protection_plans"), facts.table("need_episodes")
    rows = in_reach(rows, cases, day="start_on", other_day="start_on")
    return rows.anti_join(
        cases, [*same_child(rows, cases), touches(cases, rows.start_on)]
    )


@check(
    "plan_again_within_days",
    reads=("protection_plans.end_on",),
    severity=Severity.NOTE,
    says="A protection plan starts within 28 days after an earlier one ended.",
    remedy="See whether the plan really ended, or was recorded twice.",
    source="Kith's own",
)
def plan_again_within_days(facts: Tables) -> ir.Table:
    rows = facts.table("protection_plans")
    earlier = rows.view()
    return rows.semi_join(
        earlier,
        [
            *same_child(rows, earlier),
            earlier.start_on < rows.start_on,
            earlier.end_on <= rows.start_on,
            after_days(earlier.end_on, 28) >= rows.start_on,
        ],
    )


def _reviews_of_plans(facts: Tables) -> ir.Table:
    # Only the dataset tells every review; Annex A's lists tell the latest one.
    plans, reviews = facts.table("protection_plans"), facts.table("plan_reviews")
    plans = plans.select("agency", "child", "start_on", "end_on")
    told = reviews.filter(reviews.feed == "ssd").select("agency", "child", "held_on")
    return told.inner_join(
        plans, [*same_child(told, plans), touches(plans, told.held_on)]
    ).select("agency", "child", "held_on", "start_on")
