"""Why our figure differs from a published one is put on record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.refusals import refuse_if
from kith.web.access.writing import writing
from kith.web.benchmarks import policies, queries
from kith.web.benchmarks.models import DifferenceReason, PublishedNumber
from kith.web.published import queries as published


if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer


def explain_difference(
    *, viewer: Viewer, at: datetime, key: UUID, reason: str
) -> DifferenceReason:
    """The reason stands beside both numbers, for the value that ours has now.

    Raises:
        Http404: not theirs, or we have no figure for its days.
        RefusedError: the two agree, or no reason was given.
    """
    with writing(viewer=viewer, at=at, verb="benchmarks.difference_explained") as event:
        PublishedNumber.objects.select_for_update().filter(pk=key).first()
        pair = queries.pair(viewer, key)
        refuse_if(policies.AGREE_ALREADY if pair.agree else "")
        refuse_if("" if reason.strip() else policies.SAY_WHY_DIFFERS)
        made = DifferenceReason.objects.create(
            number=pair.number,
            order=DifferenceReason.objects.filter(number=pair.number).count() + 1,
            ours=pair.ours_value,
            edition=published.edition(viewer).name,
            reason=reason.strip(),
            said_by_id=viewer.who,
            said_at=at,
        )
        event.about(made, area=pair.number.code, measure=pair.measure.code)
    return made
