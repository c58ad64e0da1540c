"""Two ask for information at once: both requests stand, each with its own number."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from kith.web.access.roles import Role
from kith.web.organisations.actions import Asking, ask_for_information
from kith.web.organisations.models import InformationRequest
from tests.lib.databases import racing
from tests.lib.world import NOW, make_world


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_two_requests_asked_at_once_get_two_numbers() -> None:
    world = make_world()
    asking = Asking(
        area=world.here.area,
        organisation=world.here.council,
        what="The number of exclusions",
        why="For the yearly report",
        due_on=date(2021, 2, 1),
    )
    manager = world.viewer(Role.BUSINESS_MANAGER)
    ask = partial(ask_for_information, viewer=manager, at=NOW, asking=asking)
    ended = racing(ask, ask)
    assert [type(one) for one in ended] == [InformationRequest, InformationRequest]
    numbers = InformationRequest.objects.values_list("reference", flat=True)
    assert sorted(one[-2:] for one in numbers) == ["01", "02"]
