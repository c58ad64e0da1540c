"""Statistical neighbours are brought in, edition by edition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.domain.rules.statistical_neighbours import read_neighbours
from kith.web.access.refusals import refuse_if
from kith.web.access.writing import writing
from kith.web.benchmarks import policies
from kith.web.benchmarks.models import Neighbour, NeighbourList
from kith.web.documents.files import home_files
from kith.web.sheets.reading import first_table


if TYPE_CHECKING:
    from datetime import date, datetime

    from kith.web.access.viewer import Viewer
    from kith.web.documents.files import Accepted


MOST_ROWS = 10_000
"""Some hundred and fifty areas with ten or so each, several times over."""


@dataclass(frozen=True)
class NeighbourEdition:
    """What an edition is called, where it comes from, and from when it holds."""

    title: str
    source: str
    published_on: date
    first_on: date


def bring_neighbours(
    *, viewer: Viewer, at: datetime, edition: NeighbourEdition, file: Accepted
) -> NeighbourList:
    """An edition is kept with all its neighbours; the ones before it stay.

    Raises:
        RefusedError: not theirs to keep, or it is here already.
        NotNeighboursError, UnreadableError: it is no such table.
    """
    with (
        home_files().keeping(file.content) as kept,
        writing(viewer=viewer, at=at, verb="benchmarks.neighbours_brought") as event,
    ):
        refuse_if(policies.why_not_keep(viewer))
        found = read_neighbours(first_table(file.content, most=MOST_ROWS))
        stands = NeighbourList.objects.filter(sha256=file.sha256)
        refuse_if(policies.NEIGHBOURS_HERE if stands.exists() else "")
        made = NeighbourList.objects.create(
            **vars(edition),
            file=kept,
            sha256=file.sha256,
            brought_by_id=viewer.who,
            brought_at=at,
        )
        Neighbour.objects.bulk_create(
            Neighbour(
                list=made, area=one.area, rank=one.rank, code=one.code, name=one.name
            )
            for one in found
        )
        event.about(made, size=file.size, rows=len(found))
    return made
