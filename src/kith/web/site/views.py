"""Pages of the site itself: errors that help, health, and what machines ask for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import FileResponse, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kith.web.published import queries
from kith.web.published.values import NothingPublishedError, NotPublishedError


if TYPE_CHECKING:
    from django.http import HttpRequest

    from kith.web.access.requests import KithRequest
    from kith.web.access.viewer import Viewer


FOR_PEOPLE = (
    "public:home",
    "public:worried",
    "scorecards:scorecard",
    "reports:annual_report",
    "public:about",
    "public:glossary",
    "public:accessibility",
    "public:privacy",
    "public:cookies",
)
"""The pages a search engine is told of, besides those of each figure."""


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - Django's view
    """Only that the process runs."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@require_safe
@never_cache
def readyz(request: KithRequest) -> JsonResponse:
    """Whether the database answers, and which edition is published."""
    answers = _database_answers()
    edition = _edition_name(request.viewer)
    ready = answers and edition is not None
    return JsonResponse(
        {"ready": ready, "database": answers, "edition": edition},
        status=200 if ready else 503,
    )


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.fetchall()
    except DatabaseError:
        return False
    return True


def _edition_name(viewer: Viewer) -> str | None:
    try:
        standing = queries.edition(viewer)
        # An edition of which only the cover can be read is not ready to be shown.
        first = queries.catalogue(viewer)[0]
        queries.figure(viewer, first.code, standing.areas[0].code)
        return standing.name
    except (NothingPublishedError, NotPublishedError, IndexError):
        return None


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Search engines may look; not at the example, whose data is invented."""
    allowed = "Disallow: /" if settings.KITH_EXAMPLE else "Allow: /"
    where = request.build_absolute_uri(reverse("sitemap"))
    words = f"User-agent: *\n{allowed}\n\nSitemap: {where}\n"
    return HttpResponse(words, content_type="text/plain; charset=utf-8")


@require_safe
def sitemap(request: KithRequest) -> HttpResponse:
    """Every page for people, each figure's included."""
    places = [reverse(name) for name in FOR_PEOPLE]
    try:
        for entry in queries.catalogue(request.viewer):
            places.append(reverse("scorecards:figure", args=[entry.code]))
    except NothingPublishedError:
        pass
    context = {"addresses": [request.build_absolute_uri(place) for place in places]}
    return render(request, "ui/sitemap.xml", context, content_type="application/xml")


@require_safe
def favicon(request: HttpRequest) -> FileResponse:  # noqa: ARG001 - Django's view
    """The mark in a browser's tab, for browsers that ask without being told."""
    path = Path(settings.STATIC_ROOT) / "brand" / "mark.svg"
    return FileResponse(path.open("rb"), content_type="image/svg+xml")


def bad_request(
    request: HttpRequest,
    exception: Exception,  # noqa: ARG001 - Django passes it by name
) -> HttpResponse:
    """The browser asked in a way that cannot be understood."""
    return render(request, "ui/errors/400.html", status=400)


def forbidden(
    request: HttpRequest,
    exception: Exception,  # noqa: ARG001 - Django passes it by name
) -> HttpResponse:
    """Not for this viewer."""
    return render(request, "ui/errors/403.html", status=403)


def not_found(
    request: HttpRequest,
    exception: Exception,  # noqa: ARG001 - Django passes it by name
) -> HttpResponse:
    """Nothing here for this viewer; nothing published sounds the same, but says so."""
    return render(request, "ui/errors/404.html", status=404)


def fault(request: HttpRequest) -> HttpResponse:
    """Our fault: says so, and what to do."""
    return render(request, "ui/errors/500.html", status=500)
