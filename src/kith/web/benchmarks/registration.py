"""What benchmarks tell the rest of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from kith.web.benchmarks.presenters import answer_url, measure_words
from kith.web.benchmarks.queries import asked_of, catalogue, unexplained
from kith.web.benchmarks.values import Party
from kith.web.home.noun import Need, Noun


if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kith.web.access.viewer import Viewer


def needs(viewer: Viewer, *, today: date) -> Iterator[Need]:  # noqa: ARG001 - a protocol
    """Consent that is asked of this viewer, and differences to explain."""
    yield from _consent(viewer)
    areas: dict[str, int] = {}
    for one in unexplained(viewer):
        areas[one.number.name] = areas.get(one.number.name, 0) + 1
    for area, count in areas.items():
        yield Need(
            noun="benchmarks",
            what=f"{count} published number{'' if count == 1 else 's'} of {area}",
            why="Ours differs, and no reason is recorded",
            url=reverse("benchmarks:differences"),
            area=area,
        )


def _consent(viewer: Viewer) -> Iterator[Need]:
    asks = asked_of(viewer)
    if not asks:
        return
    titles = {one.code: one.title for one in catalogue(viewer)}
    for ask in asks:
        party = Party(ask.area, ask.organisation)
        yield Need(
            noun="benchmarks",
            what=f"{party.name}: {measure_words(ask.measure, titles).lower()}",
            why="You are asked whether these figures may stand beside other areas'",
            url=answer_url(party.code, ask.measure),
            area=ask.area.name,
        )


BENCHMARKS = Noun("benchmarks", needs=needs)
