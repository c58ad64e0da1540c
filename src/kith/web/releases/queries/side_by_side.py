"""Whether a table of several areas may be made at all: only with each one's consent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.viewer import Viewer
from kith.web.benchmarks import queries as benchmarks
from kith.web.organisations.models import Area


if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


def not_shared(
    viewer: Viewer, measures: Sequence[str], areas: Sequence[str], day: date
) -> str:
    """Who has not let figures of this table stand beside others', as the public would
    read it; empty where all have, or it is of one area."""
    if len(areas) < 2 or not viewer.is_signed_in:
        return ""
    missing: dict[str, list[str]] = {}
    for measure in measures:
        found = benchmarks.shared(Viewer.public(), measure, areas, day)
        for code, one in found.items():
            if one.not_by:
                missing.setdefault(code, []).append(measure)
    names = dict(Area.objects.filter(code__in=missing).values_list("code", "name"))
    named = "; ".join(
        f"{names.get(code, code)} ({', '.join(theirs)})"
        for code, theirs in sorted(missing.items())
    )
    return named and f"{NOT_SHARED} {named}."


NOT_SHARED = (
    "A table of several areas sets them side by side, which asks for consent that is not "
    "given yet:"
)
