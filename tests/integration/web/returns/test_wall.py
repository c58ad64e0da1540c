"""The wall: it shows a few periods and a page of agencies, however many there are."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.domain.rules.return_calendar import Cadence, owed_periods
from kith.web.access.roles import Role
from kith.web.organisations.models import Organisation
from kith.web.returns.models import Duty, Return
from tests.lib.arguments.returns import speaking
from tests.lib.world import NOW


if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from kith.web.access.models import Person
    from tests.lib.world import Side, World

    Browse = Callable[[Person], Client]


def a_years_months(world: World, side: Side, agencies: int) -> None:
    """So many agencies owe police figures for each month of 2020."""
    planner = world.person(Role.DATA_ANALYST, side)
    for number in range(agencies):
        owner = Organisation.objects.create(
            code=f"{side.area.code}-{number}".lower(),
            name=f"Agency {number:03} of {side.area.name}",
        )
        duty = Duty.objects.create(
            area=side.area,
            organisation=owner,
            feed="police",
            cadence=Cadence.MONTHLY.value,
            first_on=date(2020, 1, 1),
            planned_by=planner,
            planned_at=NOW,
        )
        Return.objects.bulk_create(
            Return(
                reference=f"{owner.code}-{period.first:%Y-%m}",
                duty=duty,
                first_on=period.first,
                last_on=period.last,
                due_on=period.last,
            )
            for period in owed_periods(
                Cadence.MONTHLY, date(2020, 1, 1), date(2021, 1, 10)
            )
        )


def test_no_more_is_read_than_is_shown(world: World, browse: Browse) -> None:
    """720 returns of 60 agencies: six months of fifty, by as many questions as of one."""
    client = browse(world.person(Role.DATA_ANALYST))
    a_years_months(world, world.here, 1)
    client.get("/returns/")
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get("/returns/")
    a_years_months(world, world.there, 59)
    Duty.objects.update(area=world.here.area)
    client.get("/returns/")
    with CaptureQueriesContext(connection) as many:
        page = client.get("/returns/").content.decode()
    assert Return.objects.count() == 720
    assert len(many) == len(few)
    assert page.count('data-label="To ') == 6 * 50
    assert "1 to 50 of 60" in page
    assert "To 31 December 2020" in page
    assert "To 30 June 2020" not in page
    second = client.get("/returns/?page=2").content.decode()
    assert second.count('data-label="To ') == 6 * 10


def test_earlier_periods_are_a_link_away(world: World, browse: Browse) -> None:
    client = browse(world.person(Role.DATA_ANALYST))
    a_years_months(world, world.here, 1)
    assert 'href="?to=2020-07-30"' in client.get("/returns/").content.decode()
    page = client.get("/returns/?to=2020-07-30&feed=police").content.decode()
    assert "To 30 June 2020" in page
    assert "To 31 July 2020" not in page
    assert 'href="?feed=police">The latest periods' in page
    for nonsense in ("0000-00-00", "9999-12-31", "today"):
        page = client.get(f"/returns/?to={nonsense}").content.decode()
        assert "To 31 December 2020" in page


@pytest.mark.parametrize(
    ("role", "finds"),
    [
        (Role.DATA_ANALYST, ["here"]),
        (Role.AGENCY_DATA_STEWARD, []),
        (Role.LAY_MEMBER, []),
    ],
)
def test_the_wall_is_of_those_who_see_its_returns(
    world: World, browse: Browse, role: Role, finds: list[str]
) -> None:
    for side in (world.here, world.there):
        a_years_months(world, side, 1)
    speaking(world, Role.AGENCY_DATA_STEWARD, world.here)
    page = browse(world.person(role)).get("/returns/").content.decode()
    sides = {"here": world.here, "there": world.there}
    seen = [
        name for name, one in sides.items() if f"Agency 000 of {one.area.name}" in page
    ]
    assert seen == finds
