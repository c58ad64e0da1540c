"""What the region's agencies counted at home: invented figures, and no child.

Each area has as many of everything as its children and a stream of chance of its own
make likely. Months add up to quarters and years, so that no two figures contradict
each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.domain.vocabulary.periods import (
    Grain,
    Period,
    academic_year,
    calendar_year,
    financial_year,
)
from kith.evidence.invent.world import chance


if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from typing import Any


SEASON = {8: 0.86, 12: 0.88, 3: 1.06, 11: 1.07}
"""Months that see fewer or more of everything: schools are away, or back."""

SPRING_2020 = {(2020, 4): 0.66, (2020, 5): 0.78, (2020, 9): 1.12, (2020, 10): 1.1}
"""Schools closed, and opened again."""

Count = tuple[int, int | None]
"""A numerator and, of shares and rates, a denominator."""


@dataclass(frozen=True)
class HomeFigure:
    """One figure that an agency sends."""

    measure: str
    area: str
    days: Period
    count: Count | None


class Region:
    """The five areas' figures, as ``region.toml`` asks for them."""

    def __init__(self, words: Mapping[str, Any], report: Period) -> None:
        self._words = words
        self._report = report
        self._span = Period(words["first_day"], words["last_day"])
        self.areas: Sequence[Mapping[str, Any]] = words["areas"]

    @property
    def span(self) -> Period:
        """The days told of."""
        return self._span

    def sent_by(self, agency: str, area: Mapping[str, Any]) -> Iterator[HomeFigure]:
        """What the council, the police or health sends about an area."""
        counts = _AreaCounts(self._words, area, list(self._span.parts(Grain.MONTH)))
        gaps = [
            Period(gap["first_day"], gap["last_day"])
            for gap in self._words["gaps"]
            if (gap["sent_by"], gap["area"]) == (agency, area["code"])
        ]
        for measure in self._words["measures"]:
            if measure["sent_by"] != agency:
                continue
            for days in self._periods(area.get("rows_from")):
                if measure.get("yearly") and days.whole_months == 3:
                    continue
                missing = any(gap.overlaps(days) for gap in gaps)
                count = None if missing else counts.of(measure["code"], days)
                yield HomeFigure(measure["code"], area["code"], days, count)

    def _periods(self, rows_from: date | None) -> Iterator[Period]:
        """Quarters, years and the report period; before its own rows begin, calendar
        quarters and years alone, because the rows tell the rest."""
        span = self._span
        years = range(span.first.year, span.last.year + 1)
        told = [*span.parts(Grain.QUARTER), *map(calendar_year, years)]
        if rows_from:
            yield from (days for days in told if days.first.year < rows_from.year + 1)
            return
        yield from told
        for year in years:
            for whole in (financial_year(year), academic_year(year)):
                if whole.last <= span.last:
                    yield whole
        yield self._report


class _AreaCounts:
    """One area's months, drawn measure by measure in the order of the file."""

    def __init__(
        self, words: Mapping[str, Any], area: Mapping[str, Any], months: list[Period]
    ) -> None:
        self._months = months
        self._children = int(area["children"])
        self._size = self._children / words["children"]
        self._measures = {one["code"]: one for one in words["measures"]}
        self._drawn: dict[str, list[Count]] = {}
        for code, measure in self._measures.items():
            rng = chance(words["seed"], f"{code} in {area['code']}")
            if "parts" not in measure:
                self._drawn[code] = self._draw(measure, rng)

    def of(self, code: str, days: Period) -> Count:
        """The measure's count for some whole months."""
        measure = self._measures[code]
        if "parts" in measure:
            whole = [self._part(part, days) for part in measure["parts"]]
            return (whole[0], whole[1] if len(whole) > 1 else None)
        inside = [i for i, month in enumerate(self._months) if month.first in days]
        drawn = self._drawn[code]
        if "standing_of" in measure:
            before = self._drawn[measure["standing_of"]][max(inside[0] - 1, 0)][0]
            return (before + sum(drawn[i][0] for i in inside), None)
        if "standing" in measure:
            return drawn[inside[-1]]
        parts = [drawn[i][1] for i in inside]
        below = sum(part or 0 for part in parts) if measure.get("is_share") else None
        return (sum(drawn[i][0] for i in inside), below)

    def _part(self, code: str, days: Period) -> int:
        return self._children if code == "children" else self.of(code, days)[0]

    def _draw(self, measure: Mapping[str, Any], rng: random.Random) -> list[Count]:
        tilt = rng.uniform(0.88, 1.12)
        if "of" in measure:
            wholes = [count for count, _ in self._drawn[measure["of"]]]
        else:
            level = measure.get("monthly") or measure.get("standing") or measure["came"]
            wholes = self._levels(measure, level * self._size * tilt, rng)
        if "percent" not in measure:
            return [(whole, None) for whole in wholes]
        percent = min(measure["percent"] * rng.uniform(0.9, 1.1), 98)
        return [(_some(whole, percent, rng), whole) for whole in wholes]

    def _levels(
        self, measure: Mapping[str, Any], level: float, rng: random.Random
    ) -> list[int]:
        if "standing" in measure:
            growth = measure.get("growth", 0.0) / 100
            steps = [level * (1 + growth) ** i for i in range(len(self._months))]
            return [round(rng.gauss(step, step * 0.025)) for step in steps]
        return [_happened(level * _season(month), rng) for month in self._months]


def _season(month: Period) -> float:
    day = month.first
    return SEASON.get(day.month, 1.0) * SPRING_2020.get((day.year, day.month), 1.0)


def _happened(mean: float, rng: random.Random) -> int:
    return max(0, round(rng.gauss(mean, mean**0.5)))


def _some(whole: int, percent: float, rng: random.Random) -> int:
    share = percent / 100
    spread = (whole * share * (1 - share)) ** 0.5
    return min(whole, max(0, round(rng.gauss(whole * share, spread))))
