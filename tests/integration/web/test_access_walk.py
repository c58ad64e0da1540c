"""Every door, tried by every role and by nobody, in its own area and in another.

The doors come from the access table and the records from ``tests/lib/arguments``. What
somebody may do here is compared with what happened: a door that lets in one role too
many, or shuts out one too few, fails and is named.
"""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from django.db import transaction

from kith.web.access.doors import account
from kith.web.access.roles import ROLES, Role
from kith.web.access.table import ACCESS, Answer, Door, Who
from tests.lib.pages import NoArgumentsError, address_of, narrower, takes_a_record
from tests.lib.world import deputy_of, viewer_of


if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponse
    from django.test import Client

    from kith.web.access.models import Person
    from tests.lib.world import Side, World


SHUT = 404
LOGIN = "/account/login/"
OURS = tuple(door for door in ACCESS if door.who is not Who.ANYBODY)
DEPUTIES = tuple(role for role in Role if ROLES[role].permissions)


@pytest.fixture(autouse=True)
def quiet_logs() -> None:
    logging.getLogger("django.request").setLevel(logging.CRITICAL)


def tried(client: Client, door: Door, address: str) -> HttpResponse:
    """What comes back; whatever it changed is undone."""
    with transaction.atomic():
        if door.answer is Answer.CHANGE:
            answer = client.post(address, {})
        else:
            answer = client.get(address)
        transaction.set_rollback(True)
    return answer


def opened(world: World, side: Side) -> dict[Door, str]:
    """Every door and its address; what has none fails in `test_access_table`."""
    found = {}
    for door in OURS:
        with suppress(NoArgumentsError):
            found[door] = address_of(door, world, side)
    return found


def is_shut(answer: HttpResponse) -> bool:
    """The 404 that tells nothing, or the way to the door where one signs in."""
    return answer.status_code == SHUT or answer.headers.get("Location", "").startswith(
        LOGIN
    )


def wrong(
    client: Client, someone: Person, world: World, ours: Side, asked: Side
) -> list[str]:
    """Every door that answered this person otherwise than the table says."""
    viewer, found = viewer_of(someone), []
    for door, address in opened(world, asked).items():
        if not isinstance(door.who, Who):
            place = {"body": asked.body.pk} if takes_a_record(door) else {}
            in_body = viewer.may(door.who, **place)
            in_area = viewer.may(door.who, area=asked.area.code)
            wanted = in_body or (takes_a_record(door) and in_area)
        else:
            wanted = not takes_a_record(door) or ours is asked
        shut = is_shut(tried(client, door, address))
        if wanted and shut and door.route not in narrower():
            found.append(f"{door.route} is shut, and should be open")
        if not wanted and not shut:
            found.append(f"{door.route} is open, and should be shut")
    return found


@pytest.mark.parametrize("role", Role)
def test_each_role_opens_its_own_doors_and_no_other(
    world: World, browse: Callable[[Person], Client], role: Role, published: object
) -> None:
    someone = world.person(role)
    client = browse(someone)
    inside = wrong(client, someone, world, world.here, world.here)
    outside = wrong(client, someone, world, world.here, world.there)
    assert inside == [], "in their own area"
    assert outside == [], "in another area"


@pytest.mark.parametrize("role", DEPUTIES)
def test_a_deputy_opens_what_may_be_handed_on(
    world: World, browse: Callable[[Person], Client], role: Role, published: object
) -> None:
    someone = deputy_of(role, world.here)
    client = browse(someone)
    assert wrong(client, someone, world, world.here, world.here) == []


def test_nobody_is_asked_to_sign_in_and_learns_nothing(
    world: World, client: Client, published: object
) -> None:
    for door, address in opened(world, world.here).items():
        answer = tried(client, door, address)
        if door.who is Who.SIGNING_IN and answer.status_code == SHUT:
            continue
        where = answer.headers.get("Location", "")
        assert where.startswith(LOGIN), f"{door.route}: {answer.status_code} {where}"


def test_what_is_open_to_all_leaves_no_cookie(
    world: World, client: Client, published: object
) -> None:
    for door in ACCESS:
        if door.who is Who.ANYBODY and not _is_signing_in(door):
            answer = client.get(address_of(door, world, world.here))
            if answer.streaming:
                b"".join(answer.streaming_content)
            assert answer.status_code in {200, 503}, door.route
            assert not answer.cookies, door.route


def _is_signing_in(door: Door) -> bool:
    """The pages of signing in carry a token against forgery, and so a cookie."""
    return door.route in {one.route for one in account.DOORS}


def test_a_door_that_lets_everybody_in_would_be_found(
    world: World, browse: Callable[[Person], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: the walk does bite."""
    someone = world.person(Role.LEARNER)
    client = browse(someone)
    monkeypatch.setattr("kith.web.access.viewer.Viewer.may", lambda *_a, **_k: True)
    doors = opened(world, world.here)
    client.raise_request_exception = False
    found = [tried(client, door, address) for door, address in doors.items()]
    monkeypatch.undo()
    assert any(not is_shut(answer) for answer in found)
