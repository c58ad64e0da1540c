"""A table of several areas is proposed only where each lets its figures be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kith.contracts.commands.releases import ReleaseRequest
from kith.web.access.models import RoleHolding
from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.releases.actions import propose_table
from kith.web.releases.values import Proposal
from tests.lib.arguments.benchmarks import letting_compare
from tests.lib.published_store import YEAR
from tests.lib.world import LONG_AGO, NOW, viewer_of


if TYPE_CHECKING:
    from tests.lib.world import World


def proposal(*areas: str) -> Proposal:
    request = ReleaseRequest(
        measures=("referrals",),
        areas=areas,
        first=YEAR.first,
        last=YEAR.last,
        title="Areas",
    )
    return Proposal("Areas", request, list(areas))


@pytest.mark.usefixtures("home")
def test_each_area_consents_before_a_table_holds_several(world: World) -> None:
    here, there = world.here.area, world.there.area
    both = world.person(Role.DATA_ANALYST)
    RoleHolding.objects.create(
        person=both,
        role=Role.DATA_ANALYST,
        area=there.code,
        first_on=LONG_AGO,
        given_at=NOW,
    )
    viewer = viewer_of(both)
    letting_compare(here)
    table = proposal(here.code, there.code)
    with pytest.raises(RefusedError, match=r"not given yet: Bristol \(referrals\)"):
        propose_table(viewer=viewer, at=NOW, proposal=table)
    alone = proposal(there.code)
    assert propose_table(viewer=viewer, at=NOW, proposal=alone).state == "ASKED"
    letting_compare(there)
    assert propose_table(viewer=viewer, at=NOW, proposal=table).state == "ASKED"
