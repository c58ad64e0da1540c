"""Budgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.roles import Role
from kith.web.budgets.actions import draft_budget
from tests.lib.world import NOW


if TYPE_CHECKING:
    from tests.lib.world import Side, World


def budget(world: World, side: Side) -> tuple[object, ...]:
    """A draft for a year that has none yet."""
    made = draft_budget(
        viewer=world.viewer(Role.BUSINESS_MANAGER, side),
        at=NOW,
        body=side.body,
        first_year=2020 + side.body.budgets.count(),
    )
    return (made.pk,)


_PAGES = ("detail", "contribution", "heading", "spent", "value", "send", "take_back")
ARGUMENTS_OF = {f"budgets:{page}": budget for page in _PAGES}
