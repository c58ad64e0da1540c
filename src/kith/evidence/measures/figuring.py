"""From counts to figures: each cell gets its value, or the reason it has none."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from kith.domain.rules.comparison import Refused
from kith.domain.vocabulary.ages import NOT_KNOWN
from kith.domain.vocabulary.figures import Figure, Status
from kith.evidence.measures.breakdowns import (
    ABOUT_THE_CHILD,
    TIME,
    Grouping,
    as_cells,
    can_hold,
    cells,
    window,
)
from kith.evidence.measures.counting import Question, Tallies, Tally, tally
from kith.evidence.measures.covered import (
    Coverage,
    missing_history,
    not_told,
    partly_told,
)
from kith.evidence.measures.gaps import (
    Gaps,
    earliest_rows,
    never_told,
    times_not_held,
)
from kith.evidence.measures.populations import Populations, can_be_estimated
from kith.evidence.measures.rates import check_rate, median, per


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from kith.domain.vocabulary.periods import Period
    from kith.evidence.measures.measure import Measure, Selection
    from kith.evidence.measures.rates import Estimate
    from kith.evidence.store.fact_store import FactStore


@dataclass(frozen=True)
class Place:
    """Where a figure stands: its measure, area, breakdown and cell."""

    measure: Measure
    area: str
    grouping: Grouping
    cell: tuple[str, ...]

    @property
    def cells(self) -> dict[str, str]:
        """The cell's values by dimension."""
        return dict(zip(self.grouping, self.cell, strict=True))

    @property
    def about_the_child(self) -> dict[str, str]:
        """Those of them that say which children: what a population is asked for."""
        return {k: v for k, v in self.cells.items() if k in ABOUT_THE_CHILD}


@dataclass(frozen=True)
class Value:
    """What a cell says before its days are judged."""

    numerator: int | None = None
    denominator: int | None = None
    value: Decimal | None = None
    status: Status = Status.SHOWN
    reason: str = ""
    population_year: int | None = None


class Figures:
    """The counted figures of some measures, areas and breakdowns of one period.

    With ``whole_only``, rows that tell some of the days only make no figure.
    """

    def __init__(
        self,
        store: FactStore,
        measures: Sequence[Measure],
        areas: Sequence[str],
        period: Period,
        *,
        whole_only: bool = False,
    ) -> None:
        self._store = store
        self._measures = tuple(measures)
        self._areas = tuple(areas)
        self._period = period
        self._whole_only = whole_only
        self._coverage = Coverage.of_store(store)
        self._gaps = Gaps.of_store(store, measures, period)

    def of(self, groupings: Sequence[Grouping]) -> Iterator[Figure]:
        """One figure a measure, area and cell, in the order asked for."""
        counted = self._counted(tuple(groupings))
        for measure in self._measures:
            tallies = counted.get(_counted_by(measure), {})
            for area in self._areas:
                for grouping in groupings:
                    yield from self._of(measure, area, grouping, tallies)

    def _of(
        self, measure: Measure, area: str, grouping: Grouping, tallies: Tallies
    ) -> Iterator[Figure]:
        found = tallies.get(grouping, {})
        agencies: set[str] = set()
        if "agency" in grouping:
            at = grouping.index("agency") + 1
            agencies = {key[at] for key in found if key[0] == area}
            agencies |= self._coverage.agencies(measure.fact, area, self._period)
        for cell in cells(grouping, self._period, agencies):
            place = Place(measure, area, grouping, cell)
            yield self._figure(place, found.get((area, *cell), Tally()))

    def tell_whole(self, measure: Measure, figure: Figure) -> bool:
        """Whether the rows behind a counted figure tell every day it speaks of."""
        grouping = tuple(cell.dimension for cell in figure.breakdown)
        values = tuple(cell.value for cell in figure.breakdown)
        days = window(grouping, values, self._period)
        agency = dict(zip(grouping, values, strict=True)).get("agency", NOT_KNOWN)
        return self._coverage.held(measure, figure.area, days, agency).all

    def _counted(
        self, groupings: tuple[Grouping, ...]
    ) -> dict[tuple[str, bool], Tallies]:
        """Each selection counted once, with every flag that any measure asks for."""
        wanted: dict[tuple[str, bool], tuple[Selection, set[str]]] = {}
        for measure in self._measures:
            if measure.selection and self._is_told(measure):
                asked = wanted.setdefault(
                    _counted_by(measure), (measure.selection, set())
                )
                asked[1].update({measure.flag, measure.denominator_flag} - {""})
        return {
            key: tally(
                self._store,
                selection,
                Question(
                    self._period, self._areas, groupings, tuple(sorted(flags)), key[1]
                ),
            )
            for key, (selection, flags) in wanted.items()
        }

    def _is_told(self, measure: Measure) -> bool:
        if not self._whole_only:
            return any(self._coverage.tellings(measure.fact, a) for a in self._areas)
        return any(
            self._coverage.held(measure, area, self._period, NOT_KNOWN).all
            for area in self._areas
        )

    def _figure(self, place: Place, counted: Tally) -> Figure:
        value = self._judged(place, counted)
        keeps = value.status.has_value
        return Figure(
            measure=place.measure.code,
            area=place.area,
            period=self._period,
            breakdown=as_cells(place.grouping, place.cell),
            numerator=value.numerator if keeps else None,
            denominator=value.denominator if keeps else None,
            value=value.value if keeps else None,
            unit=place.measure.unit,
            status=value.status,
            source=self._source(place) if keeps else "",
            population_year=value.population_year if keeps else None,
            reason=value.reason,
        )

    def _source(self, place: Place) -> str:
        days = window(place.grouping, place.cell, self._period)
        if place.measure.selection is None:
            return "population"
        return self._coverage.feeds(place.measure.fact, place.area, days)

    def _judged(self, place: Place, counted: Tally) -> Value:
        """The value, unless its breakdown, its days or its columns forbid it."""
        measure = place.measure
        if measure.selection is None:
            return self._population(place)
        for dimension in place.grouping:
            if not can_hold(measure.selection, dimension):
                reason = f"{measure.title}: {_not_held(dimension)}"
                return Value(status=Status.NOT_APPLICABLE, reason=reason)
        days = window(place.grouping, place.cell, self._period)
        agency = place.cells.get("agency", NOT_KNOWN)
        held = self._coverage.held(measure, place.area, days, agency)
        if held.none:
            sentence = not_told(measure, self._coverage, place.area, held)
            return Value(status=Status.NOT_SUPPLIED, reason=sentence)
        if self._whole_only and not held.all:
            sentence = partly_told(measure, held)
            return Value(status=Status.NOT_SUPPLIED, reason=sentence)
        needed = self._gaps.never_told(measure, place.area)
        if needed:
            return Value(status=Status.NOT_SUPPLIED, reason=never_told(needed))
        doubts = [
            "" if held.all else partly_told(measure, held),
            self._missing_history(place),
            self._gaps.seldom_told(measure, place.area),
        ]
        return self._with_doubts(place, self._value(place, counted), doubts)

    def _with_doubts(self, place: Place, value: Value, doubts: list[str]) -> Value:
        reasons = [doubt for doubt in doubts if doubt]
        status = value.status
        if reasons and status.has_value:
            status = Status.LOW_RELIABILITY
        if value.reason:
            reasons.append(value.reason)
        if self._days_only(place):
            reasons.append("Within 3 days: some times of day are not held.")
        return Value(
            value.numerator,
            value.denominator,
            value.value,
            status,
            " ".join(reasons),
            value.population_year,
        )

    def _value(self, place: Place, counted: Tally) -> Value:
        measure = place.measure
        if measure.is_median:
            return _median(measure, counted)
        numerator = counted.flags.get(measure.flag, 0) if measure.flag else counted.rows
        if measure.is_rate:
            return self._rate(place, numerator)
        if not measure.is_share:
            return _count(numerator)
        flag = measure.denominator_flag
        denominator = counted.flags.get(flag, 0) if flag else counted.rows
        return _share(measure, numerator, denominator)

    def _rate(self, place: Place, numerator: int) -> Value:
        measure = place.measure
        try:
            check_rate(measure)
        except Refused as refused:
            return Value(status=Status.NOT_APPLICABLE, reason=str(refused))
        estimate = self._estimate(place, self._period.last)
        if estimate is None:
            return _no_population(place.about_the_child)
        value = per(numerator, estimate.persons, measure.unit)
        return Value(
            numerator,
            estimate.persons,
            value,
            Status.SHOWN if numerator else Status.ZERO,
            estimate.note,
            estimate.year,
        )

    def _population(self, place: Place) -> Value:
        if set(place.grouping) - {*TIME, *ABOUT_THE_CHILD}:
            return Value(
                status=Status.NOT_APPLICABLE,
                reason="People who live here are no agency's count, nor an event's.",
            )
        days = window(place.grouping, place.cell, self._period)
        estimate = self._estimate(place, days.last)
        if estimate is None:
            return _no_population(place.about_the_child)
        return Value(
            estimate.persons,
            None,
            Decimal(estimate.persons),
            Status.SHOWN if estimate.persons else Status.ZERO,
            estimate.note,
            estimate.year,
        )

    def _estimate(self, place: Place, on: date) -> Estimate | None:
        asked = place.about_the_child
        if not can_be_estimated(asked):
            return None
        return self._populations.of(place.area, on, asked)

    def _missing_history(self, place: Place) -> str:
        measure = place.measure
        if not measure.look_back_months:
            return ""
        if measure.fact not in self._earliest:
            self._earliest[measure.fact] = earliest_rows(self._store, measure.fact)
        row = self._earliest[measure.fact].get(place.area)
        since = self._coverage.history_from(measure.fact, place.area, row)
        days = window(place.grouping, place.cell, self._period)
        return missing_history(measure, days, since)

    def _days_only(self, place: Place) -> bool:
        return place.measure.limit_in_hours and place.area in self._without_times

    @cached_property
    def _earliest(self) -> dict[str, dict[str, date]]:
        return {}

    @cached_property
    def _populations(self) -> Populations:
        return Populations.of_store(self._store, self._areas)

    @cached_property
    def _without_times(self) -> set[str]:
        return times_not_held(self._store, self._period)


def _counted_by(measure: Measure) -> tuple[str, bool]:
    return (measure.selection.name if measure.selection else "", measure.is_median)


def _not_held(dimension: str) -> str:
    """The sentence on a breakdown that a measure's rows do not allow."""
    if dimension in ABOUT_THE_CHILD:
        return "the rows know no child, so they have no age, sex or ethnic group."
    words = dimension.replace("_", " ")
    return f"what it counts has no {words}, or may have several."


def _count(numerator: int) -> Value:
    status = Status.SHOWN if numerator else Status.ZERO
    return Value(numerator, None, Decimal(numerator), status)


def _share(measure: Measure, numerator: int, denominator: int) -> Value:
    if not denominator:
        return Value(
            status=Status.NOT_APPLICABLE,
            reason=f"There is nothing to divide by: no {measure.denominator}.",
        )
    return Value(
        numerator,
        denominator,
        per(numerator, denominator, measure.unit),
        Status.SHOWN if numerator else Status.ZERO,
    )


def _median(measure: Measure, counted: Tally) -> Value:
    number = sum(counted.durations.values())
    if not number:
        return Value(
            status=Status.NOT_APPLICABLE,
            reason=f"There is no middle one: no {measure.denominator}.",
        )
    return Value(None, number, median(counted.durations))


def _no_population(cell: dict[str, str]) -> Value:
    if not can_be_estimated(cell):
        return Value(
            status=Status.NOT_APPLICABLE,
            reason="Nobody estimates how many such children live in an area: "
            + ", ".join(f"{name} {value}" for name, value in cell.items())
            + ".",
        )
    what = "census population" if "ethnicity" in cell else "mid-year estimate"
    return Value(
        status=Status.NOT_SUPPLIED,
        reason=f"No {what} for this area and these children at or before the "
        "period's end; the population feed would supply it.",
    )
