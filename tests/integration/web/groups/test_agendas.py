"""Who sees which item, in which number; what an interest closes; what comes by itself."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.http import Http404

from kith.domain.vocabulary.markings import Marking
from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.audit.models import Event
from kith.web.groups.actions import (
    Came,
    Declared,
    Entry,
    add_item,
    add_standing_item,
    carry_item,
    declare_interest,
    move_item,
    plan_item,
    plan_meeting,
    plan_series,
    record_attendance,
    rule_on_interest,
    send_papers,
    withdraw_item,
)
from kith.web.groups.models import AgendaItem, Meeting
from kith.web.groups.policies.quorum import quorum
from kith.web.groups.queries.agendas import agenda, agenda_for_audience, item
from kith.web.groups.queries.attendance import engagement, register
from kith.web.groups.queries.waiting import findable_items
from tests.lib.arguments.actions import proposed
from tests.lib.arguments.groups import at_ten, drafted, meeting
from tests.lib.arguments.groups import item as put
from tests.lib.world import NOW, seat


if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from kith.web.access.models import Person
    from tests.lib.world import World


@pytest.fixture
def manager(world: World):
    return world.viewer(Role.BUSINESS_MANAGER)


@pytest.fixture
def mixed(world: World, manager) -> Meeting:
    """A meeting with an item of each marking, the restricted ones first."""
    one = plan_meeting(
        viewer=manager, at=NOW, body=world.here.body, sitting=at_ten(date(2021, 2, 1))
    )
    for marking in reversed(list(Marking)):
        put(world, world.here, one, marking)
    return one


def seen(viewer, one: Meeting) -> list[tuple[int, str]]:
    return [
        (line.number, line.item.marking if line.item else "closed")
        for line in agenda(viewer, one)
    ]


def test_each_circle_has_its_own_numbers_without_a_gap(
    world: World, manager, mixed: Meeting
) -> None:
    assert seen(world.viewer(Role.MEMBER), mixed) == [(1, "PARTNER"), (2, "PUBLIC")]
    assert [number for number, _ in seen(manager, mixed)] == [1, 2, 3, 4]
    public = agenda_for_audience(manager, mixed, Marking.PUBLIC)
    assert [(one.number, one.item.marking) for one in public] == [(1, "PUBLIC")]


def test_a_late_item_changes_no_number(world: World, manager, mixed: Meeting) -> None:
    member = world.viewer(Role.MEMBER)
    send_papers(viewer=manager, at=NOW, key=mixed.pk)
    before = seen(member, mixed)
    put(world, world.here, mixed, "RESTRICTED")
    mixed.refresh_from_db()
    assert seen(member, mixed) == before
    put(world, world.here, mixed, "PARTNER")
    assert seen(member, mixed) == [*before, (3, "PARTNER")]


def test_the_order_stands_once_papers_are_out(
    world: World, manager, mixed: Meeting
) -> None:
    of = AgendaItem.objects.get(meeting=mixed, marking="PUBLIC")
    move_item(viewer=manager, at=NOW, key=of.pk, up=True)
    assert seen(world.viewer(Role.MEMBER), mixed) == [(1, "PUBLIC"), (2, "PARTNER")]
    send_papers(viewer=manager, at=NOW, key=mixed.pk)
    with pytest.raises(RefusedError, match="keeps its number"):
        move_item(viewer=manager, at=NOW, key=of.pk, up=False)


def test_an_item_that_one_may_not_read_is_not_there(
    world: World, mixed: Meeting, browse: Callable[[Person], Client]
) -> None:
    closed = AgendaItem.objects.get(meeting=mixed, marking="RESTRICTED")
    member = world.viewer(Role.MEMBER)
    with pytest.raises(Http404):
        item(member, closed.pk)
    assert closed not in findable_items(member)
    page = browse(world.person(Role.MEMBER)).get(mixed.url).content.decode()
    assert "RESTRICTED" not in page
    assert "EXECUTIVE" not in page
    assert str(closed.pk) not in page


def test_nobody_marks_what_they_could_not_read(world: World, mixed: Meeting) -> None:
    support = world.viewer(Role.BUSINESS_SUPPORT)
    add_item(viewer=support, at=NOW, meeting=mixed.pk, entry=Entry("Dates", "NOTE"))
    with pytest.raises(RefusedError):
        add_item(
            viewer=world.viewer(Role.MEMBER),
            at=NOW,
            meeting=mixed.pk,
            entry=Entry("Dates", "NOTE"),
        )


def test_an_interest_closes_a_restricted_item_until_the_chair_rules(
    world: World, manager, mixed: Meeting
) -> None:
    chair = world.viewer(Role.GROUP_CHAIR)
    closed = AgendaItem.objects.get(meeting=mixed, marking="RESTRICTED")
    before = Event.objects.count()
    interest = declare_interest(
        viewer=chair,
        at=NOW,
        meeting=mixed.pk,
        declared=Declared(world.person(Role.GROUP_CHAIR), item=closed.pk),
    )
    assert Event.objects.count() == before + 1
    line = next(one for one in agenda(chair, mixed) if one.item == closed)
    assert line.is_conflicted
    assert closed not in findable_items(chair)
    rule_on_interest(viewer=manager, at=NOW, key=interest.pk, outcome="STAYED")
    line = next(one for one in agenda(chair, mixed) if one.item == closed)
    assert not line.is_conflicted


def test_standing_items_and_the_plan_come_by_themselves(world: World, manager) -> None:
    body = world.here.body
    add_standing_item(
        viewer=manager, at=NOW, body=body, entry=Entry("Matters arising", "NOTE")
    )
    plan_item(
        viewer=manager,
        at=NOW,
        body=body,
        month=date(2021, 2, 1),
        entry=Entry("Section 11 audit", "ASSURE"),
    )
    before = Event.objects.count()
    made = plan_series(
        viewer=manager,
        at=NOW,
        body=body,
        sittings=[at_ten(date(2021, month, 8)) for month in (2, 3)],
    )
    assert Event.objects.count() == before + 1
    titles = [
        list(one.items.order_by("order").values_list("title", flat=True))
        for one in made
    ]
    assert titles == [["Matters arising", "Section 11 audit"], ["Matters arising"]]


def test_a_meeting_of_another_group_is_not_planned_from_here(world: World) -> None:
    for viewer, body in (
        (world.viewer(Role.MEMBER), world.here.body),
        (world.viewer(Role.BUSINESS_MANAGER), world.there.body),
    ):
        with pytest.raises(RefusedError):
            plan_meeting(
                viewer=viewer, at=NOW, body=body, sitting=at_ten(date(2021, 2, 1))
            )


def test_open_actions_come_by_themselves_and_none_is_left_out_unsaid(
    world: World, browse: Callable[[Person], Client]
) -> None:
    (first,) = proposed(world, world.here)
    client = browse(world.person(Role.MEMBER))
    ahead, old = meeting(world, world.here), meeting(world, world.here)
    Meeting.objects.filter(pk=old.pk).update(state="MINUTES_AGREED")

    def page(of: Meeting) -> str:
        return client.get(f"/meetings/{of.pk}/").content.decode()

    assert f"/actions/{first}/" in page(ahead)
    assert "more open" not in page(ahead)
    # What is open today was not what an old meeting had before it.
    assert f"/actions/{first}/" not in page(old)
    for _ in range(20):
        proposed(world, world.here)
    assert "And 1 more open action of this group" in page(ahead)


def test_what_was_unfinished_is_carried_once(world: World, manager) -> None:
    one = drafted(world, world.here)
    of = AgendaItem.objects.get(meeting=one)
    AgendaItem.objects.filter(pk=of.pk).update(is_unfinished=True)
    later = plan_meeting(
        viewer=manager, at=NOW, body=world.here.body, sitting=at_ten(date(2021, 3, 1))
    )
    made = carry_item(viewer=manager, at=NOW, key=of.pk, to=later.pk)
    assert made.carried_from == of


def test_a_withdrawn_item_needs_a_reason(world: World, manager, mixed: Meeting) -> None:
    of = AgendaItem.objects.get(meeting=mixed, marking="PUBLIC")
    with pytest.raises(RefusedError, match="Say why"):
        withdraw_item(viewer=manager, at=NOW, key=of.pk, reason=" ")
    withdraw_item(viewer=manager, at=NOW, key=of.pk, reason="Not ready")
    assert seen(world.viewer(Role.MEMBER), mixed) == [(1, "PARTNER")]


def test_quorum_is_said_from_who_came(world: World, manager, mixed: Meeting) -> None:
    side = world.here
    side.council.sector = "COUNCIL"
    side.council.save()
    side.body.quorum_all_sectors = True
    side.body.save()
    held = seat(side, world.person(Role.LAY_MEMBER))
    record_attendance(
        viewer=manager,
        at=NOW,
        key=mixed.pk,
        came=[Came(held.pk, "ONLINE", substitute_name="A colleague")],
    )
    mixed.refresh_from_db()
    said = quorum(mixed, register(manager, mixed))
    assert said.words == "Quorum: not yet: nobody from health; nobody from the police"
    with pytest.raises(RefusedError):
        record_attendance(
            viewer=world.viewer(Role.MEMBER), at=NOW, key=mixed.pk, came=[]
        )
    Meeting.objects.filter(pk=mixed.pk).update(state="HELD")
    rows = engagement(manager, first=date(2021, 1, 1), last=date(2021, 12, 31))
    assert rows[0].filled == 1
    assert rows[0].by_substitute == 1


def test_reading_a_restricted_item_is_in_the_trail(
    world: World, mixed: Meeting, browse: Callable[[Person], Client]
) -> None:
    read = Event.objects.filter(verb="groups.read")
    browse(world.person(Role.MEMBER)).get(mixed.url)
    assert not read.exists()
    browse(world.person(Role.GROUP_CHAIR)).get(mixed.url)
    assert read.get().actor_name == world.person(Role.GROUP_CHAIR).name
