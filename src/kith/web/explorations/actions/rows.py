"""Opening the rows behind an answer: for a purpose, for an hour, each page recorded."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from kith.web.access.refusals import locked, refuse_if
from kith.web.access.writing import writing
from kith.web.audit.recording import recorded
from kith.web.explorations import policies
from kith.web.explorations.files.rows import close_rows, write_rows
from kith.web.explorations.models import Exploration, RowOpening, RowsState
from kith.web.explorations.values import HOURS_OPEN
from kith.web.notices.work import CLOCKS, enqueue_once


if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from kith.domain.vocabulary.actors import Actor
    from kith.web.access.viewer import Viewer


FETCH_ROWS = "explorations.fetch_rows"
CLOSE_ROWS = "explorations.close_rows"


def ask_for_rows(
    *, viewer: Viewer, at: datetime, key: UUID, purpose: str, build: str
) -> RowOpening:
    """The rows behind an answer will be fetched for this person and this purpose.

    Raises:
        RefusedError: not theirs to see, no purpose, or counted anew since.
    """
    verb = "explorations.rows_asked"
    with writing(viewer=viewer, at=at, verb=verb, purpose=purpose) as event:
        of = locked(Exploration.objects.visible_to(viewer), key)
        refuse_if(policies.why_not_open_rows(viewer, of, build=build))
        refuse_if(policies.why_not_purpose(purpose))
        one = RowOpening.objects.create(
            of=of, purpose=purpose.strip(), asked_by_id=viewer.who, asked_at=at
        )
        enqueue_once(
            kind=FETCH_ROWS,
            key=f"{FETCH_ROWS} {one.pk}",
            at=CLOCKS.real(),
            arguments={"opening": str(one.pk)},
        )
        event.about(of, area=of.area_id, measure=of.measure, opening=str(one.pk))
    return one


def keep_rows(
    *, actor: Actor, at: datetime, key: UUID, rows: Sequence[dict[str, Any]]
) -> None:
    """The rows are open for an hour; then the platform closes them by itself."""
    with recorded(actor=actor, at=at, verb="explorations.rows_opened") as event:
        one = (
            RowOpening.objects.select_for_update()
            .filter(pk=key, state=RowsState.WAITING)
            .first()
        )
        if one is not None:
            write_rows(key, list(rows))
            one.state, one.rows = RowsState.OPEN, len(rows)
            one.open_until = CLOCKS.real() + timedelta(hours=HOURS_OPEN)
            one.save(update_fields=["state", "rows", "open_until"])
            enqueue_once(
                kind=CLOSE_ROWS,
                key=f"{CLOSE_ROWS} {key}",
                at=CLOCKS.real(),
                arguments={"opening": str(key)},
                after=one.open_until,
            )
        event.about_several(
            "explorations",
            () if one is None else (one.of_id,),
            opening=str(key),
            rows=len(rows) if one is not None else 0,
        )


def end_opening(
    *, actor: Actor, at: datetime, key: UUID, state: RowsState, fault: str = ""
) -> None:
    """The rows are not open, or no longer: their file is gone."""
    with recorded(actor=actor, at=at, verb="explorations.rows_closed") as event:
        one = RowOpening.objects.select_for_update().filter(pk=key).first()
        if one is not None:
            one.state, one.fault = state, fault
            one.save(update_fields=["state", "fault"])
        close_rows(key)
        event.about_several(
            "explorations",
            () if one is None else (one.of_id,),
            opening=str(key),
            outcome=str(state),
        )


def read_rows_page(
    *, viewer: Viewer, at: datetime, one: RowOpening, first: int, count: int
) -> None:
    """That these rows were looked at, and for what, is in the trail.

    Each row counts as a record of its own, so that a page of them is asked about where
    a partnership asks about many readings.
    """
    verb = "explorations.read"
    with writing(viewer=viewer, at=at, verb=verb, purpose=one.purpose) as event:
        event.about(
            one.of,
            area=one.of.area_id,
            opening=str(one.pk),
            first=first,
            count=count,
        )
