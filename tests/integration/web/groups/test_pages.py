"""Every page of meetings opens for whom it is, and for nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from kith.web.access.doors.door import Answer
from kith.web.access.doors.groups import DOORS
from kith.web.access.roles import Role
from tests.lib.arguments.groups import ARGUMENTS_OF


if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from kith.web.access.models import Person
    from tests.lib.world import World


PAGES = [one for one in DOORS if one.answer is Answer.PAGE]
CHAIRED = {"groups:minutes_back"}
VOTED = {"groups:vote"}


@pytest.mark.parametrize("door", PAGES, ids=str)
def test_a_page_opens_here_and_is_not_there_elsewhere(
    door, world: World, browse: Callable[[Person], Client]
) -> None:
    role = (
        Role.GROUP_CHAIR
        if door.route in CHAIRED
        else Role.MEMBER
        if door.route in VOTED
        else Role.BUSINESS_MANAGER
    )
    make = ARGUMENTS_OF.get(door.route)
    client = browse(world.person(role))
    here = reverse(door.route, args=make(world, world.here) if make else ())
    assert client.get(here).status_code == 200
    if make:
        there = reverse(door.route, args=make(world, world.there))
        assert client.get(there).status_code == 404
