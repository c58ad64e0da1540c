"""A case of a measure's specification: rows in, figure out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from kith.domain.vocabulary.periods import Period
from kith.evidence.measures import figures
from tests.lib.reference.facts import FROM, TO
from tests.lib.reference.stores import store_of


if TYPE_CHECKING:
    from collections.abc import Sequence

    from kith.domain.vocabulary.figures import Figure
    from tests.lib.reference.facts import Row


PERIOD = Period(FROM, TO)
"""1 November 2019 to 31 December 2020."""


@dataclass(frozen=True)
class Case:
    """A rule, the rows drawn to show it, and the figure they make.

    ``says`` is a count, or "numerator of denominator = value".
    """

    measure: str
    rule: str
    rows: tuple[Row, ...]
    says: str

    def __str__(self) -> str:
        return f"{self.measure}: {self.rule}"


def case(measure: str, rule: str, says: str, *rows: Row) -> Case:
    return Case(measure, rule, rows, says)


def said(cases: Sequence[Case]) -> dict[Case, str]:
    """Each case's figure of the whole period, in a case's words.

    Every case is an area of its own, so that one store answers them all.
    """
    areas = {f"E06{number:06}": case for number, case in enumerate(cases)}
    rows = [
        replace(row, area=area) for area, case in areas.items() for row in case.rows
    ]
    found = figures(
        store_of(rows, areas=tuple(areas)),
        measures=list({case.measure: None for case in cases}),
        areas=list(areas),
        period=PERIOD,
    )
    return {
        areas[figure.area]: _in_words(figure)
        for figure in found
        if areas[figure.area].measure == figure.measure
    }


def _in_words(figure: Figure) -> str:
    if figure.value is None:
        return figure.status.value
    if figure.denominator is None:
        return str(figure.value)
    if figure.numerator is None:
        return f"{figure.value} over {figure.denominator}"
    return f"{figure.numerator} of {figure.denominator} = {figure.value}"


def day(text: str) -> date:
    """1 March 2020 is "2020-03-01"."""
    return date.fromisoformat(text)
