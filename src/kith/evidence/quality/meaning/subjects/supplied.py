"""Figures that agencies counted: each must follow from its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from kith.contracts.commands.checks import Severity
from kith.evidence.quality.meaning.check import check


if TYPE_CHECKING:
    import ibis.expr.types as ir

    from kith.evidence.quality.meaning.tables import Tables


_OWN = "Kith's own: the layout of the aggregate feed"
PARTITIONS = ("age_band", "sex", "ethnicity")
"""Breakdowns whose parts make the whole. Months do not, of children ever counted."""

MULTIPLIERS = (100, 10_000, 100_000)
GAPS = ("suppressed", "not_applicable", "not_supplied")
_FIGURES = "aggregate/figures"


@check(
    "supplied_value_not_from_its_parts",
    reads=(f"{_FIGURES}.value", f"{_FIGURES}.numerator", f"{_FIGURES}.denominator"),
    severity=Severity.WARN,
    says="The value is neither the numerator, nor a share or rate of its parts.",
    remedy="Correct the value, the numerator or the denominator; Kith works the value "
    "out from the parts.",
    source=_OWN,
)
def supplied_value_not_from_its_parts(facts: Tables) -> ir.Table:
    rows = facts.typed(_FIGURES)
    value = rows.value.cast("float64")
    share = rows.numerator / rows.denominator.nullif(0)
    follows = (value == rows.numerator) | ((value - share).abs() <= _HUNDREDTH)
    for times in MULTIPLIERS:
        follows |= (value - share * times).abs() <= _rounding(value)
    return rows.filter(~follows)


@check(
    "supplied_numerator_above_denominator",
    reads=("supplied_figures.numerator", "supplied_figures.denominator"),
    severity=Severity.WARN,
    says="The numerator is larger than the denominator.",
    remedy="See whether the two stand in each other's place.",
    source=_OWN,
)
def supplied_numerator_above_denominator(facts: Tables) -> ir.Table:
    rows = facts.table("supplied_figures")
    return rows.filter(rows.numerator > rows.denominator)


@check(
    "supplied_negative",
    reads=("supplied_figures",),
    severity=Severity.WARN,
    says="A count is below nought, or is a part of nothing.",
    remedy="Correct the number; leave it empty and give a status where there is none.",
    source=_OWN,
)
def supplied_negative(facts: Tables) -> ir.Table:
    rows = facts.table("supplied_figures")
    # None of none is a nil return's share.
    is_part_of_nothing = (rows.denominator == 0) & (rows.numerator.fill_null(1) != 0)
    return rows.filter(
        (rows.numerator < 0) | (rows.denominator < 0) | is_part_of_nothing
    )


@check(
    "supplied_parts_miss_the_total",
    reads=("supplied_figures.dimension", "supplied_figures.numerator"),
    severity=Severity.WARN,
    says="The parts by age band, sex or ethnic group do not add up to the total.",
    remedy="Correct the parts or the total; send 'not known' as a part of its own.",
    source=_OWN,
)
def supplied_parts_miss_the_total(facts: Tables) -> ir.Table:
    rows = facts.table("supplied_figures")
    of = ("measure", "area", "agency", "period_from", "period_to")
    parts = rows.filter(rows.dimension.isin(PARTITIONS))
    summed = parts.group_by(*of, "dimension").agg(
        total=parts.numerator.sum(), hidden=parts.numerator.isnull().sum()
    )
    totals = rows.filter(rows.dimension.fill_null("") == "")
    return totals.semi_join(
        summed,
        [
            *(totals[name] == summed[name] for name in of),
            summed.hidden == 0,
            summed.total != totals.numerator,
        ],
    )


@check(
    "supplied_percentage_impossible",
    reads=(f"{_FIGURES}.value", f"{_FIGURES}.denominator", f"{_FIGURES}.unit"),
    severity=Severity.WARN,
    says="No whole number out of the denominator gives this percentage.",
    remedy="Correct the percentage or the denominator, and send the numerator.",
    source=_OWN,
)
def supplied_percentage_impossible(facts: Tables) -> ir.Table:
    rows = facts.typed(_FIGURES)
    rows = rows.filter(rows.unit.lower().isin(("per cent", "percent", "%")))
    value = rows.value.cast("float64")
    whole = rows.denominator.nullif(0)
    nearest = (value * whole / 100).round(0)
    fits = (nearest / whole * 100 - value).abs() <= _rounding(value)
    return rows.filter(~fits | ~value.between(0, 100))


@check(
    "supplied_value_despite_gap",
    reads=("supplied_figures.status", "supplied_figures.numerator"),
    severity=Severity.WARN,
    says="The status says that there is no value, yet a count is given.",
    remedy="Correct the status, or leave the count out.",
    source=_OWN,
)
def supplied_value_despite_gap(facts: Tables) -> ir.Table:
    rows = facts.table("supplied_figures")
    return rows.filter(rows.status.isin(GAPS) & rows.numerator.notnull())


@check(
    "supplied_zero_disagrees",
    reads=("supplied_figures.status", "supplied_figures.numerator"),
    severity=Severity.WARN,
    says="The status says nought, and the count is another number.",
    remedy="Correct the status or the count.",
    source=_OWN,
)
def supplied_zero_disagrees(facts: Tables) -> ir.Table:
    rows = facts.table("supplied_figures")
    return rows.filter((rows.status == "zero") & (rows.numerator != 0))


@check(
    "supplied_period_unended",
    reads=("supplied_figures",),
    severity=Severity.WARN,
    says="The period ends after the figures were taken.",
    remedy="Send the figure once its period has ended, or correct the days.",
    source=_OWN,
)
def supplied_period_unended(facts: Tables) -> ir.Table:
    rows = facts.table("supplied_figures")
    return rows.filter(rows.period_to > rows.extracted_on)


_HUNDREDTH = 0.005 + 1e-9


def _rounding(value: ir.Value) -> ir.Value:
    # A value is printed whole or with one decimal place, so half of that is allowed.
    return ibis.ifelse(value == value.round(0), 0.5, 0.05) + 1e-9
