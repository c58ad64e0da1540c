"""What every address of the API has in common: it takes a token and no cookie, and it
answers in JSON, faults included."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, cast

from django.conf import settings
from django.utils.crypto import salted_hmac

from kith.web.access.origins import address_of
from kith.web.api import policies
from kith.web.api.actions import note_use, seconds_to_wait
from kith.web.api.grants import PATTERN, viewer_by_token
from kith.web.api.presenters.problems import problem
from kith.web.documents.files.accepting import largest


if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    from kith.web.access.requests import KithRequest


BELOW = "/api/v1/"
IN_ADDRESS = frozenset({"token", "access_token", "api_key", "key", "authorization"})
BESIDE_A_FILE = 64 * 1024
"""What a form that carries a file may hold besides."""

_LEAKED = (
    "A token never stands in an address: addresses are kept in logs.",
    "Revoke that token, have another issued, and send it in the header Authorization.",
)
_TOO_LARGE = "This is larger than what is taken at once."


def is_below(request: HttpRequest) -> bool:
    """Whether this is an address for programs."""
    return request.path_info.startswith(BELOW)


class AnswersInJsonMiddleware:
    """No cookie counts below this address, so no page of another site can make a
    signed-in browser act here; and whatever fails, even a fault, is told in JSON."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_below(request):
            return self.get_response(request)
        request.META.pop("HTTP_COOKIE", None)
        refused = _refused_unread(request)
        return refused or _in_json(self.get_response(request))


class BearerMiddleware:
    """Gives a request below this address the viewer of its token."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_below(request) or "Authorization" not in request.headers:
            return self.get_response(request)
        asked = cast("KithRequest", request)
        kind, _, said = request.headers["Authorization"].partition(" ")
        viewer = None
        if kind.lower() == "bearer":
            viewer = viewer_by_token(
                said.strip(),
                day=asked.received_at.date(),
                now=asked.real_time_at,
                address=address_of(request),
            )
        if viewer is None or viewer.bearer is None:
            return _wrong(asked)
        bearer = viewer.bearer
        wait = seconds_to_wait(
            bearer.key.hex,
            asked.real_time_at,
            within=policies.A_MINUTE,
            most=policies.MOST_A_MINUTE,
        )
        if wait:
            return _too_often(wait)
        note_use(bearer.key, asked.real_time_at.date())
        asked.viewer = viewer
        return self.get_response(request)


def _wrong(request: KithRequest) -> HttpResponse:
    """A token that opens nothing; how many come from one address is counted, by the
    address's digest."""
    address = address_of(request)
    wait = seconds_to_wait(
        salted_hmac("kith.api.wrong", address, algorithm="sha256").hexdigest(),
        request.real_time_at,
        within=policies.A_QUARTER_HOUR,
        most=policies.MOST_WRONG,
    )
    if wait:
        return _too_often(wait)
    answer = problem(HTTPStatus.UNAUTHORIZED)
    answer.headers["WWW-Authenticate"] = "Bearer"
    return answer


def _too_often(wait: int) -> HttpResponse:
    answer = problem(HTTPStatus.TOO_MANY_REQUESTS)
    answer.headers["Retry-After"] = str(wait)
    return answer


def _refused_unread(request: HttpRequest) -> HttpResponse | None:
    """What is refused by its head alone, before anything of it is read."""
    if PATTERN.search(request.get_full_path()) or IN_ADDRESS & _names(request):
        return problem(HTTPStatus.BAD_REQUEST, _LEAKED[0], "the address", _LEAKED[1])
    length = request.META.get("CONTENT_LENGTH") or "0"
    if length.isascii() and length.isdigit() and int(length) > _most(request):
        return problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _TOO_LARGE)
    return None


def _names(request: HttpRequest) -> set[str]:
    pairs = request.META.get("QUERY_STRING", "").split("&")
    return {one.partition("=")[0].strip().lower() for one in pairs}


def _most(request: HttpRequest) -> int:
    if (request.content_type or "").startswith("multipart/"):
        return largest() + BESIDE_A_FILE
    return int(settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0)


def _in_json(answer: HttpResponse) -> HttpResponse:
    """What is no success and no JSON yet becomes a problem, with the headers it had."""
    is_told = answer.headers.get("Content-Type", "").startswith("application/json")
    if answer.status_code < HTTPStatus.BAD_REQUEST or is_told:
        return answer
    told = problem(answer.status_code)
    for name, value in answer.headers.items():
        if name.lower() not in {"content-type", "content-length"}:
            told.headers[name] = value
    return told
