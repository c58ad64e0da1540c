"""What is owed is planned and ended, and returns fall due by the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.return_calendar import Cadence, owed_periods, return_due_on
from kith.domain.rules.states.returns import ReturnState
from kith.domain.vocabulary.moments import london_day
from kith.web.access.refusals import locked, refuse_if
from kith.web.access.writing import writing
from kith.web.audit.recording import recorded
from kith.web.returns import policies
from kith.web.returns.models import Duty, Return
from kith.web.returns.queries import visible_duties


if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from kith.domain.vocabulary.actors import Actor
    from kith.domain.vocabulary.periods import Period
    from kith.web.access.viewer import Viewer
    from kith.web.returns.values import Owed


def owe(*, viewer: Viewer, at: datetime, owed: Owed) -> Duty:
    """An agency owes a feed from now on; what is over already is due at once.

    Raises:
        RefusedError: not this viewer's to plan, or it is owed already.
    """
    with writing(viewer=viewer, at=at, verb="returns.planned") as event:
        refuse_if(policies.why_not_plan(viewer, owed))
        stands = Duty.objects.filter(
            area=owed.area,
            organisation=owed.organisation,
            feed=owed.feed,
            last_on__isnull=True,
        )
        refuse_if("This is owed already." if stands.exists() else "")
        duty = Duty.objects.create(
            area=owed.area,
            organisation=owed.organisation,
            feed=owed.feed,
            measures=list(owed.measures),
            cadence=owed.cadence,
            first_on=owed.first_on,
            days_to_send=owed.days_to_send,
            steward=owed.steward,
            planned_by_id=viewer.who,
            planned_at=at,
        )
        event.also(_open(duty, london_day(at)))
        event.about(duty, area=duty.area_id, feed=duty.feed)
    return duty


def end_duty(
    *, viewer: Viewer, at: datetime, key: UUID, last_on: date, words: str
) -> Duty:
    """Nothing is owed for days after this one; what was due by then still is."""
    with writing(viewer=viewer, at=at, verb="returns.duty_ended") as event:
        duty = locked(visible_duties(viewer), key)
        refuse_if(policies.why_not_change_duty(viewer, duty))
        refuse_if(policies.why_not_unsaid(words))
        duty.last_on, duty.ended_because = last_on, words
        duty.save(update_fields=["last_on", "ended_because"])
        # What nobody has begun for days after the end is owed no longer.
        unbegun = duty.returns.filter(
            first_on__gt=last_on, state=ReturnState.DUE, submissions__isnull=True
        )
        event.also(list(unbegun))
        unbegun.delete()
        event.about(duty, area=duty.area_id, feed=duty.feed)
    return duty


def open_due_returns(*, actor: Actor, at: datetime) -> int:
    """Every period that is over by now has its return; how many were new."""
    today = london_day(at)
    count = 0
    for duty in Duty.objects.order_by("id"):
        if not _missing(duty, today):
            continue
        with recorded(actor=actor, at=at, verb="returns.fell_due") as event:
            held = Duty.objects.select_for_update().get(pk=duty.pk)
            made = _open(held, today)
            event.about(held, area=held.area_id, count=len(made))
            event.also(made)
        count += len(made)
    return count


def _missing(duty: Duty, today: date) -> list[Period]:
    have = set(duty.returns.values_list("first_on", flat=True))
    return [
        period
        for period in owed_periods(Cadence(duty.cadence), duty.first_on, today)
        if period.first not in have
        and (duty.last_on is None or period.first <= duty.last_on)
    ]


def _open(duty: Duty, today: date) -> list[Return]:
    return [
        Return.objects.create(
            reference=_reference(duty, period),
            duty=duty,
            first_on=period.first,
            last_on=period.last,
            due_on=return_due_on(period, duty.days_to_send),
        )
        for period in _missing(duty, today)
    ]


def _reference(duty: Duty, period: Period) -> str:
    """RETURN/AVON-AND-SOMERSET-POLICE/POLICE/2020-12/3F: its days and its duty."""
    agency = duty.organisation.code.upper()[:28]
    feed = duty.feed.upper().replace("_", "-")[:20]
    return f"RETURN/{agency}/{feed}/{period.last:%Y-%m}/{duty.pk.hex[:4].upper()}"
