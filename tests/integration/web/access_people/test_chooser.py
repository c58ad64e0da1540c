"""The example's role chooser, and everything that makes it not be there."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from kith.web.access.checks import the_role_chooser_stays_at_home
from kith.web.access.roles import Role


if TYPE_CHECKING:
    from django.test import Client

    from tests.lib.world import World


@pytest.fixture
def _offered(settings: Any) -> None:
    """As `kith demo` serves it."""
    settings.DEBUG = True
    settings.KITH_EXAMPLE = True
    settings.KITH_LISTENS_ON = "127.0.0.1"


@pytest.mark.usefixtures("_offered")
def test_one_looks_as_somebody_and_the_site_is_theirs(
    world: World, client: Client
) -> None:
    who = world.person(Role.DATA_ANALYST)
    member = world.person(Role.MEMBER)
    page = client.get("/example/choose/").content.decode()
    assert "Checks what agencies send and turns it into evidence." in page
    assert f"Look as {member.name}" in page
    assert client.post("/example/choose/", {"person": str(who.pk)}).status_code == 302
    assert (
        f'<h1 class="govuk-heading-l">{who.name}</h1>'
        in client.get("/account/").content.decode()
    )
    client.post("/example/choose/", {"person": str(member.pk)})
    assert member.name in client.get("/account/").content.decode()


@pytest.mark.usefixtures("_offered")
@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("DEBUG", False),
        ("KITH_EXAMPLE", False),
        ("KITH_LISTENS_ON", "0.0.0.0"),
        ("KITH_LISTENS_ON", ""),
    ],
)
def test_it_is_not_there(
    world: World, client: Client, settings: Any, setting: str, value: object
) -> None:
    who = world.person(Role.DATA_ANALYST)
    setattr(settings, setting, value)
    assert client.get("/example/choose/").status_code == 404
    assert client.post("/example/choose/", {"person": str(who.pk)}).status_code == 404
    assert client.get("/account/").status_code == 302


@pytest.mark.usefixtures("_offered")
@pytest.mark.parametrize(
    "from_elsewhere",
    [{"REMOTE_ADDR": "192.0.2.7"}, {"HTTP_X_FORWARDED_FOR": "192.0.2.7"}],
    ids=["another machine", "through a proxy"],
)
def test_it_is_not_there_for_others(
    world: World, client: Client, from_elsewhere: dict[str, str]
) -> None:
    who = world.person(Role.DATA_ANALYST)
    assert client.get("/example/choose/", **from_elsewhere).status_code == 404
    given = {"person": str(who.pk)}
    assert client.post("/example/choose/", given, **from_elsewhere).status_code == 404


@pytest.mark.usefixtures("_offered", "published")
def test_the_home_page_of_the_example_leads_there(db: None, client: Client) -> None:
    assert b"Look as one of its people" in client.get("/").content


@pytest.mark.usefixtures("published")
def test_and_no_other_home_page_does(db: None, client: Client) -> None:
    assert b"Look as one of its people" not in client.get("/").content


@pytest.mark.usefixtures("_offered")
def test_a_session_that_was_chosen_is_not_believed_elsewhere(
    world: World, client: Client, settings: Any
) -> None:
    who = world.person(Role.DATA_ANALYST)
    client.post("/example/choose/", {"person": str(who.pk)})
    assert client.get("/account/").status_code == 200
    settings.KITH_EXAMPLE = False
    assert (
        client.get("/account/").headers["Location"].startswith("/account/second-step/")
    )


def test_the_check_stops_an_example_that_answers_to_other_names(settings: Any) -> None:
    settings.DEBUG = True
    settings.ALLOWED_HOSTS = ["localhost", "kith.example.org"]
    assert [one.id for one in the_role_chooser_stays_at_home()] == ["kith.E001"]
    settings.ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
    assert the_role_chooser_stays_at_home() == []


def test_production_refuses_to_start_as_the_example() -> None:
    tried = subprocess.run(
        [sys.executable, "-c", "import kith.web.site.settings.production"],
        env={**os.environ, "KITH_EXAMPLE": "1", "KITH_SECRET_KEY": "x" * 60},
        capture_output=True,
        text=True,
        check=False,
    )
    assert tried.returncode == 1
    assert "KITH_EXAMPLE is 1" in tried.stderr


def test_in_debug_our_own_page_says_that_nothing_is_there(
    db: None, client: Client, settings: Any
) -> None:
    settings.DEBUG = True
    settings.MIDDLEWARE = [
        "kith.web.site.own_errors.OwnErrorsMiddleware",
        *[one for one in settings.MIDDLEWARE if "own_errors" not in one],
    ]
    page = client.get("/no/such/page/")
    assert page.status_code == 404
    assert b"There is nothing for you at this address" in page.content
    assert b"DEBUG" not in page.content
    assert page.headers["Content-Length"] == str(len(page.content))
