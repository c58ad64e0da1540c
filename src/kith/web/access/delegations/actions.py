"""Every write of delegations: one transaction, one audit event each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.web.access.delegations import policies
from kith.web.access.delegations.queries import (
    people_to_delegate_to,
    visible_delegations,
)
from kith.web.access.models import Delegation
from kith.web.access.refusals import locked, one_or_404, refuse_if
from kith.web.access.writing import writing


if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from kith.web.access.models import Person
    from kith.web.access.viewer import Viewer


@dataclass(frozen=True)
class StandIn:
    """Who stands in, where (everywhere, without a body), why, and from when to when."""

    taker: Person
    body: UUID | None
    reason: str
    first_on: date
    last_on: date


def give_delegation(*, viewer: Viewer, at: datetime, stand_in: StandIn) -> Delegation:
    """Somebody may act in the viewer's place, on these days, but for what is personal.

    Raises:
        Http404: the taker is nobody the viewer works with.
        RefusedError: not theirs to hand on, or days that cannot be.
    """
    with writing(viewer=viewer, at=at, verb="delegations.given") as event:
        refuse_if(policies.why_not_give(viewer, stand_in.body))
        days = (stand_in.first_on, stand_in.last_on)
        refuse_if(policies.why_not_these_days(*days, at.date()))
        taker = one_or_404(people_to_delegate_to(viewer), stand_in.taker.pk)
        given = Delegation.objects.create(
            giver_id=viewer.who,
            taker=taker,
            body=stand_in.body,
            reason=stand_in.reason,
            first_on=stand_in.first_on,
            last_on=stand_in.last_on,
            given_at=at,
        )
        event.about(
            given,
            body=stand_in.body,
            to=str(taker.pk),
            first_on=stand_in.first_on.isoformat(),
            last_on=stand_in.last_on.isoformat(),
        )
    return given


def end_delegation(*, viewer: Viewer, at: datetime, key: UUID) -> Delegation:
    """From now on nobody acts in the giver's place by this.

    Raises:
        Http404: no such delegation.
        RefusedError: over already, or not theirs to end.
    """
    with writing(viewer=viewer, at=at, verb="delegations.ended") as event:
        given = locked(visible_delegations(viewer), key)
        refuse_if(policies.why_not_end(viewer, given, at.date()))
        given.ended_by_id, given.ended_at = viewer.who, at
        given.save(update_fields=["ended_by", "ended_at"])
        event.about(given, body=given.body)
    return given
