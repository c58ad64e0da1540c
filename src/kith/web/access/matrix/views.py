"""The access matrix: a page, and a file."""

from __future__ import annotations

import csv
import io
from itertools import groupby
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kith.web.access.matrix.rows import rows
from kith.web.access.reading import read_recorded
from kith.web.access.roles import ROLES, Role


if TYPE_CHECKING:
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
    out = io.StringIO()
    writer = csv.writer(out)
    names = [duty.name for duty in ROLES.values()]
    writer.writerow(["route", "what", "permission", "everybody", *names])
    for one in rows():
        marks = ["yes" if one.everybody or role in one.roles else "" for role in ROLES]
        writer.writerow([one.route, one.behind, one.permission, one.everybody, *marks])
    read_recorded(
        request.viewer, request.received_at, "matrix.exported", (), noun="access"
    )
    answer = HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="access-matrix.csv"'
    return answer
