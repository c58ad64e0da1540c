"""Rows behind an answer, as far as they may be shown today."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kith.contracts.feeds import FEEDS
from kith.domain.rules.sharing import Verdict
from kith.web.access.refusals import one_or_404
from kith.web.agreements.queries import sharing_of
from kith.web.explorations.files.rows import read_rows
from kith.web.explorations.models import RowOpening, RowsState
from kith.web.organisations.models import Organisation


if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.viewer import Viewer
    from kith.web.explorations.models import Exploration


Row = dict[str, Any]


@dataclass(frozen=True)
class OpenRows:
    """What may be shown, and how many rows of which feed and agency may not."""

    shown: list[Row]
    held_back: Mapping[tuple[str, str], int]


def opening(viewer: Viewer, key: UUID) -> RowOpening:
    """One opening of rows.

    Raises:
        Http404: not there any more, or somebody else's.
    """
    rows = RowOpening.objects.visible_to(viewer).select_related("of__area")
    return one_or_404(rows, key)


def openings(viewer: Viewer, of: Exploration) -> QuerySet[RowOpening]:
    """The viewer's own openings of the rows behind an answer, the latest first."""
    rows = RowOpening.objects.visible_to(viewer).filter(of=of)
    return rows.order_by("-asked_at", "id")


def open_rows(
    viewer: Viewer, one: RowOpening, *, day: date, now: datetime
) -> OpenRows | None:
    """The rows that may be shown today; None where they are not open, or no longer.

    Rows about children came in on a sharing agreement. They are shown as long as one
    holds, or the controller's own decision does.
    """
    if one.state != RowsState.OPEN or one.open_until is None or now >= one.open_until:
        return None
    rows = read_rows(one.pk)
    if rows is None:
        return None
    sources = {(row["feed"], row["agency"]) for row in rows}
    shared = {source for source in sources if _is_shared(viewer, source, one, day)}
    held = Counter(source for row in rows if (source := _source(row)) not in shared)
    return OpenRows([row for row in rows if _source(row) in shared], held)


def _source(row: Row) -> tuple[str, str]:
    return row["feed"], row["agency"]


def _is_shared(
    viewer: Viewer, source: tuple[str, str], one: RowOpening, day: date
) -> bool:
    feed, agency = source
    if feed not in FEEDS or not FEEDS[feed].child_level:
        return True
    holder = Organisation.objects.filter(code=agency).first()
    if holder is None:
        return False
    judged = sharing_of(viewer, feed, holder, one.of.area_id, one.of.period, day)
    return judged.verdict is not Verdict.REFUSED
