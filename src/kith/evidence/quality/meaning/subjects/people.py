"""Who a child is: birth, death and age against what is told of the child."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.commands.checks import Severity
from kith.domain.vocabulary.ethnicity import ETHNIC_CODES, EthnicGroup
from kith.domain.vocabulary.sex import Sex
from kith.evidence.quality.meaning.check import ANY_DATED, check
from kith.evidence.quality.meaning.relating import same_child
from kith.evidence.quality.meaning.timing import after_days, age_at


if TYPE_CHECKING:
    import ibis.expr.types as ir

    from kith.evidence.quality.meaning.tables import Tables


PREGNANCY = 294
"""Days: forty-two weeks, the longest a child is expected for."""

OLDEST = 25
"""Services for care leavers and EHC plans run to 25."""

BORN_FIRST = (
    "missing_episodes",
    "home_education",
    "ehc_plans",
    "police_protections",
    "care_leavers",
)
"""What cannot happen to a child who is not born; care has a check of its own."""

AFTER_DEATH = ("care_leavers", "plan_reviews", "return_interviews")
"""Facts dated by a meeting about a child, or by the return itself."""

_NOT_SAID = tuple(
    code for code, group in ETHNIC_CODES.items() if group is EthnicGroup.NOT_KNOWN
)


@check(
    "event_before_pregnancy",
    reads=(ANY_DATED,),
    severity=Severity.WARN,
    says="Something is dated more than 42 weeks before the child's birth or expected date.",
    remedy="Correct the date of birth or the date of the event.",
    source="Kith's own: an unborn child is a real row, a child not yet expected is none",
)
def event_before_pregnancy(facts: Tables) -> ir.Table:
    rows = facts.events
    return rows.filter(rows.day < after_days(rows.born_on, -PREGNANCY))


@check(
    "event_of_an_unborn_child",
    reads=(ANY_DATED,),
    severity=Severity.WARN,
    says="A child goes missing, is educated at home, has an education, health and care "
    "plan, is under police protection or is a care leaver before being born.",
    remedy="Correct the date of birth or the date of the event.",
    source="Kith's own",
)
def event_of_an_unborn_child(facts: Tables) -> ir.Table:
    rows = facts.events
    return rows.filter(rows.fact.isin(BORN_FIRST) & (rows.day < rows.born_on))


@check(
    "older_than_25",
    reads=(ANY_DATED,),
    severity=Severity.WARN,
    says="A person is 26 or older on the day of the event.",
    remedy="Correct the date of birth, or take an adult's record out of the return.",
    source="Children and Families Act 2014 s46; Children Act 1989 s23CZB: to 25",
)
def older_than_25(facts: Tables) -> ir.Table:
    rows = facts.events
    return rows.filter(age_at(rows.born_on, rows.day) > OLDEST)


@check(
    "two_sexes",
    reads=("people.sex",),
    severity=Severity.WARN,
    says="The same child is recorded with two sexes.",
    remedy="Find out which is right, and correct the record at its source.",
    source="Kith's own: breakdowns by sex count a child once",
)
def two_sexes(facts: Tables) -> ir.Table:
    rows = facts.told("people")
    return _told_otherwise(rows.filter(rows.sex != Sex.NOT_KNOWN.value), "sex")


@check(
    "two_dates_of_birth",
    reads=("people.born_on",),
    severity=Severity.WARN,
    says="The same child is recorded with two dates of birth.",
    remedy="Find out which is right, and correct the record at its source. An "
    "expected date that a birth has replaced is not flagged.",
    source="Kith's own: ages and rates stand on the date of birth",
)
def two_dates_of_birth(facts: Tables) -> ir.Table:
    rows = facts.told("people")
    return _told_otherwise(rows.filter(rows.born_on <= rows.extracted_on), "born_on")


@check(
    "two_ethnic_codes",
    reads=("people.ethnicity_code",),
    severity=Severity.NOTE,
    says="The same child is recorded with two ethnic codes.",
    remedy="Ask the child or family which is right; codes that say 'refused' or 'not "
    "yet obtained' are not counted as a second code.",
    source="Kith's own: breakdowns by ethnic group count a child once",
)
def two_ethnic_codes(facts: Tables) -> ir.Table:
    rows = facts.told("people")
    said = rows.filter(rows.ethnicity_code.notin(_NOT_SAID))
    return _told_otherwise(said, "ethnicity_code")


@check(
    "death_before_birth",
    reads=("people.died_on", "people.born_on"),
    severity=Severity.WARN,
    says="A child's death is dated before the birth.",
    remedy="Correct the date of birth or of death.",
    source="Kith's own",
)
def death_before_birth(facts: Tables) -> ir.Table:
    people = facts.table("people")
    return people.filter(people.died_on < people.born_on)


@check(
    "death_after_extract",
    reads=("people.died_on",),
    severity=Severity.WARN,
    says="A child's death is dated after the extract was taken.",
    remedy="Correct the date of death.",
    source="Kith's own",
)
def death_after_extract(facts: Tables) -> ir.Table:
    people = facts.table("people")
    return people.filter(people.died_on > people.extracted_on)


@check(
    "event_after_death",
    reads=("people.died_on", ANY_DATED),
    severity=Severity.WARN,
    says="Something is dated after the child's death.",
    remedy="Correct the date of death or of the event; close what should have closed.",
    source="Kith's own",
)
def event_after_death(facts: Tables) -> ir.Table:
    people = facts.table("people")
    dead = people.filter(people.died_on.notnull())
    rows = facts.events
    rows = rows.filter(rows.fact.notin(AFTER_DEATH))
    return rows.semi_join(dead, [*same_child(rows, dead), rows.day > dead.died_on])


@check(
    "expected_date_far_ahead",
    reads=("people.born_on",),
    severity=Severity.WARN,
    says="A child is expected more than 42 weeks after the extract was taken.",
    remedy="Correct the expected date of birth.",
    source="Kith's own",
)
def expected_date_far_ahead(facts: Tables) -> ir.Table:
    people = facts.told("people")
    return people.filter(people.born_on > after_days(people.extracted_on, PREGNANCY))


@check(
    "birth_not_told",
    reads=("people",),
    severity=Severity.NOTE,
    says="No date of birth is told for the child, so the age is not known.",
    remedy="Record the date of birth, or the expected date of an unborn child.",
    source="Kith's own: the age band 'not known' is always shown",
)
def birth_not_told(facts: Tables) -> ir.Table:
    people = facts.table("people")
    return people.filter(people.born_on.isnull())


@check(
    "age_disagrees_with_birth",
    reads=("annex_a/list_3.age", "annex_a/list_3.born_on"),
    severity=Severity.WARN,
    says="The age given is not one the child can have had when the list was made.",
    remedy="Correct the date of birth, or work the age out again; Kith uses the date.",
    source="Ofsted, ILACS annex A, list 3: age at the extract, referrals of six months",
)
def age_disagrees_with_birth(facts: Tables) -> ir.Table:
    rows = facts.typed("annex_a/list_3")
    # The list was made on or after its latest referral, and within half a year of it.
    ends = rows.group_by(rows.sheet_number.name("list")).agg(
        latest=rows.referred_on.max()
    )
    dated = rows.inner_join(ends, rows.sheet_number == ends["list"])
    youngest = age_at(dated.born_on, dated.latest)
    oldest = age_at(dated.born_on, after_days(dated.latest, 183).cast("date"))
    given = dated.age.floor()
    # An unborn child's age is written as nothing, as nought or below it.
    return dated.filter(
        ((given < youngest) | (given > oldest))
        & ~((dated.born_on > dated.latest) & (given <= 0))
    )


def _told_otherwise(rows: ir.Table, column: str) -> ir.Table:
    other = rows.view()
    pairs = [*same_child(rows, other), rows[column] != other[column]]
    return rows.semi_join(other, pairs)
