"""Actions."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kith.web.access.roles import Role
from kith.web.actions.actions import Promise, propose_action
from tests.lib.world import NOW


if TYPE_CHECKING:
    from tests.lib.world import Side, World


def proposed(world: World, side: Side) -> tuple[object, ...]:
    """An action that the side's body has not agreed yet."""
    action = propose_action(
        viewer=world.viewer(Role.MEMBER, side),
        at=NOW,
        body=side.body,
        promise=Promise(
            wording="Write to every school",
            owner_organisation=side.council,
            owner=world.person(Role.MEMBER, side),
            due_on=date(2021, 2, 1),
        ),
    )
    return (action.pk,)


_STEPS = (
    "detail",
    "agree",
    "start",
    "note",
    "evidence",
    "verify",
    "send_back",
    "close",
    "impact",
    "ask_more_time",
    "decide_more_time",
    "more_time",
    "reassign",
    "add_source",
    "withdraw",
)
_OWN = "only whose action it is, and whoever edits actions in its body"

ARGUMENTS_OF = {f"actions:{step}": proposed for step in _STEPS}
NARROWER = {
    f"actions:{step}": _OWN
    for step in ("start", "note", "evidence", "impact", "ask_more_time", "reassign")
}
