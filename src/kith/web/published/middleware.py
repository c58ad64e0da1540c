"""A page is drawn from one edition, whatever is published while it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.published.store import one_edition


if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse


class OneEditionMiddleware:
    """Holds each request to the edition that stood when it came in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with one_edition():
            return self.get_response(request)
