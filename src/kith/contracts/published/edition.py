"""``edition.json``: what an edition is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from datetime import date

    from kith.domain.vocabulary.periods import Period


@dataclass(frozen=True)
class PublishedArea:
    """An area the edition covers."""

    code: str
    name: str


@dataclass(frozen=True)
class Edition:
    """A frozen set of published figures.

    ``invented`` editions carry the words "invented data" wherever they are shown.
    ``stands_on`` is the day the edition's documents bear, never a clock's.
    """

    name: str
    partnership: str
    areas: tuple[PublishedArea, ...]
    period: Period
    rule_set: str
    stands_on: date
    invented: bool
    inputs_digest: str
    released: str
    """How it came to be public: "example", or the release's number."""
