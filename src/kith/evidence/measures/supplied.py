"""Figures that agencies counted at home, read as they were sent.

A flow may be added up from parts that make the whole period; a stock, a count of
children and a percentage may not. Parts that miss their total are not printed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Self

from kith.domain.rules.comparison import (
    Refused,
    check_may_average,
    check_may_sum,
    check_parts_make_total,
)
from kith.domain.vocabulary.agencies import agency_name
from kith.domain.vocabulary.figures import Kind, Status, Unit
from kith.domain.vocabulary.periods import Period
from kith.evidence.measures.breakdowns import TIME, Grouping, window


if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kith.evidence.measures.measure import Measure
    from kith.evidence.measures.register import Indicator
    from kith.evidence.store.fact_store import FactStore


@dataclass(frozen=True)
class Sent:
    """One figure as an agency sent it."""

    measure: str
    area: str
    agency: str
    days: Period
    dimension: str
    dimension_value: str
    numerator: int | None
    denominator: int | None
    status: str
    extracted_on: date
    lineage: tuple[str, str, str, int] = ("", "", "", 0)


@dataclass(frozen=True)
class Answer:
    """What the sent figures say about a cell: counts, a status, or a refusal."""

    agency: str
    numerator: int | None = None
    denominator: int | None = None
    status: Status = Status.SHOWN
    reason: str = ""
    extracted_on: date = date.min


class SuppliedFigures:
    """The figures sent for some measures and areas."""

    def __init__(self, sent: Iterable[Sent]) -> None:
        self._sent: dict[tuple[str, str], dict[str, list[Sent]]] = {}
        for figure in sent:
            by_agency = self._sent.setdefault((figure.measure, figure.area), {})
            by_agency.setdefault(figure.agency, []).append(figure)

    @classmethod
    def of_store(cls, store: FactStore, areas: Sequence[str]) -> Self:
        """The figures a store holds for these areas."""
        told = store.table("supplied_figures")
        rows = told.filter(told.area.isin(areas)).to_pyarrow().to_pylist()
        return cls(
            Sent(
                row["measure"],
                row["area"],
                row["agency"],
                Period(row["period_from"], row["period_to"]),
                row["dimension"] or "",
                row["dimension_value"] or "",
                row["numerator"],
                row["denominator"],
                row["status"] or "",
                row["extracted_on"] or date.min,
                (
                    row["source_return"] or "",
                    row["source_file"] or "",
                    row["source_sheet"] or "",
                    row["source_row"] or 0,
                ),
            )
            for row in rows
        )

    def agencies(self, code: str, area: str) -> tuple[str, ...]:
        """The agencies that sent figures of a measure, in order."""
        return tuple(sorted(self._sent.get((code, area), {})))

    def sent(self, code: str, area: str) -> list[Sent]:
        """Every figure sent of a measure, whatever its days."""
        by_agency = self._sent.get((code, area), {})
        return [figure for agency in sorted(by_agency) for figure in by_agency[agency]]

    def last_sent(self, code: str, area: str) -> Sent | None:
        """The figure with the latest days."""
        return max(self.sent(code, area), key=lambda s: s.days.last, default=None)

    def answers(
        self,
        definition: Measure | Indicator,
        area: str,
        period: Period,
        asked: tuple[Grouping, tuple[str, ...]],
    ) -> list[Answer]:
        """What each agency's figures say about a cell, agencies in order."""
        by_agency = self._sent.get((definition.code, area), {})
        found = [
            _answer(definition, by_agency[agency], period, asked)
            for agency in sorted(by_agency)
            if _asks_agency(asked) in ("", agency)
        ]
        return [answer for answer in found if answer is not None]


def together(definition: Indicator, answers: Sequence[Answer]) -> Answer | None:
    """One answer of several agencies: counts of events and stocks add up.

    Children may not be added: two agencies may know the same child.
    """
    shown = [answer for answer in answers if answer.status.has_value]
    if len(answers) < 2 or not shown:
        return next(iter(answers), None)
    agencies = ", ".join(answer.agency for answer in answers)
    if definition.kind is Kind.EVER:
        try:
            check_may_sum(definition.kind, "agencies")
        except Refused as refused:
            return Answer(agencies, status=Status.NOT_APPLICABLE, reason=str(refused))
    parts = [answer.denominator for answer in shown]
    silent = [a.agency for a in answers if not a.status.has_value]
    reason = (
        f"{' and '.join(map(agency_name, silent))} sent no value for it."
        if silent
        else ""
    )
    return Answer(
        agencies,
        sum(answer.numerator or 0 for answer in shown),
        sum(part or 0 for part in parts) if any(parts) else None,
        Status.LOW_RELIABILITY if silent else Status.SHOWN,
        reason,
    )


def _asks_agency(asked: tuple[Grouping, tuple[str, ...]]) -> str:
    return dict(zip(*asked, strict=True)).get("agency", "")


def _answer(
    definition: Measure | Indicator,
    sent: Sequence[Sent],
    period: Period,
    asked: tuple[Grouping, tuple[str, ...]],
) -> Answer | None:
    """One agency's word on a cell; None where it sent nothing for it."""
    grouping, cell = asked
    days = window(grouping, cell, period)
    ways = [(d, v) for d, v in zip(grouping, cell, strict=True) if d not in TIME]
    ways = [(d, v) for d, v in ways if d != "agency"]
    times = [(d, v) for d, v in zip(grouping, cell, strict=True) if d in TIME]
    if len(ways) > 1:
        return None
    dimension, value = ways[0] if ways else ("", "")
    whole = [s for s in sent if (s.dimension, s.dimension_value) == (dimension, value)]
    found = next((s for s in whole if s.days == days), None)
    if found is None and len(times) == 1 and not ways:
        found = next(
            (
                s
                for s in sent
                if (s.dimension, s.dimension_value) == times[0] and s.days == period
            ),
            None,
        )
    try:
        if found is not None:
            _check_parts(definition, sent, found)
            return _as_sent(found)
        return _from_parts(definition, whole, days)
    except Refused as refused:
        return Answer(sent[0].agency, status=Status.NOT_APPLICABLE, reason=str(refused))


def _as_sent(sent: Sent) -> Answer:
    status = Status(sent.status) if sent.status else Status.SHOWN
    if status.has_value and sent.numerator is None:
        status = Status.NOT_SUPPLIED
    reason = (
        "" if status.has_value else f"{agency_name(sent.agency)} sent no value for it."
    )
    if status is Status.SUPPRESSED:
        reason = f"{agency_name(sent.agency)} hid it before sending."
    if status is Status.LOW_RELIABILITY:
        reason = f"{agency_name(sent.agency)} says its reliability is low."
    if status is Status.ZERO:
        status = Status.SHOWN
    if not status.has_value:
        return Answer(sent.agency, None, None, status, reason, sent.extracted_on)
    return Answer(
        sent.agency,
        sent.numerator,
        sent.denominator,
        status,
        reason,
        sent.extracted_on,
    )


def _check_parts(
    definition: Measure | Indicator, sent: Sequence[Sent], found: Sent
) -> None:
    """A sent total stands only with parts that make it."""
    if definition.kind not in {Kind.FLOW, Kind.SNAPSHOT}:
        return
    total = next((s for s in sent if s.days == found.days and not s.dimension), None)
    for dimension in sorted({s.dimension for s in sent} - {""}):
        parts = [s for s in sent if s.dimension == dimension and s.days == found.days]
        values = [s.numerator for s in parts if s.numerator is not None]
        if definition.kind is Kind.SNAPSHOT and dimension in TIME:
            continue
        if total and total.numerator is not None and len(values) == len(parts) > 1:
            check_parts_make_total(
                total.numerator, values, f"{definition.title} by {dimension}"
            )


def _from_parts(
    definition: Measure | Indicator, sent: Sequence[Sent], days: Period
) -> Answer | None:
    """The whole period from sent parts, where its kind may be put together."""
    if definition.kind is Kind.SNAPSHOT:
        at_end = next((s for s in sent if s.days.last == days.last), None)
        return _as_sent(at_end) if at_end else None
    parts = _that_make(sent, days)
    if not parts or any(s.numerator is None for s in parts):
        return None
    agency = parts[0].agency
    numerator = sum(s.numerator or 0 for s in parts)
    extracted = max(s.extracted_on for s in parts)
    denominators = [s.denominator for s in parts if s.denominator is not None]
    if definition.unit is Unit.PER_CENT and len(denominators) == len(parts):
        return Answer(agency, numerator, sum(denominators), extracted_on=extracted)
    if definition.kind in {Kind.RATE, Kind.RATIO, Kind.TIMELINESS}:
        check_may_average(definition.unit)
    check_may_sum(definition.kind, "periods")
    return Answer(agency, numerator, extracted_on=extracted)


def _that_make(sent: Sequence[Sent], days: Period) -> list[Sent]:
    """The figures whose days follow one another and make the whole, else none."""
    inside = [
        s for s in sent if days.first <= s.days.first and s.days.last <= days.last
    ]
    chain: list[Sent] = []
    start = days.first
    while start <= days.last:
        following = [s for s in inside if s.days.first == start]
        if not following:
            return []
        chain.append(min(following, key=lambda s: s.days.last))
        start = chain[-1].days.last + timedelta(days=1)
    return chain
