"""Says who is looking, once, and keeps every door, before any view runs."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlencode

from django.db import DatabaseError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from kith.web.access.doors.door import BY_TOKEN
from kith.web.access.factors import is_whole
from kith.web.access.models import Person
from kith.web.access.origins import origin_of
from kith.web.access.refusals import RefusedError
from kith.web.access.table import Who, door_of
from kith.web.access.viewer import Viewer
from kith.web.access.viewing import viewer_for


if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest

    from kith.web.access.doors.door import Door
    from kith.web.access.requests import KithRequest


REFUSED = 409
"""The record's state, not the person, is in the way."""
NO_TOKEN, NOT_THIS_TOKEN = 401, 403

_log = logging.getLogger(__name__)


class ViewerMiddleware:
    """Gives every request its viewer; what one saw, no cache keeps for the next."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = cast("KithRequest", request)
        try:
            asked.viewer = _viewer(asked)
        except DatabaseError:
            # Whom to ring about a child is said even when the database is down.
            _log.exception("no viewer could be made: the database does not answer")
            asked.viewer = Viewer.public()
        response = self.get_response(request)
        if asked.viewer.is_signed_in:
            # On a shared machine, the way back after signing out shows nothing.
            response.setdefault("Cache-Control", "private, no-store")
        return response


class DoorsMiddleware:
    """Denies by default: a view runs only for those whom its door lets in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self,
        request: KithRequest,
        view: Callable[..., HttpResponse],  # noqa: ARG002 - Django passes it
        args: tuple[Any, ...],  # noqa: ARG002 - Django passes it
        parts: dict[str, Any],  # noqa: ARG002 - Django passes it
    ) -> HttpResponse | None:
        """None lets the view run."""
        match = request.resolver_match
        door = door_of(match.view_name if match else "")
        if door is None:
            raise Http404("no door is drawn for this route")
        if door.who is Who.ANYBODY:
            return None
        if isinstance(door.who, Who) and door.who in BY_TOKEN:
            return _why_no_program(request, door.who)
        return _why_no_person(request, door)

    def process_exception(
        self, request: HttpRequest, fault: Exception
    ) -> HttpResponse | None:
        """A refusal becomes a page with its reason; everything else goes on."""
        if not isinstance(fault, RefusedError):
            return None
        about = {"why": str(fault), "back": _came_from(request)}
        return render(request, "ui/errors/refused.html", about, status=REFUSED)


def _viewer(request: KithRequest) -> Viewer:
    person = request.user
    if not isinstance(person, Person) or not is_whole(request):
        return Viewer.public()
    return viewer_for(
        person,
        day=request.received_at.date(),
        real_time_at=request.real_time_at,
        origin=origin_of(request),
    )


def _why_no_person(request: KithRequest, door: Door) -> HttpResponse | None:
    """None lets it run; else where somebody signs in first.

    Raises:
        Http404: the door is not for this person.
    """
    if not request.user.is_authenticated:
        return _to("account_login", request)
    if door.who is Who.SIGNING_IN:
        return None
    if not request.viewer.is_signed_in:
        return _to("mfa_index", request)
    if door.who is Who.SIGNED_IN:
        return None
    if not isinstance(door.who, Who) and request.viewer.may(door.who):
        return None
    raise Http404("not for this viewer")


def _why_no_program(request: KithRequest, who: Who) -> HttpResponse | None:
    """None lets it run. What a token is not for at all is refused before any record is
    looked for, so that the refusal tells of none."""
    bearer = request.viewer.bearer
    if bearer is None:
        return HttpResponse(status=NO_TOKEN, headers={"WWW-Authenticate": "Bearer"})
    is_fit = {
        Who.TOKEN: True,
        Who.READING_TOKEN: bearer.may_read,
        Who.SENDING_TOKEN: bearer.may_send,
    }
    return None if is_fit[who] else HttpResponse(status=NOT_THIS_TOKEN)


def _came_from(request: HttpRequest) -> str:
    """The page of this site that was left; empty where it was another's."""
    said = request.headers.get("Referer", "")
    own = {request.get_host()}
    return said if url_has_allowed_host_and_scheme(said, allowed_hosts=own) else ""


def _to(route: str, request: KithRequest) -> HttpResponse:
    back = request.get_full_path() if request.method == "GET" else "/"
    return HttpResponseRedirect(f"{reverse(route)}?{urlencode({'next': back})}")
