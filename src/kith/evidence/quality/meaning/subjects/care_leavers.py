"""Care leavers: their ages, and what their category says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.commands.checks import Severity
from kith.evidence.quality.meaning.check import check
from kith.evidence.quality.meaning.relating import (
    same_child,
)
from kith.evidence.quality.meaning.timing import (
    age_at,
)


if TYPE_CHECKING:
    import ibis.expr.types as ir

    from kith.evidence.quality.meaning.tables import Tables


_LAW = "Children Act 1989 s23A to s24, schedule 2 paragraph 19B"
YOUNGEST, ADULT, OLDEST = 16, 18, 25


@check(
    "care_leaver_under_16",
    reads=("care_leavers.born_on",),
    severity=Severity.WARN,
    says="A care leaver is under 16 throughout the days the return reports.",
    remedy="Correct the date of birth, or take the row out.",
    source=f"{_LAW}: from 16",
)
def care_leaver_under_16(facts: Tables) -> ir.Table:
    rows = facts.table("care_leavers")
    return rows.filter(age_at(rows.born_on, rows.end_on) < YOUNGEST)


@check(
    "care_leaver_over_25",
    reads=("care_leavers.born_on",),
    severity=Severity.WARN,
    says="A care leaver is 26 or older throughout the days the return reports.",
    remedy="Correct the date of birth, or take the row out.",
    source="Children Act 1989 s23CZB, s23CA: to 25",
)
def care_leaver_over_25(facts: Tables) -> ir.Table:
    rows = facts.table("care_leavers")
    return rows.filter(age_at(rows.born_on, rows.start_on) > OLDEST)


@check(
    "care_leaver_not_in_touch",
    reads=("care_leavers.in_touch",),
    severity=Severity.NOTE,
    says="The council is not in touch with a care leaver.",
    remedy="Nothing in the record, if so: the young person counts as served.",
    source="Department for Education, SSDA903 guide: in touch",
)
def care_leaver_not_in_touch(facts: Tables) -> ir.Table:
    rows = facts.table("care_leavers")
    return rows.filter(~rows.in_touch)


@check(
    "care_leaver_still_in_care",
    reads=("care_leavers.eligibility", "care_spells"),
    severity=Severity.WARN,
    says="A care leaver's category says that care has ended, yet the child is looked "
    "after.",
    remedy="End the period of care, or correct the category.",
    source=f"{_LAW}: relevant, former relevant and qualifying have left care",
)
def care_leaver_still_in_care(facts: Tables) -> ir.Table:
    rows, care = facts.table("care_leavers"), facts.table("care_spells")
    left = rows.filter(
        rows.eligibility.isin(("relevant", "former_relevant", "qualifying"))
    )
    care = care.filter(care.end_on.isnull())
    return left.semi_join(
        care, [*same_child(left, care), care.start_on <= left.start_on]
    )


@check(
    "care_leaver_category_of_a_minor_at_18",
    reads=("care_leavers.eligibility", "care_leavers.born_on"),
    severity=Severity.WARN,
    says="A care leaver is called eligible or relevant, and was 18 before the days the "
    "return reports.",
    remedy="Correct the category: at 18 an eligible or relevant child becomes former "
    "relevant.",
    source=_LAW,
)
def care_leaver_category_of_a_minor_at_18(facts: Tables) -> ir.Table:
    rows = facts.table("care_leavers")
    minor = rows.eligibility.isin(("eligible", "relevant"))
    return rows.filter(minor & (age_at(rows.born_on, rows.start_on) >= ADULT))


@check(
    "former_relevant_under_18",
    reads=("care_leavers.eligibility", "care_leavers.born_on"),
    severity=Severity.WARN,
    says="A care leaver is called former relevant, and is under 18 throughout.",
    remedy="Correct the category or the date of birth.",
    source="Children Act 1989 s23C: former relevant from 18",
)
def former_relevant_under_18(facts: Tables) -> ir.Table:
    rows = facts.table("care_leavers")
    former = rows.eligibility == "former_relevant"
    return rows.filter(former & (age_at(rows.born_on, rows.end_on) < ADULT))
