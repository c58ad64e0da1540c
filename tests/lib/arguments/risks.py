"""Risks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.risk_levels import Mark
from kith.web.access.roles import Role
from kith.web.risks.actions import Guard, RiskAccount, add_control, record_risk
from tests.lib.world import NOW


if TYPE_CHECKING:
    from kith.web.risks.models import Risk
    from tests.lib.world import Side, World


def recorded(world: World, side: Side) -> tuple[object, ...]:
    """A risk on the register of the side's body."""
    return (_risk(world, side).pk,)


def controlled(world: World, side: Side) -> tuple[object, ...]:
    """A risk and its control."""
    risk = _risk(world, side)
    chair = world.viewer(Role.GROUP_CHAIR, side)
    control = add_control(
        viewer=chair,
        at=NOW,
        key=risk.pk,
        guard=Guard("A weekly call", world.person(Role.MEMBER, side)),
    )
    return (risk.pk, control.pk)


def _risk(world: World, side: Side) -> Risk:
    return record_risk(
        viewer=world.viewer(Role.GROUP_CHAIR, side),
        at=NOW,
        body=side.body,
        account=RiskAccount(
            title="Signs of neglect are missed",
            cause="Fewer people see children in person",
            event="neglect and hidden harm go unseen",
            effect="Children are hurt for longer before anybody helps",
            owner=world.person(Role.GROUP_CHAIR, side),
            before=Mark(4, 5),
            now=Mark(4, 4),
            target=Mark(2, 4),
        ),
    )


_EDITS = "only the risk's owner, and whoever edits risks in its body"

ARGUMENTS_OF = {
    "risks:detail": recorded,
    "risks:review": recorded,
    "risks:control": recorded,
    "risks:control_change": controlled,
    "risks:evidence": recorded,
    "risks:owner": recorded,
    "risks:raise": recorded,
    "risks:reply": recorded,
    "risks:close": recorded,
    "risks:reopen": recorded,
}
NARROWER = {
    "risks:review": _EDITS,
    "risks:control": _EDITS,
    "risks:control_change": _EDITS,
    "risks:evidence": _EDITS,
    "risks:owner": _EDITS,
}
