"""The pages of organisations, for each kind of viewer."""

from __future__ import annotations

from datetime import date

import pytest
from django.http import Http404

from kith.domain.vocabulary.organisation_numbers import NumberKind
from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.audit.models import Event
from kith.web.organisations import queries
from kith.web.organisations.actions import (
    Described,
    add_organisation,
    cover_area,
    end_organisation,
    leave_area,
    record_succession,
    rename_organisation,
)
from kith.web.organisations.models import Footprint, Organisation
from tests.lib.world import NOW, TODAY, World


Browse = "Callable[[Person], Client]"


def clinical_group(world: World) -> Organisation:
    return add_organisation(
        viewer=world.viewer(Role.BUSINESS_MANAGER),
        at=NOW,
        described=Described(
            name="Invented Clinical Commissioning Group",
            kind="NHS",
            sector="HEALTH",
            numbers={NumberKind.ODS: "15c"},
            areas=(world.here.area.code, world.there.area.code),
            first_on=date(2018, 4, 1),
        ),
    )


def test_one_succeeds_another_and_both_keep_their_record(world: World) -> None:
    manager = world.viewer(Role.BUSINESS_MANAGER)
    before = clinical_group(world)
    assert before.numbers.get().value == "15C"
    after = add_organisation(
        viewer=manager,
        at=NOW,
        described=Described(
            name="Invented Integrated Care Board",
            kind="NHS",
            areas=(world.here.area.code,),
            first_on=date(2022, 7, 1),
        ),
    )
    record_succession(
        viewer=manager,
        at=NOW,
        before=before.pk,
        after=after.pk,
        on=date(2022, 7, 1),
        kind="REPLACED",
    )
    before.refresh_from_db()
    assert before.last_on == date(2022, 6, 30)
    here = world.here.area.code
    covers = lambda on: set(queries.covering(manager, here, on=on))  # noqa: E731
    assert before in covers(TODAY)
    assert after not in covers(TODAY)
    assert after in covers(date(2022, 7, 1))
    assert before not in covers(date(2022, 7, 1))
    with pytest.raises(RefusedError):
        record_succession(
            viewer=manager,
            at=NOW,
            before=after.pk,
            after=after.pk,
            on=TODAY,
            kind="MERGED",
        )
    assert [one.verb for one in Event.objects.order_by("sequence")] == [
        "organisations.added",
        "organisations.added",
        "organisations.succeeded",
    ]


def test_an_old_day_shows_the_old_name(world: World) -> None:
    manager = world.viewer(Role.BUSINESS_MANAGER)
    council = world.here.council
    old = council.name
    rename_organisation(
        viewer=manager,
        at=NOW,
        key=council.pk,
        name="Invented Unitary Council",
        on=date(2021, 1, 1),
    )
    assert queries.name_on(manager, council.pk, on=date(2020, 12, 31)) == old
    assert (
        queries.name_on(manager, council.pk, on=date(2021, 1, 1))
        == "Invented Unitary Council"
    )
    with pytest.raises(RefusedError):
        rename_organisation(
            viewer=manager,
            at=NOW,
            key=council.pk,
            name="Another",
            on=date(2020, 6, 1),
        )


def test_only_those_of_its_area_change_an_organisation(world: World) -> None:
    theirs = world.there.council
    for refused, how in (
        (world.viewer(Role.BUSINESS_MANAGER), Http404),
        (world.viewer(Role.MEMBER, world.there), RefusedError),
    ):
        with pytest.raises(how):
            end_organisation(
                viewer=refused, at=NOW, key=theirs.pk, on=TODAY, reason="Merged"
            )
    end_organisation(
        viewer=world.viewer(Role.BUSINESS_MANAGER, world.there),
        at=NOW,
        key=theirs.pk,
        on=TODAY,
        reason="Merged",
    )
    theirs.refresh_from_db()
    assert theirs.last_on == TODAY
    assert theirs.footprints.get().last_on == TODAY


def test_a_force_serves_another_area_and_leaves_it(world: World) -> None:
    manager = world.viewer(Role.BUSINESS_MANAGER)
    force, there = world.here.council, world.there.area
    cover_area(viewer=manager, at=NOW, key=force.pk, area=there)
    with pytest.raises(RefusedError):
        cover_area(viewer=manager, at=NOW, key=force.pk, area=there)
    leave_area(viewer=manager, at=NOW, key=force.pk, area=there, on=TODAY)
    assert queries.areas_covered(manager, force, on=TODAY) == {
        "E06000023",
        "E06000024",
    }
    assert queries.areas_covered(manager, force, on=date(2021, 1, 16)) == {"E06000024"}


def test_the_list_is_narrowed_and_costs_the_same_with_hundreds(
    world: World, browse: Browse, django_assert_max_num_queries
) -> None:
    Organisation.objects.bulk_create(
        Organisation(
            code=f"school-{number}", name=f"Invented School {number:03d}", kind="SCHOOL"
        )
        for number in range(300)
    )
    Footprint.objects.bulk_create(
        Footprint(organisation=school, area=world.here.area)
        for school in Organisation.objects.filter(kind="SCHOOL")
    )
    client = browse(world.person(Role.MEMBER))
    with django_assert_max_num_queries(20):
        page = client.get("/organisations/?kind=SCHOOL&words=school").content.decode()
    assert "300 organisations" in page
    assert "1 to 50 of 300" in page
    assert "North Somerset Council" not in page
    found = client.get("/organisations/?words=School+017").content.decode()
    assert "1 organisation," in found
    assert client.get("/organisations/?area=nowhere").status_code == 200


@pytest.mark.parametrize("path", ["", "history/", "edit/", "rename/", "end/"])
def test_each_page_opens_for_the_business_manager(
    world: World, browse: Browse, path: str
) -> None:
    one = clinical_group(world)
    client = browse(world.person(Role.BUSINESS_MANAGER))
    assert client.get(f"/organisations/{one.pk}/{path}").status_code == 200
    member = browse(world.person(Role.MEMBER))
    seen = path in {"", "history/"}
    answer = member.get(f"/organisations/{one.pk}/{path}")
    assert answer.status_code == (200 if seen else 404)


def test_the_form_refuses_a_wrong_number_and_adds_a_right_one(
    world: World, browse: Browse
) -> None:
    client = browse(world.person(Role.BUSINESS_MANAGER))
    told = {
        "name": "Birnbeck Invented Academy",
        "kind": "SCHOOL",
        "areas": [world.here.area.code],
        "URN": "12",
    }
    page = client.post("/organisations/new/", told)
    assert "A URN has six digits" in page.content.decode()
    answer = client.post("/organisations/new/", {**told, "URN": "100 001"})
    assert answer.status_code == 302, answer.content.decode()
    made = Organisation.objects.get(name="Birnbeck Invented Academy")
    assert made.numbers.get().value == "100001"
    page = client.get(answer.headers["Location"]).content.decode()
    assert "URN of a school 100001" in page
    lead = client.post(
        f"/organisations/{made.pk}/leads/new/",
        {
            "name": "Somebody Invented",
            "post": "Designated safeguarding lead",
            "first_on_day": "1",
            "first_on_month": "9",
            "first_on_year": "2020",
        },
    )
    assert lead.status_code == 302
    assert (
        "Somebody Invented" in client.get(f"/organisations/{made.pk}/").content.decode()
    )


def test_who_covers_an_area_on_a_day(world: World, browse: Browse) -> None:
    client = browse(world.person(Role.MEMBER))
    page = client.get(f"/areas/{world.here.area.code}/?on=2020-06-01").content.decode()
    assert "North Somerset Council" in page
    assert "Bristol Council" not in page
    assert client.get(f"/areas/{world.there.area.code}/").status_code == 404
    assert "1 June 2020" in page
