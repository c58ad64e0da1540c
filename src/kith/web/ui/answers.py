"""Answers that are no pages: files to keep."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.http import content_disposition_header


CSV = "text/csv; charset=utf-8"


def attached(content: bytes | str, name: str, kind: str = CSV) -> HttpResponse:
    """A file that the browser saves under this name, guesses nothing of and never caches."""
    return HttpResponse(
        content,
        content_type=kind,
        headers={
            "Content-Disposition": str(
                content_disposition_header(as_attachment=True, filename=name)
            ),
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
        },
    )
