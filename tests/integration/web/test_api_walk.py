"""Every door for programs, tried with a token of every role, with none, and from a browser.

The counterpart of `test_access_walk` for tokens: what a token's issuer may not do now, the
token may not either, and what is not its organisation's or its feed's is not there.
"""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import reverse

from kith.web.access.doors.api import PROGRAMS
from kith.web.access.doors.door import BY_TOKEN, Who
from kith.web.access.permissions import Permission as P
from kith.web.access.roles import ROLES, Role
from kith.web.access.table import ACCESS
from kith.web.organisations.models import Employment
from tests.integration.web.conftest import signed_in
from tests.lib.arguments.api import figures_due, kept_for, rows_due
from tests.lib.pages import takes_a_record
from tests.lib.world import LONG_AGO


if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from django.http import HttpResponse

    from kith.web.access.models import Person
    from kith.web.access.table import Door
    from tests.lib.world import World


FIGURES = {"figures": [{"measure": "suspensions", "numerator": 1}]}
KEEPERS = tuple(role for role in Role if P.API_TOKEN_KEEP in ROLES[role].permissions)
OF_RECORDS = tuple(door for door in PROGRAMS if takes_a_record(door))
NOT_YET = {"api_v1:send": 409}
"""A return that is due has nothing prepared: the answer is about its state."""


@pytest.fixture(autouse=True)
def quiet(settings: Any, published: Path, tmp_path: Path) -> None:
    settings.KITH_HOME = tmp_path
    logging.getLogger("django.request").setLevel(logging.CRITICAL)


def worker(world: World, role: Role) -> Person:
    """Somebody with the role who works for the council here."""
    someone = world.person(role)
    Employment.objects.get_or_create(
        person=someone, organisation=world.here.council, first_on=LONG_AGO
    )
    return someone


def asked(door: Door, token: str, key: UUID, client: Client | None = None) -> int:
    """The status of the door; whatever was changed is undone."""
    address = reverse(door.route, args=[key] if takes_a_record(door) else [])
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return answered(client or Client(), door.route, address, headers).status_code


def answered(
    client: Client, route: str, address: str, headers: dict[str, str]
) -> HttpResponse:
    with transaction.atomic():
        if route == "api_v1:draft":
            answer = client.delete(address, headers=headers)
        elif route == "api_v1:file":
            file = SimpleUploadedFile("a.csv", b"Measure,Count\nsuspensions,1\n")
            answer = client.post(address, {"file": file}, headers=headers)
        elif route in {"api_v1:return_figures", "api_v1:nil", "api_v1:send"}:
            answer = client.post(
                address, json.dumps(FIGURES), "application/json", headers=headers
            )
        else:
            answer = client.get(address, headers=headers)
        transaction.set_rollback(True)
    return answer


def test_every_door_for_programs_is_walked() -> None:
    drawn = {door.route for door in ACCESS if door.who in BY_TOKEN}
    assert drawn - {door.route for door in PROGRAMS} == {"api_v1:api-root"}


def test_a_token_of_a_role_that_keeps_none_opens_nothing(world: World) -> None:
    of, found = figures_due(world, world.here), []
    for role in Role:
        if role in KEEPERS:
            continue
        token = kept_for(worker(world, role), world.here)
        found += [
            f"{door.route} for {role}"
            for door in PROGRAMS
            if asked(door, token, of.pk) != 401
        ]
    assert found == []


@pytest.mark.parametrize("role", KEEPERS)
@pytest.mark.parametrize(
    "rights",
    [(True, True), (True, False), (False, True)],
    ids=["both", "reads", "sends"],
)
def test_a_keeper_s_token_opens_what_it_is_for(
    world: World, role: Role, rights: tuple[bool, bool]
) -> None:
    of = figures_due(world, world.here)
    reads, sends = rights
    token = kept_for(worker(world, role), world.here, may_read=reads, may_send=sends)
    sends = sends and P.RETURN_SEND in ROLES[role].permissions
    fits = {Who.TOKEN: True, Who.READING_TOKEN: reads, Who.SENDING_TOKEN: sends}
    wanted = {
        door.route: NOT_YET.get(door.route, 200) if fits[Who(door.who)] else 403
        for door in PROGRAMS
    }
    assert {door.route: asked(door, token, of.pk) for door in PROGRAMS} == wanted


def test_what_is_not_its_own_is_not_there(world: World) -> None:
    """Another area's return, another feed's, one that is nowhere: told all alike."""
    own = figures_due(world, world.here)
    token = kept_for(worker(world, Role.AGENCY_DATA_STEWARD), world.here)
    headers = {"Authorization": f"Bearer {token}"}
    others = {
        "another area": figures_due(world, world.there).pk,
        "another feed": rows_due(world, world.here).pk,
        "nowhere": uuid4(),
    }
    for door in OF_RECORDS:
        assert asked(door, token, own.pk) == NOT_YET.get(door.route, 200), door.route
        told = {
            answered(
                Client(), door.route, reverse(door.route, args=[key]), headers
            ).content
            for key in others.values()
        }
        assert len(told) == 1, f"{door.route} tells them apart"
        assert json.loads(told.pop())["status"] == 404, door.route


def test_neither_nobody_nor_a_browser_gets_in(world: World) -> None:
    """A session of the very steward whose token would."""
    of = figures_due(world, world.here)
    browser = signed_in(worker(world, Role.AGENCY_DATA_STEWARD))
    for door in PROGRAMS:
        assert asked(door, "", of.pk) == 401, door.route
        assert asked(door, "", of.pk, browser) == 401, door.route


def test_a_token_opens_no_page(world: World) -> None:
    token = kept_for(worker(world, Role.AGENCY_DATA_STEWARD), world.here)
    headers = {"Authorization": f"Bearer {token}"}
    for route in ("returns:wall", "api:tokens", "home:home"):
        answer = Client().get(reverse(route), headers=headers)
        assert answer.headers["Location"].startswith("/account/login/"), route
