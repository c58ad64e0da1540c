"""The pages of the trail: one's own, a record's, an area's, and questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.reading import read_recorded
from kith.web.access.roles import Role
from kith.web.actions.models import Action
from kith.web.audit.models import Event, LookedInto
from tests.lib.arguments.actions import proposed
from tests.lib.arguments.audit import question
from tests.lib.world import NOW, World


if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from kith.web.access.models import Person


def test_the_owner_sees_who_looked_and_others_do_not(
    world: World, browse: Callable[[Person], Client]
) -> None:
    (key,) = proposed(world, world.here)
    reader = world.viewer(Role.INDEPENDENT_SCRUTINEER)
    action = Action.objects.get(pk=key)
    read_recorded(reader, NOW, "actions.read", [action], "scrutiny")
    address = f"/audit/of/actions/{key}/"
    page = browse(world.person(Role.MEMBER)).get(address).content.decode()
    assert reader.name in page
    assert "scrutiny" in page
    assert browse(world.person(Role.BUSINESS_MANAGER)).get(address).status_code == 200
    assert browse(world.person(Role.MINUTE_TAKER)).get(address).status_code == 404
    there = browse(world.person(Role.BUSINESS_MANAGER, world.there))
    assert there.get(address).status_code == 404


def test_a_list_that_was_read_counts_for_each_of_its_records(
    world: World, browse: Callable[[Person], Client]
) -> None:
    keys = [proposed(world, world.here)[0] for _ in range(2)]
    reader = world.viewer(Role.INDEPENDENT_SCRUTINEER)
    before = Event.objects.count()
    read_recorded(reader, NOW, "actions.exported", Action.objects.all(), "review")
    assert Event.objects.count() == before + 1, "one page is one event"
    client = browse(world.person(Role.BUSINESS_MANAGER))
    for key in keys:
        assert reader.name in client.get(f"/audit/of/actions/{key}/").content.decode()


def test_an_areas_trail_is_its_own_and_saving_it_is_an_event(
    world: World, browse: Callable[[Person], Client]
) -> None:
    proposed(world, world.here)
    proposed(world, world.there)
    client = browse(world.person(Role.BUSINESS_MANAGER))
    page = client.get("/audit/").content.decode()
    assert world.person(Role.MEMBER).name in page
    assert world.person(Role.MEMBER, world.there).name not in page
    saved = client.get("/audit/trail.csv", {"noun": "actions"})
    assert saved["Content-Type"].startswith("text/csv")
    assert "Actions: proposed" in saved.content.decode()
    assert Event.objects.order_by("-sequence")[0].verb == "audit.exported"
    assert browse(world.person(Role.MEMBER)).get("/audit/").status_code == 404


def test_ones_own_activity_and_one_event_without_words(
    world: World, browse: Callable[[Person], Client]
) -> None:
    (key,) = proposed(world, world.here)
    action = Action.objects.get(pk=key)
    client = browse(world.person(Role.MEMBER))
    event = Event.objects.get(noun="actions", key=key)
    assert "Actions: proposed" in client.get("/audit/mine/").content.decode()
    page = client.get(f"/audit/event/{event.pk}/").content.decode()
    assert event.digest in page
    assert action.wording not in page
    stranger = browse(world.person(Role.MEMBER, world.there))
    assert stranger.get(f"/audit/event/{event.pk}/").status_code == 404


def test_a_question_is_listed_and_answered_once_by_somebody_else(
    world: World, browse: Callable[[Person], Client]
) -> None:
    (key,) = question(world, world.here)
    client = browse(world.person(Role.BUSINESS_MANAGER))
    assert "Many restricted records" in client.get("/audit/unusual/").content.decode()
    answer = client.post(f"/audit/unusual/{key}/", {"words": "They prepared a pack."})
    assert answer.status_code == 302
    assert LookedInto.objects.get().alert == key
    assert "They prepared a pack" in client.get("/audit/unusual/").content.decode()
    assert Event.objects.order_by("-sequence")[0].verb == "audit.looked_into"


def test_queries_do_not_grow_with_the_trail(
    world: World, browse: Callable[[Person], Client]
) -> None:
    proposed(world, world.here)
    client = browse(world.person(Role.BUSINESS_MANAGER))
    from django.db import connection  # noqa: PLC0415 - one use
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415 - one use

    client.get("/audit/")
    with CaptureQueriesContext(connection) as few:
        client.get("/audit/")
    for _ in range(8):
        proposed(world, world.here)
    with CaptureQueriesContext(connection) as many:
        client.get("/audit/")
    assert len(many) == len(few)
