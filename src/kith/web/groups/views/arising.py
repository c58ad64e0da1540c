"""Matters arising: what a meeting finds before it, from those before, by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kith.domain.rules.states.meetings import MeetingState
from kith.web.actions.queries import carried_forward
from kith.web.groups.queries import agendas, decisions
from kith.web.groups.queries import minutes as minutes_queries


if TYPE_CHECKING:
    from kith.web.access.viewer import Viewer
    from kith.web.groups.models import Meeting


CARRIED_SHOWN = 20
"""Open actions on a meeting's own page; the rest are counted, and one link away."""


def matters_arising(
    viewer: Viewer, one: Meeting, before: Meeting | None
) -> dict[str, Any]:
    """What stands under the agenda; ``before`` is the meeting before this one."""
    carried = carried_forward(viewer, one.body)
    # What is open today was not what an old meeting had before it.
    is_over = one.state in (MeetingState.CANCELLED, MeetingState.MINUTES_AGREED)
    return {
        "open_actions": () if is_over else carried[:CARRIED_SHOWN],
        "more_actions": 0 if is_over else max(0, carried.count() - CARRIED_SHOWN),
        "unfinished": agendas.unfinished_items(viewer, before) if before else (),
        "to_agree": minutes_queries.to_agree_at(viewer, one),
        "corrections": minutes_queries.corrections_noted(viewer, one),
        "votes": decisions.circulations_to_report(viewer, one.body_id),
        "voted": one.circulations.filter(
            pk__in=decisions.visible_circulations(viewer).values("pk")
        ),
    }
