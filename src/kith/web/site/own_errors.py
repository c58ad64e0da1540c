"""Our own error pages where debug is on: the example shows what a partnership sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponseNotFound
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.debug import ExceptionReporter

from kith.web.site import views


if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse


class OwnErrorsMiddleware:
    """Puts our page in place of Django's debug page for what is not there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        # Django's debug page is this very class; a page of ours never is.
        if type(answer) is not HttpResponseNotFound:
            return answer
        ours = views.not_found(request, Exception("not found"))
        for name, value in answer.items():
            # The length is the other page's: a browser would wait for the rest of it.
            if name.lower() != "content-length":
                ours.setdefault(name, value)
        ours.headers["Content-Length"] = str(len(ours.content))
        return ours


class OwnReporter(ExceptionReporter):
    """A fault shows our page, and nothing of the request; the log has the fault."""

    def get_traceback_html(self) -> SafeString:
        """The page of a fault."""
        return render_to_string("ui/errors/500.html", request=self.request)

    def get_traceback_text(self) -> SafeString:
        """The same for machines."""
        return SafeString("A fault of the site.\n")
