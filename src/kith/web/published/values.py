"""What the published tables hold besides figures, as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.contracts.published.measures import QUESTIONS


if TYPE_CHECKING:
    from datetime import date

    from kith.domain.vocabulary.figures import Kind, Polarity, Unit
    from kith.domain.vocabulary.periods import Period


class NothingPublishedError(LookupError):
    """No edition stands in the store, or what stands there cannot be read."""


class EditionUnreadableError(NothingPublishedError):
    """An edition stands in the store, and its tables cannot be read."""


class NotPublishedError(LookupError):
    """The edition holds no such measure or area; "not yours" sounds the same."""


@dataclass(frozen=True)
class PublishedMeasure:
    """A measure's entry in the catalogue; fields as `contracts.published.measures`."""

    position: int
    code: str
    title: str
    question: str
    kind: Kind
    unit: Unit
    polarity: Polarity
    definition: str
    numerator: str
    denominator: str
    rulebook: str
    authority: str
    doubt: str
    supplied_by: tuple[str, ...]
    version: int
    breaks: tuple[tuple[date, str], ...]
    """The days from which it counts something else, and why."""
    is_process: bool
    is_indicator: bool
    carries_over: bool

    @property
    def question_in_words(self) -> str:
        """The question it helps to answer; its code where it has no words."""
        return dict(QUESTIONS).get(self.question, self.question)


@dataclass(frozen=True)
class PublishedSource:
    """A return that a measure's rows came from."""

    return_name: str
    feed: str
    agency: str
    period: Period
    extracted_on: date
    rows_read: int
    rows_quarantined: int
    rows_superseded: int


@dataclass(frozen=True)
class PublishedFinding:
    """What a check said about the rows behind a measure. ``rows`` is None where
    there are too few to show."""

    feed: str
    rule: str
    severity: str
    rows: int | None
    sentence: str
