"""Consent in words: what stands, what was said before, and who is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.urls import reverse

from kith.domain.rules.figure_consent import ANSWER_WORDS, Answer, Answered
from kith.domain.vocabulary.periods import say_day


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from kith.web.benchmarks.models import ConsentAsk, FigureConsent
    from kith.web.benchmarks.queries import Standing


EVERY = "Every measure"
SILENT = "Nothing was said, so nothing is shown"


@dataclass(frozen=True)
class StandingLine:
    """A party, what it says of every measure, and of single ones."""

    name: str
    every: str
    single: tuple[tuple[str, str], ...]
    url: str


@dataclass(frozen=True)
class AnswerLine:
    """One answer as the list of all shows it."""

    name: str
    measure: str
    words: str
    reason: str
    said: FigureConsent


def standing_lines(
    found: Iterable[Standing],
    titles: Mapping[str, str],
    day: date,
    mine: Iterable[str],
) -> list[StandingLine]:
    """What stands on the day; ``mine`` are codes of parties the viewer answers for."""
    own = set(mine)
    return [
        StandingLine(
            name=one.party.name,
            every=_stands(one.every, day) if one.every else SILENT,
            single=tuple(
                (titles.get(said.measure, said.measure), _stands(said, day))
                for said in one.single
            ),
            url=answer_url(one.party.code) if one.party.code in own else "",
        )
        for one in found
    ]


def answer_lines(
    said: Iterable[FigureConsent], titles: Mapping[str, str]
) -> list[AnswerLine]:
    """Every answer with its days and its reason."""
    return [
        AnswerLine(
            name=_whose(one),
            measure=measure_words(one.measure, titles),
            words=_words(one),
            reason=one.reason,
            said=one,
        )
        for one in said
    ]


def consent_needs(
    asks: Iterable[ConsentAsk], titles: Mapping[str, str]
) -> list[tuple[str, str, str]]:
    """Of whom, for what, and why; for the page's list of open questions."""
    return [(_whose(one), measure_words(one.measure, titles), one.why) for one in asks]


def measure_words(measure: str, titles: Mapping[str, str]) -> str:
    """The measure's title; "every measure" where none is named."""
    return titles.get(measure, measure) if measure else EVERY


def answer_url(party: str, measure: str = "") -> str:
    """Where a party's answer is given."""
    asked = {"party": party, **({"measure": measure} if measure else {})}
    return f"{reverse('benchmarks:consent_answer')}?{urlencode(asked)}"


def _whose(one: FigureConsent | ConsentAsk) -> str:
    if one.organisation is None:
        return one.area.name
    return f"{one.organisation.name}, for {one.area.name}"


def _stands(one: FigureConsent, day: date) -> str:
    said = Answered(one.measure, Answer(one.answer), one.first_on, one.last_on)
    if said.answer is Answer.GIVEN and not said.covers(day):
        over = one.last_on is not None and one.last_on < day
        return f"{_words(one)}{': that is over' if over else ': not yet'}"
    return _words(one)


def _words(one: FigureConsent) -> str:
    answer = Answer(one.answer)
    said = f"{ANSWER_WORDS[answer]}, from {say_day(one.first_on)}"
    return f"{said} to {say_day(one.last_on)}" if one.last_on else said
