"""Counted and supplied figures side by side: counted rows win.

Rows that tell only some of the days do not: they give way to a figure that an agency
sent of all of them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from kith.domain.vocabulary.agencies import agency_name
from kith.domain.vocabulary.figures import Figure, Kind, Status
from kith.domain.vocabulary.periods import say_day
from kith.evidence.measures.breakdowns import (
    Grouping,
    as_cells,
    cells,
    window,
)
from kith.evidence.measures.figuring import Figures
from kith.evidence.measures.measure import Measure
from kith.evidence.measures.rates import PER, per
from kith.evidence.measures.supplied import Answer, SuppliedFigures, together


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kith.domain.vocabulary.periods import Period
    from kith.evidence.measures.register import Indicator
    from kith.evidence.store.fact_store import FactStore


@dataclass(frozen=True)
class Asked:
    """The definitions, areas, period and breakdowns asked for.

    With ``whole_only``, rows that tell some of the days only make no figure.
    """

    definitions: tuple[Measure | Indicator, ...]
    areas: tuple[str, ...]
    period: Period
    groupings: tuple[Grouping, ...]
    whole_only: bool = False


def all_told(store: FactStore, asked: Asked) -> Iterator[tuple[Figure, ...]]:
    """For each cell, in the order asked for: the figure to print, then the others."""
    measures = [d for d in asked.definitions if isinstance(d, Measure)]
    supplied = SuppliedFigures.of_store(store, asked.areas)
    counted: dict[str, list[Figure]] = {measure.code: [] for measure in measures}
    figures = Figures(
        store, measures, asked.areas, asked.period, whole_only=asked.whole_only
    )
    for figure in figures.of(asked.groupings):
        counted[figure.measure].append(figure)
    for definition in asked.definitions:
        if isinstance(definition, Measure):
            for figure in counted[definition.code]:
                whole = figures.tell_whole(definition, figure)
                yield _side_by_side(definition, figure, supplied, whole=whole)
        else:
            yield from _indicator(definition, supplied, asked)


def disagreements(told: Iterable[tuple[Figure, ...]]) -> Iterator[str]:
    """A sentence for each measure and area where two sources differ.

    It gives no number: a number that is hidden must not stand in a message.
    """
    said: set[str] = set()
    for first, *others in told:
        for other in others:
            if not (first.status.has_value and other.status.has_value):
                continue
            if _is_sent(first) and not _is_sent(other):
                continue  # rows of fewer days, which gave way to it
            if (first.numerator, first.value) == (other.numerator, other.value):
                continue
            sentence = (
                f"{first.measure} in {first.area}: the figure from {other.source} "
                f"disagrees with the one from {first.source}"
            )
            if sentence not in said:
                said.add(sentence)
                yield sentence


def _side_by_side(
    measure: Measure, counted: Figure, supplied: SuppliedFigures, *, whole: bool
) -> tuple[Figure, ...]:
    grouping = tuple(cell.dimension for cell in counted.breakdown)
    values = tuple(cell.value for cell in counted.breakdown)
    answers = supplied.answers(
        measure, counted.area, counted.period, (grouping, values)
    )
    latest_first = sorted(answers, key=lambda a: a.extracted_on, reverse=True)
    others = [_figure(measure, counted, answer) for answer in latest_first]
    if counted.status is Status.NOT_SUPPLIED:
        # What nobody's rows tell is no figure beside the one that was sent.
        return tuple(others) or (counted,)
    if not whole and any(other.status.has_value for other in others):
        return (*others, counted)
    return (counted, *others)


def _is_sent(figure: Figure) -> bool:
    return figure.source.startswith("aggregate")


def _indicator(
    indicator: Indicator, supplied: SuppliedFigures, asked: Asked
) -> Iterator[tuple[Figure, ...]]:
    for area in asked.areas:
        agencies = supplied.agencies(indicator.code, area)
        for grouping in asked.groupings:
            for cell in cells(grouping, asked.period, agencies):
                blank = _not_sent(indicator, supplied, area, asked.period)
                blank = replace(blank, breakdown=as_cells(grouping, cell))
                answers = [
                    _across_breaks(indicator, one, window(grouping, cell, asked.period))
                    for one in supplied.answers(
                        indicator, area, asked.period, (grouping, cell)
                    )
                ]
                chosen = together(indicator, answers)
                if chosen is None:
                    yield (blank,)
                    continue
                others = answers if len(answers) > 1 else []
                yield tuple(
                    _figure(indicator, blank, answer) for answer in (chosen, *others)
                )


def _across_breaks(indicator: Indicator, answer: Answer, days: Period) -> Answer:
    """The answer; in doubt where its days count one thing first and another after."""
    broken = indicator.broken_in(days)
    if broken is None or indicator.kind is Kind.SNAPSHOT or not answer.status.has_value:
        return answer
    doubt = f"What is counted changed on {say_day(broken.on)}, within these days."
    reason = f"{answer.reason} {doubt}".strip()
    return replace(answer, status=Status.LOW_RELIABILITY, reason=reason)


def _figure(definition: Measure | Indicator, place: Figure, answer: Answer) -> Figure:
    """The place filled with what an agency sent."""
    numerator, denominator = answer.numerator, answer.denominator
    status, reason, value = answer.status, answer.reason, None
    if status.has_value and numerator is not None:
        if definition.unit not in PER:
            value = Decimal(numerator)
        elif denominator:
            value = per(numerator, denominator, definition.unit)
        else:
            status = Status.NOT_APPLICABLE
            reason = f"{agency_name(answer.agency)} {_no_whole(denominator)}."
    if status is Status.SHOWN and not numerator:
        status = Status.ZERO
    keeps = status.has_value
    return replace(
        place,
        numerator=numerator if keeps else None,
        denominator=denominator if keeps else None,
        value=value,
        status=status,
        source=f"aggregate ({answer.agency})",
        population_year=None,
        reason=reason,
    )


def _no_whole(denominator: int | None) -> str:
    if denominator is None:
        return "sent nothing to divide by"
    return "had nothing to report for these days: none of none"


def _not_sent(
    indicator: Indicator, supplied: SuppliedFigures, area: str, period: Period
) -> Figure:
    last = supplied.last_sent(indicator.code, area)
    sentence = (
        f"Nobody sent it for {period}. {agency_name(indicator.owner)} would send it, "
        "among figures already counted (the aggregate feed)"
    )
    if last:
        sentence += f"; {agency_name(last.agency)} last sent it for {last.days}"
    return Figure(
        measure=indicator.code,
        area=area,
        period=period,
        breakdown=(),
        numerator=None,
        denominator=None,
        value=None,
        unit=indicator.unit,
        status=Status.NOT_SUPPLIED,
        reason=sentence + ".",
    )
