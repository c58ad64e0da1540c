"""A measure is held against a number that stands among the benchmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.refusals import refuse_if
from kith.web.access.writing import writing
from kith.web.scorecards import queries
from kith.web.scorecards.actions.steps import draft_of
from kith.web.scorecards.models import ScorecardTarget


if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer


NOT_OFFERED = "No number of that kind is held for this scorecard."
NO_VALUE = "It has no number to be held against."


def choose_comparator(
    *, viewer: Viewer, at: datetime, key: UUID, chosen: str
) -> ScorecardTarget:
    """The measure is held against the published number, which keeps where it is from.

    ``chosen`` is an offer's code. Another of its kind gives way.

    Raises:
        RefusedError: it is not offered, or may not be compared; the reason says why.
    """
    with writing(viewer=viewer, at=at, verb="scorecards.comparator_chosen") as event:
        scorecard = draft_of(viewer, key)
        found = [one for one in queries.offers(viewer, scorecard) if one.code == chosen]
        refuse_if("" if found else NOT_OFFERED)
        offer, one = found[0], found[0].comparator
        refuse_if(one.refused)
        refuse_if(NO_VALUE if one.value is None else "")
        made, _ = ScorecardTarget.objects.update_or_create(
            scorecard=scorecard,
            measure=offer.measure.code,
            kind=offer.kind,
            defaults={
                "value": one.value,
                "source": one.source,
                "stands_on": one.period.last,
                "benchmark": one.benchmark,
                "set_by_id": viewer.who,
                "set_at": at,
            },
        )
        event.about(
            scorecard,
            body=scorecard.body_id,
            measure=offer.measure.code,
            kind=offer.kind.value,
        )
    return made
