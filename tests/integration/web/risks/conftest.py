"""A body above the two sides' own, as groups have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kith.domain.rules.risk_levels import Mark
from kith.web.access.roles import Role
from kith.web.bodies.models import Body, BodyKind
from kith.web.risks.actions import RiskAccount, record_risk
from tests.lib.world import LONG_AGO, NOW, Side


if TYPE_CHECKING:
    from collections.abc import Callable

    from kith.web.risks.models import Risk
    from tests.lib.world import World


@pytest.fixture
def group(world: World) -> Side:
    """A sub-group whose parent is this side's Executive."""
    body = Body.objects.create(
        code="reviews-group",
        name="Reviews Group",
        kind=BodyKind.SUB_GROUP,
        parent=world.here.body,
        opened_on=LONG_AGO,
    )
    body.areas.add(world.here.area)
    return Side(world.here.area, world.here.council, body)


@pytest.fixture
def recorded(world: World) -> Callable[[Side], Risk]:
    """A risk on a side's register, recorded and owned by its chair."""

    def record(side: Side) -> Risk:
        return record_risk(
            viewer=chair_of(world, side),
            at=NOW,
            body=side.body,
            account=RiskAccount(
                title="Signs of neglect are missed",
                cause="Fewer people see children in person",
                event="neglect and hidden harm go unseen",
                effect="Children are hurt for longer before anybody helps",
                owner=_chair(world, side),
                before=Mark(4, 5),
                now=Mark(4, 4),
                target=Mark(2, 4),
            ),
        )

    return record


def _chair(world: World, side: Side):
    key = (Role.GROUP_CHAIR, side.body.code)
    from tests.lib.world import person, seat  # noqa: PLC0415 - keeps the names apart

    if key not in world.people:
        world.people[key] = person(f"Chair of {side.body.name}")
        seat(side, world.people[key], Role.GROUP_CHAIR)
    return world.people[key]


def chair_of(world: World, side: Side):
    """The chair of a side's body, who sits nowhere else."""
    from tests.lib.world import viewer_of  # noqa: PLC0415 - keeps the names apart

    return viewer_of(_chair(world, side))
