"""Plans and priorities."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kith.web.access.roles import Role
from kith.web.actions.queries import action
from kith.web.priorities.actions import (
    Aim,
    Years,
    add_priority,
    draft_plan,
    link_action,
)
from tests.lib.arguments.actions import proposed
from tests.lib.world import NOW


if TYPE_CHECKING:
    from tests.lib.world import Side, World


def plan(world: World, side: Side) -> tuple[object, ...]:
    """A draft of the side's body, called as many have been before it."""
    made = draft_plan(
        viewer=world.viewer(Role.BUSINESS_MANAGER, side),
        at=NOW,
        body=side.body,
        years=Years(
            f"Plan {side.body.plans.count() + 1}", date(2020, 4, 1), date(2023, 3, 31)
        ),
    )
    return (made.pk,)


def priority(world: World, side: Side) -> tuple[object, ...]:
    """A priority of such a plan."""
    (of,) = plan(world, side)
    made = add_priority(
        viewer=world.viewer(Role.BUSINESS_MANAGER, side),
        at=NOW,
        plan=of,  # type: ignore[arg-type] # the key that was just made
        aim=Aim("Neglect", "Neglect is seen early", side.council),
    )
    return (made.pk,)


def linked(world: World, side: Side) -> tuple[object, ...]:
    """A priority, and an action that serves it."""
    (of,) = priority(world, side)
    (key,) = proposed(world, side)
    manager = world.viewer(Role.BUSINESS_MANAGER, side)
    one = action(manager, key)  # type: ignore[arg-type] # the key that was just made
    link_action(viewer=manager, at=NOW, key=of, action=one)  # type: ignore[arg-type] # as above
    return (of, key)


ARGUMENTS_OF = {
    **{f"priorities:{name}": plan for name in ("agree", "end", "new")},
    **{
        f"priorities:{name}": priority
        for name in ("detail", "edit", "note", "narrative", "measures", "link")
    },
    "priorities:unlink": linked,
}
