"""A request for figures is kept, its table proposed, and its answer kept with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.information_due import information_due
from kith.domain.rules.states.information_requests import (
    INFORMATION,
    InformationState,
)
from kith.web.access.references import next_reference
from kith.web.access.refusals import locked, refuse_if
from kith.web.access.writing import writing
from kith.web.releases import policies
from kith.web.releases.actions.steps import held_areas
from kith.web.releases.models import FigureRequest


if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.releases.models import Release
    from kith.web.releases.values import Received


def keep_request(*, viewer: Viewer, at: datetime, received: Received) -> FigureRequest:
    """The request stands in the list, with the day by which the law wants its answer.

    Raises:
        RefusedError: the viewer keeps no requests of this area.
    """
    with writing(viewer=viewer, at=at, verb="releases.request_kept") as event:
        refuse_if(policies.why_not_keep(viewer, received.area.pk))
        (area,) = held_areas([received.area.pk])
        kept = FigureRequest.objects.create(
            reference=next_reference(
                FigureRequest.objects.all(), "FOI", year=received.received_on.year
            ),
            area=area,
            authority=received.authority,
            received_on=received.received_on,
            due_on=information_due(received.received_on),
            words=received.words,
            state=InformationState.RECEIVED,
            kept_by_id=viewer.who,
            kept_at=at,
        )
        event.about(kept, area=area.pk, due=kept.due_on.isoformat())
    return kept


def answer_with(
    *, viewer: Viewer, at: datetime, key: UUID, release: Release
) -> FigureRequest:
    """The table that was proposed for the request belongs to it.

    Raises:
        RefusedError: not theirs, or it is answered.
    """
    with writing(viewer=viewer, at=at, verb="releases.request_table") as event:
        kept = locked(FigureRequest.objects.visible_to(viewer), key)
        refuse_if(policies.why_not_propose_for(viewer, kept))
        kept.release = release
        kept.save(update_fields=["release"])
        event.about(kept, area=kept.area_id)
        event.also([release])
    return kept


def answer_request(
    *, viewer: Viewer, at: datetime, key: UUID, answer: str
) -> FigureRequest:
    """The authority has answered, and what it said is kept with the table.

    Raises:
        RefusedError: not theirs, answered, or its table is not released.
    """
    with writing(viewer=viewer, at=at, verb="releases.request_answered") as event:
        kept = locked(FigureRequest.objects.visible_to(viewer), key)
        refuse_if(policies.why_not_close(viewer, kept))
        kept.state = INFORMATION.move("answer").target
        kept.answer, kept.answered_by_id, kept.answered_at = answer, viewer.who, at
        kept.save()
        event.about(kept, area=kept.area_id)
    return kept
