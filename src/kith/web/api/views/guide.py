"""How a program sends and reads, for whoever writes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kith.web.access.doors.door import Who
from kith.web.access.table import door_of
from kith.web.api import policies
from kith.web.api.presenters.problems import WORDS
from kith.web.api.views import reading, sending
from kith.web.api.views.router import api


if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from django.http import HttpRequest, HttpResponse


OPERATIONS = (reading, sending)
"""The modules whose operations the document tells of: read here, so that each is there."""

_NEEDS = {
    Who.TOKEN: "any token",
    Who.READING_TOKEN: "one that reads",
    Who.SENDING_TOKEN: "one that sends",
}


@dataclass(frozen=True)
class Operation:
    """A line of the guide."""

    method: str
    path: str
    summary: str
    needs: str


def document() -> Mapping[str, Any]:
    """The OpenAPI document, as `/api/v1/openapi.json` gives it."""
    told: Mapping[str, Any] = api.get_openapi_schema(path_prefix="/api/v1/")
    return told


def operations() -> Iterator[Operation]:
    """Every operation, as the document tells it."""
    for path, methods in document()["paths"].items():
        for method, told in methods.items():
            door = door_of(f"api_v1:{_ROUTES[told['operationId']]}")
            assert door is not None  # a route without its door is a failing test
            needs = _NEEDS.get(Who(door.who), "")
            yield Operation(method.upper(), path, told["summary"], needs)


_ROUTES = {
    operation.operation_id: operation.url_name
    for _, router in api._routers
    for view in router.path_operations.values()
    for operation in view.operations
}


@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """What there is, how it is asked, and what comes back when something is wrong."""
    about = {
        "operations": list(operations()),
        "problems": sorted(WORDS.items()),
        "address": settings.KITH_ADDRESS,
        "most": policies.MOST_A_MINUTE,
        "megabytes": settings.KITH_FILE_MEGABYTES,
    }
    return render(request, "api/guide.html", about)
