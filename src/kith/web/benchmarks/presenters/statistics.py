"""Published statistics and notes in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.domain.rules.published_statistics import SYMBOL_WORDS, Symbol
from kith.domain.vocabulary.definitions import DEFINITION_WORDS, Definition
from kith.domain.vocabulary.periods import say_day


if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from kith.web.benchmarks.models import Benchmark, MeasureNote, PublishedNumber
    from kith.web.benchmarks.queries import Beside


@dataclass(frozen=True)
class BesideLine:
    """A published number as a page shows it beside a figure."""

    place: str
    period: str
    value: str
    source: str
    address: str
    definition: str
    refused: str


def beside_lines(found: Iterable[Beside]) -> list[BesideLine]:
    """What was published of the same thing, with where it comes from."""
    return [
        BesideLine(
            place=one.number.name,
            period=str(one.number.period),
            value=number_words(one.number),
            source=release_words(one.benchmark) + population_words(one.number),
            address=one.benchmark.release.address,
            definition=definition_words(one.benchmark.definition, one.benchmark.how),
            refused=one.refused,
        )
        for one in found
    ]


def release_words(benchmark: Benchmark) -> str:
    """Who published it, in which release, when."""
    release = benchmark.release
    return (
        f"{release.publisher}, {release.title}, published "
        f"{say_day(release.published_on)}"
    )


def population_words(one: PublishedNumber) -> str:
    """The estimate of population that a rate rests on, after its source."""
    year = one.population_year
    return f"; population of mid-{year}" if year else ""


def number_words(one: PublishedNumber) -> str:
    """The number, or in words why there is none."""
    if one.value is None:
        return SYMBOL_WORDS[Symbol(one.symbol)]
    return plain(one.value)


def plain(value: Decimal) -> str:
    """A published number without the noughts that the table adds behind it."""
    words = f"{value:,f}"
    return words.rstrip("0").rstrip(".") if "." in words else words


def definition_words(definition: str, how: str) -> str:
    """What two definitions have to do with each other."""
    said = Definition(definition)
    if said is Definition.AGREED:
        return "The same definition."
    return f"{DEFINITION_WORDS[said]}: {how}"


def note_lines(notes: Iterable[MeasureNote]) -> list[tuple[str, str, str]]:
    """Area, how it holds the measure, on whose ground. The public does not read who
    said so."""
    return [
        (
            one.area.name,
            definition_words(one.definition, one.how),
            one.footprint,
        )
        for one in notes
    ]
