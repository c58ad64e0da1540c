"""Says who is looking, once, before any view runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from kith.web.access.viewer import Viewer


if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    from kith.web.access.requests import KithRequest


class ViewerMiddleware:
    """Gives every request its viewer. Without accounts that is the public."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        cast("KithRequest", request).viewer = Viewer.public()
        return self.get_response(request)
