"""Our figure and the published number of the same thing, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from kith.domain.vocabulary.moments import london_day
from kith.domain.vocabulary.periods import say_day
from kith.web.benchmarks.presenters.statistics import (
    plain,
    population_words,
    release_words,
)
from kith.web.ui import charts


if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from kith.web.benchmarks.models import DifferenceReason
    from kith.web.benchmarks.queries import Pair


NO_REASON = "No reason is recorded yet"
AGREE = "They agree, as far as they are printed."


@dataclass(frozen=True)
class PairLine:
    """Both numbers as a page shows them, and what is known of the difference."""

    title: str
    place: str
    period: str
    ours: str
    theirs: str
    source: str
    said: str
    flag: str
    act: str
    url: str


def pair_lines(found: Iterable[Pair], *, keeps: Collection[str]) -> list[PairLine]:
    """Each pair with its reason, or the flag that there is none.

    ``keeps`` are the areas whose reasons the viewer records.
    """
    return [
        PairLine(
            title=one.measure.title,
            place=one.number.name,
            period=str(one.number.period),
            ours=ours_words(one),
            theirs=theirs_words(one),
            source=release_words(one.number.benchmark) + population_words(one.number),
            said=said_words(one),
            flag=_flag(one),
            act="Say why" if one.is_unexplained else "Put another reason on record",
            url=reverse("benchmarks:difference", args=[one.number.pk])
            if one.number.code in keeps and not one.agree
            else "",
        )
        for one in found
    ]


def ours_words(one: Pair) -> str:
    """Our value, as the figures are printed."""
    year = one.ours.population_year
    said = charts.number(one.ours_value, one.measure.unit)
    return f"{said} (population of mid-{year})" if year else said


def theirs_words(one: Pair) -> str:
    """The published number, with its sign for a share."""
    return charts.number(one.theirs, one.measure.unit)


def said_words(one: Pair) -> str:
    """How far apart they are, and why."""
    if one.agree:
        return AGREE
    far = one.difference
    side = "above" if far > 0 else "below"
    apart = f"Ours is {plain(abs(far))} {side} the published number."
    if one.reason is not None and not one.is_stale:
        return f"{apart} {one.reason.reason}"
    return f"{apart} {one.because}" if one.because else apart


def reason_lines(reasons: Iterable[DifferenceReason]) -> list[tuple[str, str]]:
    """Each reason that was recorded, with who said it, when, and of which value."""
    return [
        (
            one.reason,
            _who_said(one),
        )
        for one in reasons
    ]


def _who_said(one: DifferenceReason) -> str:
    day = say_day(london_day(one.said_at))
    was = f"when ours was {plain(one.ours)} (edition {one.edition})"
    return f"{one.said_by.name}, {day}, {was}"


def _flag(one: Pair) -> str:
    if not one.is_unexplained:
        return ""
    if one.reason is not None:
        was = charts.number(one.reason.ours, one.measure.unit)
        return f"The reason on record is of an earlier value of ours, {was}"
    return NO_REASON
