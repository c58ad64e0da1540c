"""Delegations in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.domain.vocabulary.periods import say_day
from kith.web.access.delegations import policies
from kith.web.access.naming import body_names


if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from kith.web.access.models import Delegation
    from kith.web.access.viewer import Viewer


@dataclass(frozen=True)
class DelegationLine:
    """One as the list shows it."""

    key: UUID
    who: str
    for_whom: str
    where: str
    days: str
    reason: str
    state: str
    tone: str
    may_end: bool


def lines(
    viewer: Viewer, given: Sequence[Delegation], *, today: date
) -> list[DelegationLine]:
    """A page of them, the names of groups found in one query."""
    bodies = body_names(one.body for one in given if one.body)
    made = []
    for one in given:
        state, tone = standing(one, today=today)
        made.append(
            DelegationLine(
                key=one.pk,
                who=one.taker.name,
                for_whom=one.giver.name,
                where=bodies.get(one.body, "") if one.body else "All that they do",
                days=f"{say_day(one.first_on)} to {say_day(one.last_on)}",
                reason=one.reason,
                state=state,
                tone=tone,
                may_end=not policies.why_not_end(viewer, one, today),
            )
        )
    return made


def standing(given: Delegation, *, today: date) -> tuple[str, str]:
    """Where it stands, and the tone of its tag."""
    if given.ended_at is not None:
        return "Ended early", "done"
    if given.last_on < today:
        return "Over", "done"
    return ("To come", "") if given.first_on > today else ("Stands", "attention")
