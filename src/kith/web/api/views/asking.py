"""What an operation asks of a request before the library reads it."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from ninja.decorators import decorate_view

from kith.web.api.presenters.problems import problem


if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponse

    from kith.web.access.requests import KithRequest
    from kith.web.api.values import Shape

    View = Callable[..., HttpResponse]
    Look = Callable[[KithRequest], HttpResponse | None]


def takes(kind: str) -> Callable[[View], View]:
    """One kind of content alone."""

    def look(request: KithRequest) -> HttpResponse | None:
        if request.content_type == kind:
            return None
        return problem(
            HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
            do=f"Send {kind}, and say so in the header Content-Type.",
            where="the header Content-Type",
        )

    return _looked_at(look)


def asks(shape: type[Shape]) -> Callable[[View], View]:
    """No name in the query but those of the shape: a misspelt one, passed over, would
    give everything where a part was meant."""
    names = {one.alias or name for name, one in shape.model_fields.items()}

    def look(request: KithRequest) -> HttpResponse | None:
        if set(request.GET) <= names:
            return None
        return problem(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            "The address asks for something that is not known here.",
            "the query",
            f"Ask by {', '.join(sorted(names))}.",
        )

    return _looked_at(look)


def _looked_at(look: Look) -> Callable[[View], View]:
    def decorated(view: View) -> View:
        def asked(request: KithRequest, *args: object, **parts: object) -> HttpResponse:
            return look(request) or view(request, *args, **parts)

        return asked

    decorate: Callable[[View], View] = decorate_view(decorated)
    return decorate
