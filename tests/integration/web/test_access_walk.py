"""Every door, tried by every role and by nobody, in its own area and in another.

The doors come from the access table and the records from ``tests/lib/arguments``. What
somebody may do here is compared with what happened: a door that lets in one role too
many, or shuts out one too few, fails and is named.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import jinja2
import pytest
from django.db import transaction
from django.test import Client, override_settings
from django.urls import reverse

from kith.web.access.doors import account
from kith.web.access.doors.door import BY_TOKEN
from kith.web.access.roles import NOT_BY_DEPUTY, ROLES, Role
from kith.web.access.table import ACCESS, Answer, Door, Who, door_of
from tests.integration.web.conftest import signed_in
from tests.lib.pages import (
    address_of,
    arguments_of,
    narrower,
    of_every_area,
    takes_a_record,
)
from tests.lib.world import Side, World, deputy_of, make_world, viewer_of


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from django.http import HttpResponse
    from pytest_django import DjangoDbBlocker

    from kith.web.access.models import Person


Maker = Callable[[World, Side], tuple[object, ...]]
SHUT = 404
LOGIN = "/account/login/?next="
OURS = tuple(
    door for door in ACCESS if door.who is not Who.ANYBODY and door.who not in BY_TOKEN
)
"""Doors for people; those for programs are walked by `test_api_walk`."""
DEPUTIES = tuple(role for role in Role if ROLES[role].permissions & NOT_BY_DEPUTY)
"""Those whose deputies hold less than they; every other deputy holds the same."""


@dataclass
class Walk:
    """A world in which everything that has an address stands, on both sides."""

    world: World
    places: dict[tuple[Maker, str], tuple[object, ...]] = field(default_factory=dict)

    def address(self, door: Door, side: Side) -> str:
        """The door's address; a record of the side is made once for all its routes."""
        maker = arguments_of().get(door.route)
        if maker is None:
            return address_of(door, self.world, side)
        if (maker, side.area.code) not in self.places:
            self.places[maker, side.area.code] = maker(self.world, side)
        return reverse(door.route, args=self.places[maker, side.area.code])

    def tried(self, client: Client, door: Door, side: Side) -> HttpResponse:
        """What comes back for a record of this side; whatever was changed is undone."""
        address, cookies = self.address(door, side), deepcopy(client.cookies)
        ask = client.post if door.answer is Answer.CHANGE else client.get
        try:
            with transaction.atomic():
                answer = ask(address)
                if answer.streaming:
                    b"".join(answer.streaming_content)
                transaction.set_rollback(True)
        finally:
            client.cookies = cookies
        return answer


@pytest.fixture(scope="module")
def walk(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, store: Path
) -> Iterator[Walk]:
    """One world for the whole module, undone after it.

    Doors are told apart by their status, so no page is drawn: that is for the tests of
    the pages themselves.
    """
    quiet, patch = logging.getLogger("django.request"), pytest.MonkeyPatch()
    level = quiet.level
    quiet.setLevel(logging.CRITICAL)
    patch.setattr(jinja2.Template, "render", lambda *_a, **_k: "")
    with (
        django_db_blocker.unblock(),
        override_settings(KITH_STORE=store),
        transaction.atomic(),
    ):
        standing = Walk(make_world())
        for door in OURS:
            for side in (standing.world.here, standing.world.there):
                standing.address(door, side)
        yield standing
        transaction.set_rollback(True)
    patch.undo()
    quiet.setLevel(level)


@pytest.fixture
def world(walk: Walk, db: None) -> Iterator[World]:
    """The walk's world; who comes in during a test leaves with it."""
    people = dict(walk.world.people)
    yield walk.world
    walk.world.people = people


def is_shut(answer: HttpResponse) -> bool:
    """The 404 that tells nothing, or the way to the door where one signs in."""
    return answer.status_code == SHUT or answer.headers.get("Location", "").startswith(
        LOGIN
    )


def wrong(someone: Person, walk: Walk, ours: Side, asked: Side) -> list[str]:
    """Every door that answered this person otherwise than the table says."""
    client, viewer, found = signed_in(someone), viewer_of(someone), []
    for door in OURS:
        named = takes_a_record(door) and door.route not in of_every_area()
        if isinstance(door.who, Who):
            holds, wanted = True, not named or ours is asked
        else:
            holds = viewer.may(door.who)
            place = {"body": asked.body.pk} if named else {}
            wanted = viewer.may(door.who, **place) or (
                named and viewer.may(door.who, area=asked.area.code)
            )
        if ours is not asked and not (holds and named):
            continue  # the same as in their own area, where it was tried
        shut = is_shut(walk.tried(client, door, asked))
        if wanted and shut and door.route not in narrower():
            found.append(f"{door.route} is shut, and should be open")
        if not wanted and not shut:
            found.append(f"{door.route} is open, and should be shut")
    return found


@pytest.mark.parametrize("role", Role)
def test_each_role_opens_its_own_doors_and_no_other(
    walk: Walk, world: World, role: Role
) -> None:
    someone = world.person(role)
    inside = wrong(someone, walk, world.here, world.here)
    outside = wrong(someone, walk, world.here, world.there)
    assert not inside, "in their own area: " + "; ".join(inside)
    assert not outside, "in another area: " + "; ".join(outside)


@pytest.mark.parametrize("role", DEPUTIES)
def test_a_deputy_opens_what_may_be_handed_on(
    walk: Walk, world: World, role: Role
) -> None:
    inside = wrong(deputy_of(role, world.here), walk, world.here, world.here)
    assert not inside, "in their own area: " + "; ".join(inside)


@pytest.mark.parametrize("role", [one for one in Role if one not in DEPUTIES])
def test_every_other_deputy_holds_what_the_role_holds(world: World, role: Role) -> None:
    deputy = viewer_of(deputy_of(role, world.here))
    holder = world.viewer(role)
    assert [(one.permissions, one.areas, one.bodies) for one in deputy.grants] == [
        (one.permissions, one.areas, one.bodies) for one in holder.grants
    ]


def test_nobody_is_asked_to_sign_in_and_learns_nothing(
    walk: Walk, world: World, client: Client
) -> None:
    for door in OURS:
        answer = walk.tried(client, door, world.here)
        if door.who is Who.SIGNING_IN and answer.status_code == SHUT:
            continue
        where = answer.headers.get("Location", "")
        assert where.startswith(LOGIN), f"{door.route}: {answer.status_code} {where}"


def test_what_is_open_to_all_leaves_no_cookie(
    walk: Walk, world: World, client: Client
) -> None:
    for door in ACCESS:
        if door.who is Who.ANYBODY and not _is_signing_in(door):
            answer = client.get(walk.address(door, world.here))
            if answer.streaming:
                b"".join(answer.streaming_content)
            assert answer.status_code in {200, 503}, door.route
            assert not answer.cookies, door.route


def _is_signing_in(door: Door) -> bool:
    """The pages of signing in carry a token against forgery, and so a cookie."""
    return door.route in {one.route for one in account.DOORS}


def test_a_door_that_lets_everybody_in_would_be_found(
    walk: Walk, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: the walk does bite."""
    someone = world.person(Role.LEARNER)
    client = signed_in(someone)
    monkeypatch.setattr("kith.web.access.viewer.Viewer.may", lambda *_a, **_k: True)
    answer = walk.tried(client, door_of("actions:list"), world.here)
    assert not is_shut(answer)
