"""Approvals."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from kith.web.access.roles import Role
from kith.web.approvals.actions import Question, ask_approval
from tests.lib.world import NOW


if TYPE_CHECKING:
    from tests.lib.world import Side, World


def asked(world: World, side: Side) -> tuple[object, ...]:
    """An approval that the side's lead safeguarding partner is asked for."""
    question = Question(
        noun="example",
        key=uuid4(),
        slot="COUNCIL",
        title="The yearly budget",
        office="Chief Executive",
        asked_of=world.person(Role.LEAD_SAFEGUARDING_PARTNER, side),
        area=side.area.code,
    )
    manager = world.viewer(Role.BUSINESS_MANAGER, side)
    return (ask_approval(viewer=manager, at=NOW, question=question).pk,)


_OWN = "only the person who was asked, and whoever keeps or confirms approvals there"

ARGUMENTS_OF = {
    f"approvals:{route}": asked
    for route in (
        "detail",
        "give",
        "refuse",
        "record",
        "confirm",
        "send_back",
        "withdraw",
    )
}
NARROWER = {
    "approvals:detail": _OWN,
    "approvals:give": _OWN,
    "approvals:refuse": _OWN,
}
