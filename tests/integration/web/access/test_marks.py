"""What a viewer holds is kept in memory, and any change counts at the next request."""

from __future__ import annotations

import re
import threading
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.db import connection, connections, transaction
from django.test.utils import CaptureQueriesContext

from kith.web.access import viewing
from kith.web.access.marks import MOMENTS, current_mark
from kith.web.access.models import BrokenGlass, ConflictBlock, Delegation, RoleHolding
from kith.web.access.permissions import Permission as P
from kith.web.access.roles import Role
from kith.web.access.viewer import CaseKey
from kith.web.access.viewing import viewer_for
from kith.web.actions.queries import choices_of_filters
from kith.web.bodies.models import Body, Seat, Substitution
from kith.web.organisations.models import Area, Organisation
from tests.lib.databases import PATIENCE, racing
from tests.lib.world import (
    LONG_AGO,
    NOW,
    REAL_NOW,
    TODAY,
    World,
    person,
    seat,
    viewer_of,
)


if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from kith.web.access.models import Person


YESTERDAY = TODAY - timedelta(days=1)
CASE = uuid4()


@pytest.fixture(autouse=True)
def _memory_is_empty() -> None:
    viewing._kept.cache_clear()


def _manager(world: World) -> Person:
    return world.person(Role.BUSINESS_MANAGER)


def _member(world: World) -> Person:
    return world.person(Role.MEMBER)


def _nobody_yet(_world: World) -> Person:
    return person("Somebody New")


def _stands_in(world: World) -> Person:
    taker = person("Stand In")
    Delegation.objects.create(
        giver=world.person(Role.GROUP_CHAIR),
        taker=taker,
        reason="On leave",
        first_on=TODAY,
        last_on=TODAY,
        given_at=NOW,
    )
    return taker


def _has_opened(world: World) -> Person:
    someone = person("Has Opened")
    _opens(world, someone)
    return someone


def _opens(_world: World, someone: Person) -> None:
    BrokenGlass.objects.create(
        person=someone,
        noun="actions",
        key=CASE,
        reason="A child may be at risk",
        opened_at=REAL_NOW,
        until=REAL_NOW + timedelta(minutes=30),
    )


def _role_ends(_world: World, someone: Person) -> None:
    RoleHolding.objects.filter(person=someone).update(last_on=YESTERDAY)


def _role_is_given(world: World, someone: Person) -> None:
    RoleHolding.objects.create(
        person=someone,
        role=Role.BUSINESS_MANAGER,
        area=world.here.area.code,
        first_on=LONG_AGO,
        given_at=NOW,
    )


def _seat_is_given(world: World, someone: Person) -> None:
    seat(world.here, someone)


def _seat_ends(_world: World, someone: Person) -> None:
    Seat.objects.filter(person=someone).update(last_on=YESTERDAY)


def _seat_goes(_world: World, someone: Person) -> None:
    Seat.objects.filter(person=someone).delete()


def _substitute_is_named(world: World, someone: Person) -> None:
    Substitution.objects.create(
        seat=seat(world.here, None),
        person=someone,
        first_on=TODAY,
        last_on=TODAY,
        named_by=someone,
        named_at=NOW,
    )


def _giver_loses_their_seat(world: World, _someone: Person) -> None:
    _seat_ends(world, world.person(Role.GROUP_CHAIR))


def _body_leaves_the_area(world: World, _someone: Person) -> None:
    world.here.body.areas.clear()


def _delegation_ends(_world: World, someone: Person) -> None:
    Delegation.objects.filter(taker=someone).update(ended_at=NOW, ended_by=someone)


def _conflict_is_named(_world: World, someone: Person) -> None:
    ConflictBlock.objects.create(
        person=someone,
        noun="actions",
        key=CASE,
        reason="A relative",
        named_by=someone,
        named_at=NOW,
    )


def _glass_is_closed(_world: World, someone: Person) -> None:
    BrokenGlass.objects.filter(person=someone).update(until=REAL_NOW)


def _a_hand_in_the_database(_world: World, someone: Person) -> None:
    """No model, no signal, no action: a statement alone."""
    key = RoleHolding._meta.pk.get_db_prep_value(someone.pk, connection)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM access_roleholding WHERE person_id = %s", [key])


CHANGES: list[Any] = [
    (_manager, _role_ends, True),
    (_manager, _a_hand_in_the_database, True),
    (_manager, _body_leaves_the_area, True),
    (_member, _seat_ends, True),
    (_member, _seat_goes, True),
    (_member, _conflict_is_named, True),
    (_stands_in, _delegation_ends, True),
    (_stands_in, _giver_loses_their_seat, True),
    (_has_opened, _glass_is_closed, True),
    (_nobody_yet, _role_is_given, False),
    (_nobody_yet, _seat_is_given, False),
    (_nobody_yet, _substitute_is_named, False),
    (_nobody_yet, _opens, False),
]


def _sees(world: World, someone: Person) -> bool:
    case = CaseKey("actions", CASE)
    viewer = viewer_of(someone)
    return viewer.may(P.ACTION_SEE, body=world.here.body.pk, case=case)


@pytest.mark.parametrize(("who", "changes", "saw"), CHANGES)
def test_a_change_counts_at_the_next_request(
    world: World,
    who: Callable[[World], Person],
    changes: Callable[[World, Person], None],
    saw: bool,
) -> None:
    someone = who(world)
    assert [_sees(world, someone) for _ in range(2)] == [saw, saw]
    changes(world, someone)
    assert _sees(world, someone) is not saw


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("who", "changes", "saw"), CHANGES)
def test_a_change_through_another_connection_counts_once_it_is_committed(
    world: World,
    who: Callable[[World], Person],
    changes: Callable[[World, Person], None],
    saw: bool,
) -> None:
    """As from another process: nothing but the database tells of it."""
    someone = who(world)
    assert _sees(world, someone) is saw
    is_made, may_commit = threading.Event(), threading.Event()

    def elsewhere() -> None:
        try:
            with transaction.atomic():
                changes(world, someone)
                is_made.set()
                assert may_commit.wait(PATIENCE)
        finally:
            connections.close_all()

    other = threading.Thread(target=elsewhere)
    other.start()
    assert is_made.wait(PATIENCE)
    assert _sees(world, someone) is saw
    assert viewing._kept.cache_info().hits == 1, "it was kept until then"
    may_commit.set()
    other.join(PATIENCE)
    assert _sees(world, someone) is not saw


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_two_who_change_people_and_seats_do_not_wait_for_each_other(
    world: World,
) -> None:
    """Each holds a row that the other wants next, in opposite order to the mark."""
    first, second = world.person(Role.MEMBER), world.person(Role.GROUP_CHAIR)
    both_have_written = threading.Barrier(2)

    def write(someone: Person) -> None:
        with transaction.atomic():
            _seat_ends(world, someone)
            both_have_written.wait(PATIENCE)
            type(someone).objects.filter(pk=someone.pk).update(name="Another Name")

    assert racing(lambda: write(first), lambda: write(second)) == [None, None]


@pytest.mark.parametrize("minutes", [29, 31])
def test_an_emergency_that_is_kept_ends_by_itself(world: World, minutes: int) -> None:
    someone = _has_opened(world)
    assert _sees(world, someone)
    later = REAL_NOW + timedelta(minutes=minutes)
    viewer = viewer_for(someone, day=TODAY, real_time_at=later)
    assert bool(viewer.emergencies) is (minutes < 30)
    assert bool(viewer.cases("actions", P.ACTION_SEE)) is (minutes < 30)


def test_a_role_that_is_kept_ends_on_its_day(world: World) -> None:
    someone = _manager(world)
    RoleHolding.objects.filter(person=someone).update(last_on=TODAY)
    days = (TODAY, TODAY + timedelta(days=1))
    held = [
        viewer_for(someone, day=day, real_time_at=REAL_NOW).may(P.ACTION_SEE)
        for day in days
    ]
    assert held == [True, False]


def test_whoever_is_let_go_is_out_at_once(
    world: World, browse: Callable[[Person], Client]
) -> None:
    someone = _manager(world)
    client = browse(someone)
    assert [client.get("/actions/").status_code for _ in range(2)] == [200, 200]
    type(someone).objects.filter(pk=someone.pk).update(is_active=False)
    assert client.get("/actions/").status_code == 302


def test_a_change_that_is_undone_leaves_nothing_behind(world: World) -> None:
    """A new mark within a transaction never comes again, so neither does what it saw."""
    someone, before = _nobody_yet(world), current_mark()
    with transaction.atomic():
        _seat_is_given(world, someone)
        assert _sees(world, someone)
        transaction.set_rollback(True)
    assert current_mark() == before
    assert not _sees(world, someone)
    Organisation.objects.update(name="Another Name")
    assert not _sees(world, someone)


@pytest.mark.parametrize("model", [Area, Body, Organisation])
def test_what_a_list_offers_follows_a_new_name(world: World, model: Any) -> None:
    member = _member(world)
    choices_of_filters(viewer_of(member))
    model.objects.update(name="Another Name")
    offered = choices_of_filters(viewer_of(member))
    name = {Area: "area", Body: "body", Organisation: "organisation"}[model]
    assert [words for _, words in offered[name]] == ["Another Name"]
    type(member).objects.filter(pk=member.pk).update(is_active=False)
    assert not choices_of_filters(viewer_of(member))["owner"]


def test_without_its_row_nothing_is_kept(world: World) -> None:
    someone = _manager(world)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM access_mark")
    assert current_mark() == viewer_of(someone).mark == ""
    assert _sees(world, someone)
    _role_ends(world, someone)
    assert not _sees(world, someone)


def _watched() -> dict[str, set[str]]:
    """The tables that have triggers for the mark, and for which kinds of change."""
    asked = {
        "sqlite": "SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT relname, tgname FROM pg_trigger "
        "JOIN pg_class ON pg_class.oid = tgrelid WHERE tgenabled <> 'D'",
    }
    found: dict[str, set[str]] = {}
    with connection.cursor() as cursor:
        cursor.execute(asked[connection.vendor])
        for table, name in cursor.fetchall():
            if name.startswith(f"{table}_marks_"):
                found.setdefault(table, set()).add(name.rpartition("_")[2].upper())
    return found


@pytest.mark.django_db
def test_every_watched_table_is_watched_for_every_change() -> None:
    """SQLite loses a table's triggers when a migration makes the table anew."""
    found = _watched()
    assert len(found) == 11
    assert all(moments >= set(MOMENTS) for moments in found.values()), found


def test_whatever_is_kept_was_read_from_watched_tables(world: World) -> None:
    """A table that a grant begins to ask must be watched before it is believed."""
    someone = _stands_in(world)
    _manager(world)
    with CaptureQueriesContext(connection) as asked:
        for one in (someone, _manager(world)):
            viewing._standing(one.pk, TODAY)
            choices_of_filters(viewer_of(one))
    words = " ".join(one["sql"] for one in asked.captured_queries)
    read = set(re.findall(r'(?:FROM|JOIN) "(\w+)"', words))
    assert len(read) > 8
    assert read <= _watched().keys()
