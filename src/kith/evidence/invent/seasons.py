"""Days drawn so that a year looks like a year: by month, and by day of the week."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from itertools import accumulate
from typing import TYPE_CHECKING

from kith.domain.rules.working_days import is_working_day
from kith.domain.vocabulary.periods import Grain, Period


if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Sequence


ANY_DAY = 1.0
"""Weekends count as much as other days: what the police see."""

OFFICE_DAYS = 0.0
"""Working days only: what a council's office records."""


class Seasons:
    """Draws days of a span whose months bear weights."""

    def __init__(
        self,
        rng: random.Random,
        span: Period,
        weights: Sequence[float],
        *,
        weekend: float = OFFICE_DAYS,
    ) -> None:
        self._rng = rng
        self._span = span
        self._weekend = weekend
        self._months = list(span.parts(Grain.MONTH))
        self._weights = list(weights)
        self._sums = list(accumulate(self._day_weights(), initial=0.0))

    def _day_weights(self) -> Iterable[float]:
        for month, weight in zip(self._months, self._weights, strict=True):
            days = [month.first + timedelta(days=n) for n in range(month.days)]
            shares = [1.0 if is_working_day(day) else self._weekend for day in days]
            yield from (weight * share / sum(shares) for share in shares)

    def day(self, first: date, last: date) -> date:
        """A day between the two, both included; where none bears weight, the last.

        Before the span every day is as likely as another.
        """
        if first < self._span.first and first <= last:
            return self._even_day(first, last)
        low = self._sums[self._index(first)]
        high = self._sums[self._index(last) + 1]
        if last < first or high <= low:
            return last
        drawn = self._rng.uniform(low, high)
        index = bisect_right(self._sums, drawn, hi=self._index(last) + 1) - 1
        return self._span.first + timedelta(days=max(index, self._index(first)))

    def _even_day(self, first: date, last: date) -> date:
        drawn = first + timedelta(days=self._rng.randint(0, (last - first).days))
        while self._weekend == OFFICE_DAYS and not is_working_day(drawn):
            drawn -= timedelta(days=1)
        return max(drawn, first)

    def _index(self, day: date) -> int:
        inside = min(max(day, self._span.first), self._span.last)
        return (inside - self._span.first).days

    def less(self, drawn: Iterable[date], *, of: int, within: Period) -> Seasons:
        """Seasons for what is left to draw, once some days have been drawn already.

        ``of`` is how many there shall be within the period in all, so that drawn and
        still to be drawn together follow the months' weights.
        """
        wanted = [
            weight if month.first in within else 0.0
            for month, weight in zip(self._months, self._weights, strict=True)
        ]
        scale = of / sum(wanted)
        left = [weight * scale for weight in wanted]
        for day in drawn:
            if day in within:
                left[self._month_of(day)] -= 1
        floors = [weight * scale * 0.05 for weight in wanted]
        weights = [max(pair) for pair in zip(left, floors, strict=True)]
        return Seasons(self._rng, self._span, weights, weekend=self._weekend)

    def _month_of(self, day: date) -> int:
        first = self._span.first
        return (day.year - first.year) * 12 + day.month - first.month
