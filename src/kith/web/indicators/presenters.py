"""Indicators as pages say them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.published.measures import QUESTIONS
from kith.domain.vocabulary.periods import say_day
from kith.web.indicators.models import KIND_WORDS, OWNERS, POLARITY_WORDS


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kith.contracts.register import Indicator
    from kith.web.indicators.queries import Entry


ADDED = "It is in the register: agencies may send it, and the next edition shows it."
CHANGED = "The register is changed. The next edition that is built says so."


def by_question(entries: Iterable[Entry], wanted: str) -> list[tuple[str, list[Entry]]]:
    """The indicators under their questions, those whose words hold what is wanted."""
    words = wanted.casefold().split()
    found = [one for one in entries if all(w in _text(one.indicator) for w in words)]
    groups = [
        (asks, [one for one in found if one.indicator.question == code])
        for code, asks in QUESTIONS
    ]
    return [(asks, group) for asks, group in groups if group]


def owner_words(code: str) -> str:
    """The agency that counts it."""
    return dict(OWNERS).get(code, code)


def lines(indicator: Indicator) -> Iterator[tuple[str, str]]:
    """The definition as facts, in the order that a reader needs them."""
    yield "What is counted", indicator.definition
    yield "Unit", indicator.unit.value
    yield "How it relates to time", KIND_WORDS[indicator.kind]
    yield "Numerator", indicator.numerator
    if indicator.denominator:
        yield "Denominator", indicator.denominator
    yield "Who counts it", owner_words(indicator.owner)
    yield "Which way is better", POLARITY_WORDS[indicator.polarity]
    yield "Where the definition comes from", indicator.authority
    if indicator.doubt:
        yield "Not settled", indicator.doubt
    if indicator.is_process:
        yield "Small numbers", "Shown whole: it counts what services did, not children"
    since = say_day(indicator.valid_from)
    yield "Version", f"{indicator.version}, from {since}"
    for one in indicator.breaks:
        yield "Series breaks", f"{say_day(one.on)}: {one.because}"


def _text(indicator: Indicator) -> str:
    told = (indicator.code, indicator.title, indicator.definition, indicator.owner)
    return " ".join(told).casefold()
