"""What moving in tells the rest of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.states.arrivals import BEFORE
from kith.web.arrivals.presenters import page_of
from kith.web.arrivals.queries import visible_arrivals
from kith.web.home.noun import Need, Noun


if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kith.web.access.viewer import Viewer


def needs(
    viewer: Viewer,
    *,
    today: date,  # noqa: ARG001 - an import has no day on which it is due
) -> Iterator[Need]:
    """Imports that this viewer began and has not ended."""
    begun = visible_arrivals(viewer).filter(
        uploaded_by=viewer.person, state__in=[one.value for one in BEFORE]
    )
    for one in begun.order_by("uploaded_at", "id"):
        yield Need(
            noun="arrivals",
            what=f"{one.get_kind_display()} to bring in",
            why="You began to bring in a spreadsheet, and nothing is written yet",
            url=page_of(one),
            body=one.body.name,
        )


ARRIVALS = Noun("arrivals", needs=needs)
