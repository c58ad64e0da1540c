"""Comparators in words: the value, whose it is, and everything it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.web.ui import charts


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kith.domain.vocabulary.figures import Unit
    from kith.web.benchmarks.queries import Comparator


@dataclass(frozen=True)
class ComparatorLine:
    """A published value as a page shows it; ``refused`` stands in its place."""

    name: str
    value: str
    refused: str
    source: str
    who: str


def comparator_lines(
    found: Iterable[Comparator], unit: Unit, names: Mapping[str, str]
) -> list[ComparatorLine]:
    """Each comparator in words; ``names`` are the areas' by code."""
    return [
        ComparatorLine(
            name=_name(one, names),
            value=value_words(one, unit),
            refused=one.refused,
            source=one.source,
            who=_who(one),
        )
        for one in found
    ]


def value_words(one: Comparator, unit: Unit) -> str:
    """The value as the figures of the page are printed; or why there is none."""
    if one.value is None:
        return one.instead.capitalize()
    return charts.number(one.value, unit)


def _name(one: Comparator, names: Mapping[str, str]) -> str:
    if not one.area:
        return one.name
    return f"{one.name} of {names.get(one.area, one.area)}, the middle one"


def _who(one: Comparator) -> str:
    if not one.edition:
        return ""
    said = f"Of {', '.join(one.named)}" if one.named else ""
    said = said or "None of its neighbours has a number"
    return (
        f"{said}. Without a number: {', '.join(one.missing)}" if one.missing else said
    )
