"""Reads of statistical neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count

from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import one_or_404
from kith.web.benchmarks.models import Neighbour, NeighbourList
from kith.web.organisations.models import Area


if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.viewer import Viewer


@dataclass(frozen=True)
class Around:
    """An area and its neighbours, the nearest first."""

    area: str
    name: str
    neighbours: tuple[Neighbour, ...]


def neighbour_lists(viewer: Viewer) -> QuerySet[NeighbourList]:
    """The editions that were brought in, the one that holds last on top."""
    if not viewer.may(P.BENCHMARK_SEE):
        return NeighbourList.objects.none()
    rows = NeighbourList.objects.select_related("brought_by")
    return rows.annotate(areas=Count("neighbours__area", distinct=True)).order_by(
        "-first_on", "-published_on", "id"
    )


def neighbour_list(viewer: Viewer, key: UUID) -> NeighbourList:
    """One edition.

    Raises:
        Http404: not there, or not this viewer's.
    """
    return one_or_404(neighbour_lists(viewer), key)


def around(viewer: Viewer, of: NeighbourList) -> list[Around]:
    """Every area of an edition with its neighbours; areas of the platform first."""
    shown = neighbour_list(viewer, of.pk)
    names = dict(Area.objects.values_list("code", "name"))
    found: dict[str, list[Neighbour]] = {}
    for one in shown.neighbours.order_by("area", "rank"):
        found.setdefault(one.area, []).append(one)
    told = [
        Around(code, names.get(code, code), tuple(every))
        for code, every in found.items()
    ]
    return sorted(told, key=lambda one: (one.area not in names, one.name))


def neighbours_on(
    viewer: Viewer, areas: Sequence[str], day: date
) -> dict[str, tuple[Neighbour, ...]]:
    """Each area's neighbours by the edition that held on the day, the nearest first.

    For anybody: who neighbours whom is published.
    """
    if not viewer.may_see_published:
        return {}
    rows = Neighbour.objects.filter(area__in=areas, list__first_on__lte=day)
    rows = rows.select_related("list").order_by(
        "-list__first_on", "-list__published_on", "list", "rank"
    )
    found: dict[str, list[Neighbour]] = {}
    for one in rows:
        every = found.setdefault(one.area, [])
        if not every or every[0].list_id == one.list_id:
            every.append(one)
    return {area: tuple(every) for area, every in found.items()}
