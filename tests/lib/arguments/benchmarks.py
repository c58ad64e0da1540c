"""Benchmarks."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kith.domain.vocabulary.definitions import Definition
from kith.web.access.models import Person
from kith.web.access.roles import Role
from kith.web.benchmarks.actions import (
    Chosen,
    NeighbourEdition,
    Released,
    bring_neighbours,
    bring_statistics,
    set_beside,
)
from kith.web.benchmarks.models import (
    FigureConsent,
    NeighbourList,
    StatisticsRelease,
)
from kith.web.documents.files import accepted
from kith.web.organisations.models import Area, Footprint, Organisation, Sector
from tests.lib.world import LONG_AGO, NOW


if TYPE_CHECKING:
    from tests.lib.world import Side, World


NEAR = b"""la_code,neighbour_rank,neighbour_code,neighbour_name
E06000024,1,E06000025,South Gloucestershire
E06000024,2,E06000054,Wiltshire
E06000024,3,E06000059,Dorset
E06000024,4,E06000030,Swindon
"""


def statistics(rate: str = "494.3", last: str = "c") -> bytes:
    """A small table as the Department lays it out."""
    head = (
        "time_period,time_identifier,geographic_level,country_code,country_name,"
        "region_code,region_name,old_la_code,new_la_code,la_name,category,rate\n"
    )
    england = "E92000001,England"
    place = "E12000009,South West,802,E06000024,North Somerset"
    return (
        f"{head}202021,Financial year,National,{england},,,,,,Total,{rate}\n"
        f"202021,Financial year,National,{england},,,,,,Male,501.0\n"
        f"202021,Financial year,Local authority,{england},{place},Total,{last}\n"
    ).encode()


def brought(world: World, side: Side) -> tuple[object, ...]:
    """A published table: one for both sides, since it is everybody's."""
    stands = StatisticsRelease.objects.first()
    if stands is None:
        stands = bring_statistics(
            viewer=world.viewer(Role.DATA_ANALYST, side),
            at=NOW,
            file=accepted(statistics()),
            released=Released(
                "Children in need", "Department for Education", date(2021, 10, 28)
            ),
        )
    return (stands.pk,)


def force_of(side: Side) -> Organisation:
    """The side's police force: a safeguarding partner that serves its area."""
    force, _ = Organisation.objects.get_or_create(
        code=f"force-of-{side.area.code}".lower(),
        defaults={"name": f"Force of {side.area.name}", "sector": Sector.POLICE},
    )
    Footprint.objects.get_or_create(organisation=force, area=side.area)
    return force


def letting_compare(area: Area) -> None:
    """The area lets every figure of its own stand beside others'."""
    someone, _ = Person.objects.get_or_create(
        email="analyst.of.all@example.org",
        defaults={"name": "An analyst", "added_at": NOW},
    )
    FigureConsent.objects.create(
        number=1,
        area=area,
        answer="GIVEN",
        first_on=LONG_AGO,
        said_by=someone,
        said_at=NOW,
    )


def counted(number: str, area: str = "E06000024", name: str = "Here") -> bytes:
    """A published count of referrals of an area in 2020."""
    head = (
        "time_period,time_identifier,geographic_level,country_code,country_name,"
        "region_code,region_name,old_la_code,new_la_code,la_name,referrals\n"
    )
    place = f"E92000001,England,E12000009,South West,802,{area},{name}"
    return f"{head}2020,Calendar year,Local authority,{place},{number}\n".encode()


def beside_ours(world: World, side: Side) -> tuple[object, ...]:
    """A published number of the side's area: ours of its days is another."""
    area, analyst = side.area, world.viewer(Role.DATA_ANALYST, side)
    made = bring_statistics(
        viewer=analyst,
        at=NOW,
        file=accepted(counted("700", area.code, area.name)),
        released=Released("Referrals", "The Department", date(2021, 1, 12)),
    )
    chosen = Chosen("referrals", {}, "referrals", Definition.AGREED)
    benchmark = set_beside(viewer=analyst, at=NOW, key=made.pk, chosen=chosen)
    return (benchmark.numbers.get().pk,)


def neighbours(world: World, side: Side) -> tuple[object, ...]:
    """An edition of neighbours: one for both sides, since it is everybody's."""
    stands = NeighbourList.objects.first()
    if stands is None:
        stands = bring_neighbours(
            viewer=world.viewer(Role.DATA_ANALYST, side),
            at=NOW,
            file=accepted(NEAR),
            edition=NeighbourEdition(
                "Neighbours 2019", "Invented", date(2019, 6, 3), date(2019, 7, 1)
            ),
        )
    return (stands.pk,)


def measure(world: World, side: Side) -> tuple[object, ...]:
    """A measure of the catalogue."""
    return ("referrals",)


ARGUMENTS_OF = {
    "benchmarks:detail": brought,
    "benchmarks:set": brought,
    "benchmarks:note": measure,
    "benchmarks:difference": beside_ours,
    "benchmarks:neighbours_detail": neighbours,
}
_EVERYBODYS = "a published table and a measure of the catalogue are every area's"
OF_EVERY_AREA = {
    "benchmarks:detail": _EVERYBODYS,
    "benchmarks:set": _EVERYBODYS,
    "benchmarks:note": _EVERYBODYS,
    "benchmarks:neighbours_detail": "who neighbours whom is every area's",
}
