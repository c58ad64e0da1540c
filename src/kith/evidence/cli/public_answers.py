"""Figures as the public may have them, whatever is asked and in whatever order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kith.domain.rules.disclosure import RULE_SETS
from kith.domain.vocabulary.figures import Status
from kith.evidence.disclosure import NotReleasableError
from kith.evidence.measures import family, published_family
from kith.evidence.publish.figures import figures_in_print
from kith.evidence.publish.releasing import released


if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kith.domain.vocabulary.figures import Figure
    from kith.domain.vocabulary.periods import Period
    from kith.evidence.store.fact_store import FactStore

    Place = tuple[object, ...]


WITHHELD = (
    "Withheld: beside what is in print, a hidden count could be worked out of it."
)


def for_the_public(
    store: FactStore,
    figures: Sequence[Figure],
    period: Period,
    *,
    released_before: Sequence[Figure] = (),
) -> list[Figure]:
    """What the public may see of the figures, however they ask.

    What the edition printed, or a release of the same rows, is answered as printed.
    The rest is judged beside both, and
    together with every breakdown of the period asked for, all of the same family. So
    a cell hidden in one answer cannot be had from another by subtraction. Where
    nothing that may be hidden makes an answer safe, none of it is given.
    """
    edition = figures_in_print(store.public) if store.public else ()
    printed = (*released_before, *edition)
    shown: dict[Place, Figure] = {}
    for measures in _families(figures):
        before = {_place(f): f for f in printed if f.measure in measures}
        asked = {_place(f): f for f in figures if f.measure in measures}
        if not before or period != store.partnership.period:
            beside = published_family(store, measures, period)
            asked = {_place(figure): figure for figure in beside} | asked
        fresh = {place: f for place, f in asked.items() if place not in before}
        shown |= before | _judged(store, fresh, before)
    return [shown[_place(figure)] for figure in figures]


def _families(figures: Sequence[Figure]) -> Iterator[list[str]]:
    waiting = list(dict.fromkeys(figure.measure for figure in figures))
    while waiting:
        together = family(waiting[:1])
        yield together
        waiting = [measure for measure in waiting if measure not in together]


def _judged(
    store: FactStore,
    fresh: Mapping[Place, Figure],
    before: Mapping[Place, Figure],
) -> dict[Place, Figure]:
    if not fresh:
        return {}
    rule_set = RULE_SETS[store.partnership.rule_set]
    try:
        seen = released(list(fresh.values()), rule_set, already=list(before.values()))
    except NotReleasableError:
        return {place: _withheld(figure) for place, figure in fresh.items()}
    return dict(zip(fresh, seen.content, strict=True))


def _withheld(figure: Figure) -> Figure:
    if not figure.status.has_value:
        return figure
    return replace(
        figure,
        numerator=None,
        denominator=None,
        value=None,
        status=Status.SUPPRESSED,
        reason=WITHHELD,
    )


def _place(figure: Figure) -> Place:
    return (
        figure.measure,
        figure.area,
        figure.period,
        figure.breakdown,
        figure.source,
    )
