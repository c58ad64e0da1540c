"""The access matrix: a page, and a file."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_safe

from kith.web.access.matrix.rows import rows
from kith.web.access.reading import read_recorded
from kith.web.access.roles import ROLES, Role
from kith.web.ui.answers import attached
from kith.web.ui.cells import csv_text


if TYPE_CHECKING:
    from django.http import HttpResponse

    from kith.web.access.requests import KithRequest


@require_safe
def matrix(request: KithRequest) -> HttpResponse:
    """Every route and who may pass; with ``role``, what that role may reach."""
    asked = request.GET.get("role", "")
    role = Role(asked) if asked in set(Role) else None
    shown = rows(role)
    groups = [
        (noun.replace("_", " ").capitalize(), list(group))
        for noun, group in groupby(shown, key=lambda row: row.noun)
    ]
    about = {
        "groups": groups,
        "count": len(shown),
        "role": role,
        "duty": ROLES[role] if role else None,
        "roles": [(one.value, duty.name) for one, duty in ROLES.items()],
    }
    return render(request, "matrix/matrix.html", about)


@require_safe
def matrix_csv(request: KithRequest) -> HttpResponse:
    """Routes down, roles across; saving it is an event."""
    names = [duty.name for duty in ROLES.values()]
    head = ["route", "what", "permission", "everybody", *names]
    told = [
        [
            *(one.route, one.behind, one.permission, one.everybody),
            *("yes" if one.everybody or role in one.roles else "" for role in ROLES),
        ]
        for one in rows()
    ]
    read_recorded(
        request.viewer, request.received_at, "matrix.exported", (), noun="access"
    )
    return attached(csv_text(head, told), "access-matrix.csv")
