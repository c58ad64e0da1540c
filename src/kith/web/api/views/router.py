"""The API: its operations, its document, and how it says what is wrong.

Who may ask what is kept by the doors of `access`, before any operation runs.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpResponse, JsonResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.security import HttpBearer

from kith.web.access.refusals import RefusedError
from kith.web.api import forms
from kith.web.api.presenters.problems import (
    Problem,
    problem,
    problem_of,
    problem_of_shape,
)
from kith.web.api.values import ProblemError, Shape
from kith.web.published.values import NothingPublishedError, NotPublishedError
from kith.web.sheets.reading import UnreadableError


if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from django.http import HttpRequest

    from kith.web.access.requests import KithRequest
    from kith.web.access.viewer import Bearer


class IssuedToken(HttpBearer):
    """A token that a data steward or lead issued for their organisation."""

    def authenticate(self, request: HttpRequest, token: str) -> Bearer | None:  # noqa: ARG002 - the library passes it
        """Its bearer, whom the door has looked at already."""
        bearer: Bearer | None = getattr(request, "viewer").bearer  # noqa: B009 - the middleware sets it
        return bearer


api = NinjaAPI(
    title="Kith",
    version="1",
    urls_namespace="api_v1",
    docs_url=None,
    auth=IssuedToken(),
    description="Send an organisation's returns, see where they stand, and read what is "
    "published. Every address takes a token in the header Authorization, and answers in "
    "JSON. Nothing is signed off or locked here.",
)

_ALWAYS = frozenset({400, 401, 403, 404, 422, 429, 500})
_WHEN_SENDING = _ALWAYS | {409, 413, 415}


def reading(told: type[Shape]) -> dict[Any, type[Shape]]:
    """What an operation that changes nothing may answer."""
    return {200: told, _ALWAYS: Problem}


def sending(told: type[Shape], status: int = 200) -> dict[Any, type[Shape]]:
    """What an operation that changes something may answer."""
    return {status: told, _WHEN_SENDING: Problem}


def answered(told: Shape) -> HttpResponse:
    """A shape as JSON."""
    return JsonResponse(told.model_dump(mode="json", by_alias=True))


def _names(told: Mapping[str, Any]) -> Iterator[str]:
    for name, one in told.get("properties", {}).items():
        yield name
        yield from _names(one)
    for one in told.get("$defs", {}).values():
        yield from _names(one)


KNOWN = {
    *_names(forms.FiguresSent.model_json_schema()),
    *("feed", "state", "page", "per_page", "measure", "area", "by", "from", "to"),
    *("file", "Idempotency-Key", "body"),
}
"""The names that stand in shapes, and may be said back."""


@api.exception_handler(ProblemError)
def told(request: KithRequest, fault: ProblemError) -> HttpResponse:  # noqa: ARG001 - the library passes it
    """What an operation says is wrong."""
    return problem_of(fault)


@api.exception_handler(RefusedError)
def refused(request: KithRequest, fault: RefusedError) -> HttpResponse:  # noqa: ARG001 - the library passes it
    """The state of the return, or an agreement, is in the way."""
    return problem(HTTPStatus.CONFLICT, str(fault))


@api.exception_handler(Http404)
@api.exception_handler(NotPublishedError)
@api.exception_handler(NothingPublishedError)
def absent(request: KithRequest, fault: Exception) -> HttpResponse:  # noqa: ARG001 - the library passes it
    """Not there, or not this token's: nobody can tell which."""
    return problem(HTTPStatus.NOT_FOUND)


@api.exception_handler(ValidationError)
def misshapen(request: KithRequest, fault: ValidationError) -> HttpResponse:  # noqa: ARG001 - the library passes it
    """Something sent is not of its shape."""
    return problem_of_shape(fault.errors, KNOWN)


@api.exception_handler(UnreadableError)
def unreadable(request: KithRequest, fault: UnreadableError) -> HttpResponse:  # noqa: ARG001 - the library passes it
    """What was sent is no table that can be read; the sentence names rows, no values."""
    what = f"{str(fault).rstrip('.')}."
    return problem(
        HTTPStatus.UNPROCESSABLE_ENTITY, what, do="Correct it, or send another."
    )


@api.exception_handler(HttpError)
def unread(request: KithRequest, fault: HttpError) -> HttpResponse:  # noqa: ARG001 - the library passes it
    """The library could not read it; its own words may hold what was sent."""
    return problem(fault.status_code)


@api.exception_handler(Exception)
def faulty(request: KithRequest, fault: Exception) -> HttpResponse:  # noqa: ARG001 - the library passes it
    """A fault of ours goes on to the log; the middleware says so in JSON."""
    raise fault
