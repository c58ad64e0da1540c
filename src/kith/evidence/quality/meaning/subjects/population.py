"""Population estimates: no gap in years or ages, and sums that agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.commands.checks import Severity
from kith.evidence.quality.meaning.check import check


if TYPE_CHECKING:
    import ibis.expr.types as ir

    from kith.evidence.quality.meaning.tables import Tables


_ONS = "Office for National Statistics, mid-year population estimates"
CHILDHOOD = 18
FAR_IN_100 = 5
JUMP_IN_100 = 10


@check(
    "population_year_missing",
    reads=("population",),
    severity=Severity.WARN,
    says="The estimates skip the year before this one.",
    remedy="Send the missing year: a rate uses the latest estimate at or before it.",
    source=_ONS,
)
def population_year_missing(facts: Tables) -> ir.Table:
    rows = facts.table("population")
    rows = rows.filter(rows.basis == "mid_year")
    first = rows.group_by(area_held="area").agg(first=rows.year.min())
    later = rows.semi_join(
        first, [rows.area == first.area_held, rows.year > first["first"]]
    )
    before = rows.view()
    gap = later.anti_join(
        before, [later.area == before.area, later.year - 1 == before.year]
    )
    return _first_row(gap, "area", "year")


@check(
    "population_age_missing",
    reads=("population",),
    severity=Severity.WARN,
    says="An estimate lacks an age between 0 and 17.",
    remedy="Send every single year of age: a rate sums ages 0 to 17.",
    source=_ONS,
)
def population_age_missing(facts: Tables) -> ir.Table:
    rows = facts.table("population")
    rows = rows.filter(rows.age.between(0, CHILDHOOD - 1))
    group = ("area", "year", "basis", "sex", "ethnicity")
    held = rows.group_by(*group).agg(ages=rows.age.nunique())
    short = held.filter(held.ages < CHILDHOOD)
    return _first_row(rows.semi_join(short, group), *group)


@check(
    "population_negative",
    reads=("population",),
    severity=Severity.WARN,
    says="An estimate is of fewer than no people.",
    remedy="Correct the number.",
    source=_ONS,
)
def population_negative(facts: Tables) -> ir.Table:
    rows = facts.table("population")
    return rows.filter(rows.persons < 0)


@check(
    "population_sexes_disagree_with_persons",
    reads=("population/mid_year",),
    severity=Severity.WARN,
    says="Females and males do not add up to the persons of that age.",
    remedy="Correct the three numbers; Kith adds females and males.",
    source=_ONS,
)
def population_sexes_disagree_with_persons(facts: Tables) -> ir.Table:
    rows = facts.typed("population/mid_year")
    parts = rows.filter(rows.sex.isin(("female", "male")))
    group = ("sheet_number", "area", "year", "age")
    summed = parts.group_by(*group).agg(
        total=parts.persons.sum(), sexes=parts.sex.nunique()
    )
    whole = rows.filter(rows.sex == "persons")
    return whole.semi_join(
        summed,
        [
            *(whole[name] == summed[name] for name in group),
            summed.sexes == 2,
            summed.total != whole.persons,
        ],
    )


@check(
    "census_far_from_estimate",
    reads=("population",),
    severity=Severity.NOTE,
    says="The census and the mid-year estimate of its year differ by more than 5 in "
    "100 children.",
    remedy="See that both are of the same area and ages.",
    source=f"{_ONS}; census",
)
def census_far_from_estimate(facts: Tables) -> ir.Table:
    rows = facts.table("population")
    rows = rows.filter(rows.age.between(0, CHILDHOOD - 1))
    sums = rows.group_by("area", "year", "basis").agg(total=rows.persons.sum())
    census = sums.filter(sums.basis == "census")
    estimate = sums.filter(sums.basis == "mid_year").view()
    apart = census.semi_join(
        estimate,
        [
            census.area == estimate.area,
            census.year == estimate.year,
            (census.total - estimate.total).abs() * 100 > estimate.total * FAR_IN_100,
        ],
    )
    return _first_row(rows.semi_join(apart, ["area", "year", "basis"]), "area", "year")


@check(
    "population_jumps",
    reads=("population",),
    severity=Severity.NOTE,
    says="An area's children are more than 10 in 100 more or fewer than a year before.",
    remedy="See that both years are of the same area and ages.",
    source=_ONS,
)
def population_jumps(facts: Tables) -> ir.Table:
    rows = facts.table("population")
    rows = rows.filter(rows.age.between(0, CHILDHOOD - 1) & (rows.basis == "mid_year"))
    sums = rows.group_by("area", "year").agg(total=rows.persons.sum())
    before = sums.view()
    jumps = sums.semi_join(
        before,
        [
            sums.area == before.area,
            sums.year - 1 == before.year,
            (sums.total - before.total).abs() * 100 > before.total * JUMP_IN_100,
        ],
    )
    return _first_row(rows.semi_join(jumps, ["area", "year"]), "area", "year")


def _first_row(rows: ir.Table, *group: str) -> ir.Table:
    # A fault of a whole year or area is said once, at its first row.
    firsts = rows.group_by(*group, "source_return", "source_file", "source_sheet").agg(
        source_row=rows.source_row.min()
    )
    place = ("source_return", "source_file", "source_sheet", "source_row")
    return rows.semi_join(firsts, place)
