"""A signed-in site for journeys: two areas, a person a role, and a way to sit down as one.

``python -m tests.functional.work HOME`` fills a home and notes who can sign in; with
``full`` behind it, a record stands at every address of one side as well.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from playwright.sync_api import Page

    from kith.web.access.doors.door import Door
    from tests.lib.world import World


ROOT = Path(__file__).parents[2]
COOKIE = "sessionid"
PEOPLE = "people.json"
PLACES = "places.json"
FULL = "full"


@dataclass(frozen=True)
class Place:
    """The address of a page, and a role that opens it; no role where none does."""

    address: str
    role: str


@dataclass(frozen=True)
class WorkSite:
    """Where the site answers, and the session of each person, by role and side."""

    address: str
    home: Path
    sessions: dict[str, str]

    def sit_down(self, page: Page, role: str, side: str = "here") -> None:
        """The browser is signed in as whoever holds this role there."""
        page.context.clear_cookies()
        session = self.sessions[f"{role} {side}"]
        page.context.add_cookies(
            [{"name": COOKIE, "value": session, "url": self.address}]
        )


def make_home(home: Path, store: Path | None = None) -> None:
    """A home with a migrated database and the world of `tests.lib.world` in it.

    With a store it is full: `places_in` tells where each page for people stands.
    """
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "kith.web.site.settings.example",
        "KITH_HOME": str(home),
        "KITH_EXAMPLE": "1",
        **({"KITH_STORE": str(store)} if store else {}),
    }
    subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.functional.work",
            str(home),
            *([FULL] if store else []),
        ],
        env=environment,
        cwd=ROOT,
        check=True,
    )


def copy_home(made: Path, to: Path) -> dict[str, str]:
    """Another home like it, so that one journey leaves nothing for the next."""
    shutil.copytree(made, to, dirs_exist_ok=True)
    return sessions_in(to)


def sessions_in(home: Path) -> dict[str, str]:
    """The session of each person, by role and side."""
    found: dict[str, str] = json.loads((home / PEOPLE).read_text())
    return found


def places_in(home: Path) -> dict[str, Place]:
    """Each signed-in page of a full home, by its route."""
    found = json.loads((home / PLACES).read_text())
    return {route: Place(*place) for route, place in found.items()}


def _fill(home: Path, *, full: bool) -> None:
    import django  # noqa: PLC0415 - only this process of its own sets Django up

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 - after setup

    from kith.web.access.roles import Role  # noqa: PLC0415 - after setup
    from tests.lib.world import make_world  # noqa: PLC0415 - after setup

    call_command("migrate", verbosity=0)
    world = make_world()
    sides = {"here": world.here, "there": world.there}
    sessions = {
        f"{role.value} {name}": _session(world.person(role, side))
        for role in Role
        for name, side in sides.items()
    }
    (home / PEOPLE).write_text(json.dumps(sessions))
    if full:
        (home / PLACES).write_text(json.dumps(_places(world, sessions)))


def _places(world: World, sessions: dict[str, str]) -> dict[str, tuple[str, str]]:
    """Every signed-in page with a record of ours, and the first role it answers to.

    All records are made before a door is tried, as they may change one another.
    """
    from django.urls import reverse  # noqa: PLC0415 - after setup

    from tests.lib.pages import (  # noqa: PLC0415 - after setup
        address_of,
        arguments_of,
        signed_in_pages,
    )

    # A role that is refused is an answer here, and no news.
    logging.getLogger("django.request").setLevel(logging.CRITICAL)
    made: dict[object, tuple[object, ...]] = {}
    standing = []
    for door in signed_in_pages():
        maker = arguments_of().get(door.route)
        if maker is None:
            standing.append((door, address_of(door, world, world.here)))
            continue
        if maker not in made:
            made[maker] = maker(world, world.here)
        standing.append((door, reverse(door.route, args=made[maker])))
    return {
        door.route: (address, _opener(door, address, sessions))
        for door, address in standing
    }


def _opener(door: Door, address: str, sessions: dict[str, str]) -> str:
    """The first role whose holder is answered: the business manager, if it can be."""
    from django.test import Client  # noqa: PLC0415 - after setup

    from kith.web.access.roles import ROLES, Role  # noqa: PLC0415 - after setup
    from kith.web.access.table import Who  # noqa: PLC0415 - after setup

    for role in (Role.BUSINESS_MANAGER, *Role):
        if not (isinstance(door.who, Who) or door.who in ROLES[role].permissions):
            continue
        client = Client(SERVER_NAME="127.0.0.1", raise_request_exception=False)
        client.cookies[COOKIE] = sessions[f"{role.value} here"]
        if client.get(address).status_code == HTTPStatus.OK:
            return role.value
    return ""


def _session(person: object) -> str:
    from django.contrib.auth import (  # noqa: PLC0415 - after setup
        BACKEND_SESSION_KEY,
        HASH_SESSION_KEY,
        SESSION_KEY,
    )
    from django.contrib.sessions.backends.db import (  # noqa: PLC0415 - after setup
        SessionStore,
    )

    from kith.web.access.factors import CHOSEN_KEY  # noqa: PLC0415 - after setup

    store = SessionStore()
    store[SESSION_KEY] = str(person.pk)  # type: ignore[attr-defined] # a Person
    store[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    store[HASH_SESSION_KEY] = person.get_session_auth_hash()  # type: ignore[attr-defined] # a Person
    store[CHOSEN_KEY] = True
    store.create()
    key: str = store.session_key
    return key


if __name__ == "__main__":
    _fill(Path(sys.argv[1]), full=FULL in sys.argv[2:])
