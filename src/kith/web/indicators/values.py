"""What somebody says of an indicator, before it is kept."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from datetime import date

    from kith.contracts.register import Indicator
    from kith.domain.vocabulary.figures import Kind, Polarity, Unit


@dataclass(frozen=True)
class Definition:
    """An indicator's words and kinds, without its version."""

    title: str
    definition: str
    unit: Unit
    kind: Kind
    question: str
    owner: str
    numerator: str
    denominator: str
    authority: str
    polarity: Polarity
    doubt: str = ""
    is_process: bool = False


@dataclass(frozen=True)
class Change:
    """A definition said anew. ``from_day`` is set where it counts something else from
    then on; without it only its words change."""

    says: Definition
    because: str
    from_day: date | None = None


WORDS = frozenset(one.name for one in fields(Definition))
"""The fields of an indicator that people say."""


def definition_of(indicator: Indicator) -> Definition:
    """Its words and kinds, without its version."""
    return Definition(**{name: getattr(indicator, name) for name in WORDS})


def said_anew(before: Indicator, says: Definition) -> Indicator:
    """The indicator in other words.

    Raises:
        RegisterError: they make no definition.
    """
    return replace(before, **asdict(says))
