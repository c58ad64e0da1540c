"""Education, health and care plans; children educated at home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.commands.checks import Severity
from kith.evidence.quality.meaning.check import check
from kith.evidence.quality.meaning.relating import (
    open_on,
    overlapping,
    same_child,
)
from kith.evidence.quality.meaning.timing import (
    after_months,
    age_at,
    days,
)


if TYPE_CHECKING:
    import ibis.expr.types as ir

    from kith.evidence.quality.meaning.tables import Tables


_SEND = "Special Educational Needs and Disability Regulations 2014"
_HOME = "Education Act 1996 s7, s8: compulsory school age"
OLDEST = 25
SCHOOL_FROM, SCHOOL_TO = 5, 16


@check(
    "ehc_plan_over_25",
    reads=("ehc_plans.born_on",),
    severity=Severity.WARN,
    says="An education, health and care plan goes on for a person of 26 or older.",
    remedy="End the plan, or correct the date of birth.",
    source="Children and Families Act 2014 s46: to 25, or the end of that academic year",
)
def ehc_plan_over_25(facts: Tables) -> ir.Table:
    rows = facts.table("ehc_plans")
    until = rows.end_on.fill_null(rows.extracted_on)
    # The academic year may carry a plan past the 26th birthday by a year at most.
    return rows.filter(age_at(rows.born_on, until) > OLDEST + 1)


@check(
    "ehc_plan_ends_before_start",
    reads=("ehc_plans.end_on",),
    severity=Severity.WARN,
    says="An education, health and care plan ends before it is issued.",
    remedy="Correct the day it was issued or ceased.",
    source=_SEND,
)
def ehc_plan_ends_before_start(facts: Tables) -> ir.Table:
    rows = facts.table("ehc_plans")
    return rows.filter(rows.end_on < rows.start_on)


@check(
    "ehc_request_after_issue",
    reads=("ehc_plans.requested_on",),
    severity=Severity.WARN,
    says="A plan is issued before its assessment was requested.",
    remedy="Correct the day of the request or of the issue.",
    source=_SEND,
)
def ehc_request_after_issue(facts: Tables) -> ir.Table:
    rows = facts.table("ehc_plans")
    return rows.filter(rows.requested_on > rows.start_on)


@check(
    "ehc_plan_issued_at_once",
    reads=("ehc_plans.requested_on",),
    severity=Severity.WARN,
    says="A plan is issued within two weeks of the request for its assessment.",
    remedy="Correct the day of the request or of the issue.",
    source=f"{_SEND} reg 13: the draft alone is open for comment for 15 days",
)
def ehc_plan_issued_at_once(facts: Tables) -> ir.Table:
    rows = facts.table("ehc_plans")
    return rows.filter(days(rows.start_on, rows.requested_on).between(0, 13))


@check(
    "ehc_plan_issued_after_a_year",
    reads=("ehc_plans.requested_on",),
    severity=Severity.NOTE,
    says="A plan is issued more than a year after the request for its assessment.",
    remedy="See whether the dates are right, and belong to one request.",
    source=f"{_SEND} reg 13: within 20 weeks",
)
def ehc_plan_issued_after_a_year(facts: Tables) -> ir.Table:
    rows = facts.table("ehc_plans")
    return rows.filter(rows.start_on > after_months(rows.requested_on, 12))


@check(
    "ehc_plans_overlap",
    reads=("ehc_plans",),
    severity=Severity.WARN,
    says="A plan is issued while an earlier one of the same child is in force.",
    remedy="End the earlier plan; an amended plan is not a new one.",
    source=_SEND,
)
def ehc_plans_overlap(facts: Tables) -> ir.Table:
    return overlapping(facts.table("ehc_plans"))


@check(
    "home_education_ends_before_start",
    reads=("home_education.end_on",),
    severity=Severity.WARN,
    says="Education at home ends before it starts.",
    remedy="Correct the day it started or ended.",
    source="Kith's own",
)
def home_education_ends_before_start(facts: Tables) -> ir.Table:
    rows = facts.table("home_education")
    return rows.filter(rows.end_on < rows.start_on)


@check(
    "home_education_overlaps",
    reads=("home_education",),
    severity=Severity.WARN,
    says="Education at home starts while an earlier spell of the same child goes on.",
    remedy="End the earlier spell, or join the two.",
    source="Kith's own",
)
def home_education_overlaps(facts: Tables) -> ir.Table:
    return overlapping(facts.table("home_education"))


@check(
    "home_educated_before_school_age",
    reads=("home_education.born_on",),
    severity=Severity.WARN,
    says="A child educated at home is under 5 until the spell ends, or at the extract.",
    remedy="Correct the date of birth, or take the row out.",
    source=_HOME,
)
def home_educated_before_school_age(facts: Tables) -> ir.Table:
    rows = facts.table("home_education")
    until = rows.end_on.fill_null(rows.extracted_on)
    return rows.filter(age_at(rows.born_on, until) < SCHOOL_FROM)


@check(
    "home_educated_after_school_age",
    reads=("home_education.born_on",),
    severity=Severity.WARN,
    says="Education at home goes on when the child is 17 or older.",
    remedy="End the spell, or correct the date of birth.",
    source=f"{_HOME}, to the last Friday in June of the year of 16",
)
def home_educated_after_school_age(facts: Tables) -> ir.Table:
    rows = facts.table("home_education")
    until = rows.end_on.fill_null(rows.extracted_on)
    return rows.filter(age_at(rows.born_on, until) > SCHOOL_TO)


@check(
    "home_educated_while_looked_after",
    reads=("home_education", "care_spells"),
    severity=Severity.NOTE,
    says="A child begins to be educated at home while looked after.",
    remedy="See whether both are so; if not, correct one.",
    source="Kith's own",
)
def home_educated_while_looked_after(facts: Tables) -> ir.Table:
    rows, care = facts.table("home_education"), facts.table("care_spells")
    return rows.semi_join(care, [*same_child(rows, care), open_on(care, rows.start_on)])
