"""A signed-in site for journeys: two areas, a person a role, and a way to sit down as one.

``python -m tests.functional.work HOME`` fills a home and prints who can sign in.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from playwright.sync_api import Page


ROOT = Path(__file__).parents[2]
COOKIE = "sessionid"
PEOPLE = "people.json"


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


def make_home(home: Path) -> None:
    """A home with a migrated database and the world of `tests.lib.world` in it."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "kith.web.site.settings.example",
        "KITH_HOME": str(home),
        "KITH_EXAMPLE": "1",
    }
    subprocess.run(
        [sys.executable, "-m", "tests.functional.work", str(home)],
        env=environment,
        cwd=ROOT,
        check=True,
    )


def copy_home(made: Path, to: Path) -> dict[str, str]:
    """Another home like it, so that one journey leaves nothing for the next."""
    shutil.copytree(made, to, dirs_exist_ok=True)
    found: dict[str, str] = json.loads((to / PEOPLE).read_text())
    return found


def _fill(home: Path) -> None:
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
    _fill(Path(sys.argv[1]))
