"""Every door, tried by every role and by nobody, in its own area and in another.

The doors come from the access table and the records from ``tests/lib/arguments``. What
somebody may do here is compared with what happened: a door that lets in one role too
many, or shuts out one too few, fails and is named.
"""

from __future__ import annotations

import logging
from copy import deepcopy
from typing import TYPE_CHECKING

import pytest
from django.db import transaction

from kith.web.access.doors import account
from kith.web.access.roles import NOT_BY_DEPUTY, ROLES, Role
from kith.web.access.table import ACCESS, Answer, Door, Who, door_of
from tests.lib.pages import NoArgumentsError, address_of, narrower, takes_a_record
from tests.lib.world import deputy_of, viewer_of


if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponse
    from django.test import Client

    from kith.web.access.models import Person
    from tests.lib.world import Side, World


SHUT = 404
LOGIN = "/account/login/?next="
OURS = tuple(door for door in ACCESS if door.who is not Who.ANYBODY)
DEPUTIES = tuple(role for role in Role if ROLES[role].permissions & NOT_BY_DEPUTY)
"""Those whose deputies hold less than they; every other deputy holds the same."""


@pytest.fixture(autouse=True)
def quiet_logs() -> None:
    logging.getLogger("django.request").setLevel(logging.CRITICAL)


SEEN: dict[str, str] = {}
"""An address of each door that was opened before: who holds its permission nowhere is
turned away before any record is looked for, so an old address does for them."""


def tried(
    client: Client, door: Door, world: World, side: Side, *, needs_record: bool = True
) -> HttpResponse | None:
    """What comes back for a record of this side; whatever was made or changed is undone.

    None where nothing is known to open it with: `test_access_table` fails for that.
    """
    people, cookies = dict(world.people), deepcopy(client.cookies)
    try:
        with transaction.atomic():
            if needs_record or door.route not in SEEN:
                SEEN[door.route] = address_of(door, world, side)
            ask = client.post if door.answer is Answer.CHANGE else client.get
            answer = ask(SEEN[door.route])
            if answer.streaming:
                b"".join(answer.streaming_content)
            transaction.set_rollback(True)
    except NoArgumentsError:
        return None
    finally:
        world.people.clear()
        world.people.update(people)
        client.cookies = cookies
    return answer


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
    for door in OURS:
        if not isinstance(door.who, Who):
            place = {"body": asked.body.pk} if takes_a_record(door) else {}
            in_body = viewer.may(door.who, **place)
            in_area = viewer.may(door.who, area=asked.area.code)
            wanted = in_body or (takes_a_record(door) and in_area)
        else:
            wanted = not takes_a_record(door) or ours is asked
        holds = isinstance(door.who, Who) or viewer.may(door.who)
        if ours is not asked and not (holds and takes_a_record(door)):
            continue  # the same as in their own area, where it was tried
        answer = tried(client, door, world, asked, needs_record=holds)
        if answer is None:
            continue
        shut = is_shut(answer)
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
    assert not inside, "in their own area: " + "; ".join(inside)
    assert not outside, "in another area: " + "; ".join(outside)


@pytest.mark.parametrize("role", DEPUTIES)
def test_a_deputy_opens_what_may_be_handed_on(
    world: World, browse: Callable[[Person], Client], role: Role, published: object
) -> None:
    someone = deputy_of(role, world.here)
    client = browse(someone)
    inside = wrong(client, someone, world, world.here, world.here)
    assert not inside, "in their own area: " + "; ".join(inside)


@pytest.mark.parametrize("role", [one for one in Role if one not in DEPUTIES])
def test_every_other_deputy_holds_what_the_role_holds(world: World, role: Role) -> None:
    deputy = viewer_of(deputy_of(role, world.here))
    holder = world.viewer(role)
    assert [(one.permissions, one.areas, one.bodies) for one in deputy.grants] == [
        (one.permissions, one.areas, one.bodies) for one in holder.grants
    ]


def test_nobody_is_asked_to_sign_in_and_learns_nothing(
    world: World, client: Client, published: object
) -> None:
    for door in OURS:
        answer = tried(client, door, world, world.here, needs_record=False)
        if answer is None:
            continue
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
    answer = tried(client, door_of("actions:list"), world, world.here)
    assert not is_shut(answer)
