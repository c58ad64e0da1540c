"""What is asked of figures, and of what it may be asked, as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Mapping

    from kith.contracts.published.edition import Edition
    from kith.domain.vocabulary.periods import Period


BREAKDOWNS = {
    "month": "month",
    "quarter": "quarter",
    "age_band": "age band",
    "sex": "sex",
    "ethnicity": "ethnic group",
    "agency": "agency",
}
MOST_CELLS = 5_000
MOST_ROWS = 20_000
DAYS_KEPT = 30
HOURS_OPEN = 1


@dataclass(frozen=True)
class Question:
    """One measure of one area, about some days, by up to two breakdowns, under rules."""

    measure: str
    area: str
    period: Period
    by: tuple[str, ...]
    rules: str

    @property
    def words_of_rows(self) -> list[str]:
        """As the engine is asked for the rows behind it."""
        return [
            *("--measure", self.measure, "--area", self.area),
            *("--from", self.period.first.isoformat()),
            *("--to", self.period.last.isoformat()),
        ]

    @property
    def words(self) -> list[str]:
        """The question as the engine is asked it."""
        return [
            *self.words_of_rows,
            *(word for one in self.by for word in ("--by", one)),
            *("--audience", self.rules),
        ]


@dataclass(frozen=True)
class OnOffer:
    """What may be asked: the newest build, its mark, and what its measures are called."""

    build: str
    edition: Edition
    measures: Mapping[str, str]
