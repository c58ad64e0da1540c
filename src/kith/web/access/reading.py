"""Reading that leaves an event: restricted records, searches, exports, prints, files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.audit.recording import recorded


if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

    from django.db.models import Model

    from kith.web.access.viewer import Viewer


def read_recorded(  # noqa: PLR0913 - the two places and a noun are by name alone
    viewer: Viewer,
    at: datetime,
    verb: str,
    records: Iterable[Model],
    purpose: str = "",
    *,
    noun: str = "",
    area: str = "",
    body: UUID | None = None,
    **details: object,
) -> None:
    """The trail holds one event that says who read these records, and for what.

    One call a page, with every restricted record the page shows. A verb is
    ``noun.read``, ``.searched``, ``.exported``, ``.printed`` or ``.downloaded``. A search
    or an export of nothing names its noun. Details are codes and counts, never the
    words that were searched for.

    Raises:
        ValueError: nobody is signed in: what needs an event is not for the public.
    """
    read = tuple(records)
    where = body or _body_of(read)
    if (where or area) and _is_outside(viewer, area, where):
        details["outside"] = True
    named = noun or (read[0]._meta.app_label if read else verb.partition(".")[0])
    with recorded(actor=viewer.actor, at=at, verb=verb, purpose=purpose) as event:
        event.about_several(
            named,
            tuple(one.pk for one in read),
            area=area,
            body=where,
            count=len(read),
            **details,
        )


def _body_of(read: tuple[Model, ...]) -> UUID | None:
    """The one body that all of them belong to, where they say so."""
    bodies = {getattr(one, "body_id", None) for one in read}
    return bodies.pop() if len(bodies) == 1 else None


def _is_outside(viewer: Viewer, area: str, body: UUID | None) -> bool:
    """Whether no role or seat of the viewer's own reaches there: an emergency does."""
    return not any(
        body in grant.bodies or area in grant.areas
        for grant in viewer.grants
        if grant.role is not None
    )
