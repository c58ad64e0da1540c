"""Writes of requests for information (Children Act 2004 s16H)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.domain.vocabulary.moments import london_day
from kith.web.access.references import next_reference
from kith.web.access.refusals import locked, refuse_if
from kith.web.access.writing import writing
from kith.web.organisations import policies
from kith.web.organisations.models import (
    Area,
    InformationRequest,
    InformationRequestChase,
    RequestState,
)
from kith.web.organisations.queries import visible_requests


if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.organisations.models import Organisation


@dataclass(frozen=True)
class Asking:
    """What is asked, of whom, why, and by when. No child is named here."""

    area: Area
    organisation: Organisation
    what: str
    why: str
    due_on: date


def ask_for_information(
    *, viewer: Viewer, at: datetime, asking: Asking
) -> InformationRequest:
    """The organisation is asked in writing, with a day by which to answer."""
    with writing(viewer=viewer, at=at, verb="organisations.information_asked") as event:
        refuse_if(policies.why_not_ask_information(viewer, asking.area.code))
        if asking.due_on < london_day(at):
            refuse_if("The day by which to answer cannot be past.")
        # Held until the end: two that are asked at once get two numbers.
        area = Area.objects.select_for_update().get(pk=asking.area.pk)
        made = InformationRequest.objects.create(
            reference=next_reference(
                InformationRequest.objects.all(),
                "INFO",
                area.code,
                year=london_day(at).year,
            ),
            area=area,
            organisation=asking.organisation,
            what=asking.what,
            why=asking.why,
            due_on=asking.due_on,
            asked_by_id=viewer.who,
            asked_at=at,
        )
        event.about(made, area=asking.area.code, due_on=asking.due_on.isoformat())
    return made


def answer_information_request(
    *, viewer: Viewer, at: datetime, key: UUID, reply: str
) -> InformationRequest:
    """The answer has come; the reply says where it is kept."""
    return _ended(viewer, at, key, RequestState.ANSWERED, reply)


def refuse_information_request(
    *, viewer: Viewer, at: datetime, key: UUID, reply: str
) -> InformationRequest:
    """The organisation refused, for this reason. A court can enforce the request."""
    return _ended(viewer, at, key, RequestState.REFUSED, reply)


def withdraw_information_request(
    *, viewer: Viewer, at: datetime, key: UUID, reply: str
) -> InformationRequest:
    """The partnership no longer asks, for this reason."""
    return _ended(viewer, at, key, RequestState.WITHDRAWN, reply)


def chase_information_request(
    *, viewer: Viewer, at: datetime, key: UUID, words: str = ""
) -> InformationRequestChase:
    """The organisation was asked again."""
    with writing(
        viewer=viewer, at=at, verb="organisations.information_chased"
    ) as event:
        one = locked(visible_requests(viewer), key)
        refuse_if(policies.why_not_end_request(viewer, one))
        made = InformationRequestChase.objects.create(
            request=one, words=words, chased_by_id=viewer.who, chased_at=at
        )
        event.about(one, area=one.area_id)
    return made


def _ended(
    viewer: Viewer, at: datetime, key: UUID, state: RequestState, reply: str
) -> InformationRequest:
    verb = f"organisations.information_{state.value.lower()}"
    with writing(viewer=viewer, at=at, verb=verb) as event:
        one = locked(visible_requests(viewer), key)
        refuse_if(policies.why_not_end_request(viewer, one))
        refuse_if("" if reply.strip() else "Say what came of it.")
        one.state, one.reply = state, reply
        one.ended_by_id, one.ended_at = viewer.who, at
        one.save()
        event.about(one, area=one.area_id)
    return one
