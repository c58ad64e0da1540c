"""While a record is open in an emergency, each page of it that is shown is an event."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from kith.web.access.records import place_of
from kith.web.access.viewer import CaseKey
from kith.web.audit.recording import recorded


if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    from kith.web.access.requests import KithRequest


SHOWN = 200


class EmergencyReadingMiddleware:
    """The banner says that everything read is recorded; this makes it true."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        asked = cast("KithRequest", request)
        if answer.status_code == SHOWN and asked.viewer.emergencies:
            _record(asked)
        return answer


def _record(request: KithRequest) -> None:
    match = request.resolver_match
    key = match.kwargs.get("key") if match else None
    if match is None or key is None:
        return
    case = CaseKey(match.app_name, key)
    if case not in {one.case for one in request.viewer.emergencies}:
        return
    place = place_of(case)
    with recorded(
        actor=request.viewer.actor,
        at=request.received_at,
        verb="access.read",
        purpose="emergency",
    ) as event:
        event.about_several(
            case.noun,
            (case.key,),
            area=place.area if place else "",
            body=place.body if place else None,
            emergency=True,
            outside=True,
        )
