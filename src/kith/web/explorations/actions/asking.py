"""Asking a question, calling it off, and looking at what came of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from kith.domain.vocabulary.moments import london_day
from kith.web.access.reading import read_recorded
from kith.web.access.refusals import locked, refuse_if
from kith.web.access.writing import writing
from kith.web.explorations import policies, queries
from kith.web.explorations.models import COUNTING, AnswerState, Exploration, Rules
from kith.web.explorations.values import DAYS_KEPT
from kith.web.notices.work import CLOCKS, enqueue_once
from kith.web.organisations.models import Area


if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.explorations.values import OnOffer, Question


COUNT = "explorations.count"


def ask_question(
    *, viewer: Viewer, at: datetime, asked: Question, offer: OnOffer
) -> Exploration:
    """The question is answered: from what is kept of this build, else by the engine.

    Raises:
        RefusedError: not theirs to ask, or not under these rules.
    """
    with writing(viewer=viewer, at=at, verb="explorations.asked") as event:
        refuse_if(policies.why_not_ask(viewer, asked))
        # Held, so that of two who ask the same at once the second meets the first's.
        area = Area.objects.select_for_update().get(pk=asked.area)
        found = queries.answer_to(viewer, asked, offer.build)
        if found is None:
            mine = Exploration.objects.filter(asked_by=viewer.who, state__in=COUNTING)
            refuse_if(policies.why_not_another(mine.count()))
        of = found or _made(viewer, at, asked, offer)
        event.about(
            of,
            area=area.pk,
            measure=asked.measure,
            first=asked.period.first.isoformat(),
            last=asked.period.last.isoformat(),
            by=list(asked.by),
            rules=asked.rules,
            was_kept=int(found is not None),
        )
    return of


def _made(viewer: Viewer, at: datetime, asked: Question, offer: OnOffer) -> Exploration:
    key, today = uuid4(), london_day(at)
    of = Exploration.objects.create(
        id=key,
        # Not numbered in a row: what is deleted would have its number given again.
        reference=f"EXPLORED/{today.year}/{key.hex[:8].upper()}",
        measure=asked.measure,
        title=offer.measures[asked.measure],
        area_id=asked.area,
        first_on=asked.period.first,
        last_on=asked.period.last,
        by=list(asked.by),
        rules=asked.rules,
        build=offer.build,
        asked_by_id=viewer.who,
        asked_at=at,
        kept_until=today + timedelta(days=DAYS_KEPT),
    )
    enqueue_once(
        kind=COUNT,
        key=f"{COUNT} {key}",
        at=CLOCKS.real(),
        arguments={"exploration": str(key)},
    )
    return of


def cancel_question(*, viewer: Viewer, at: datetime, key: UUID) -> Exploration:
    """The engine stops counting for it."""
    with writing(viewer=viewer, at=at, verb="explorations.cancelled") as event:
        of = locked(Exploration.objects.visible_to(viewer), key)
        refuse_if(policies.why_not_cancel(viewer, of))
        of.state = AnswerState.CANCELLED
        of.save(update_fields=["state"])
        event.about(of, area=of.area_id)
    return of


def read_answer(*, viewer: Viewer, at: datetime, of: Exploration) -> None:
    """That true numbers were looked at is in the trail; public rules hide what needs it."""
    if of.rules == Rules.INTERNAL and of.state == AnswerState.ANSWERED:
        read_recorded(viewer, at, "explorations.read", [of], area=of.area_id)


def export_answer(*, viewer: Viewer, at: datetime, of: Exploration) -> None:
    """That an answer was taken away is in the trail, under whichever rules."""
    read_recorded(
        viewer,
        at,
        "explorations.exported",
        [of],
        area=of.area_id,
        rules=of.rules,
        cells=len(of.cells),
    )
