"""A partnership's first day: from a file, from answers, and only once."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from kith.web.access.models import Person
from kith.web.access.permissions import Permission as P
from kith.web.access.roles import Role
from kith.web.audit.models import Event
from kith.web.organisations.models import Partnership
from kith.web.site.clock import real_time
from kith.web.site.first_day import NotUnderstoodError, asked, understood
from kith.web.site.setup import let_in, set_up, why_not_let_in, why_not_set_up
from tests.lib.world import NOW, REAL_NOW, viewer_of


if TYPE_CHECKING:
    from django.test import Client

    from tests.lib.world import World


FILE = """
partnership = "Exampleshire Safeguarding Children Partnership"
organisation = "Exampleshire Council"
site = "https://safeguarding.example.org/"
[[area]]
code = "E06000024"
name = "Exampleshire"
[manager]
name = "Alex Example"
email = "Alex@example.org"
"""


@pytest.mark.django_db
def test_the_first_manager_can_begin_and_there_is_one_first_day() -> None:
    assert why_not_set_up() == ""
    link = set_up(day=understood(FILE, "f"), at=NOW, now=REAL_NOW)
    assert link.startswith("https://safeguarding.example.org/account/invitation/")
    person = Person.objects.get()
    assert person.email == "alex@example.org"
    assert viewer_of(person).may(P.PEOPLE_INVITE, area="E06000024")
    assert [one.role for one in person.holdings.all()] == [Role.BUSINESS_MANAGER]
    assert Partnership.objects.get().areas.get().name == "Exampleshire"
    assert person.invitations.get().open_until == REAL_NOW + timedelta(days=7)
    assert [one.verb for one in Event.objects.all()] == ["access.set_up"]
    assert "already" in why_not_set_up()


def test_after_an_archive_a_business_manager_is_let_in_and_nobody_else(
    world: World, client: Client
) -> None:
    manager, analyst = world.person(Role.BUSINESS_MANAGER), world.person(Role.LADO)
    assert why_not_let_in(analyst.email, at=NOW).startswith("no business manager")
    assert why_not_let_in("nobody@example.org", at=NOW) == why_not_let_in(
        analyst.email, at=NOW
    )
    link = let_in(
        email=manager.email.upper(), site="http://testserver", at=NOW, now=real_time()
    )
    assert f"Welcome, {manager.name}" in client.get(link).content.decode()
    assert [one.verb for one in Event.objects.all()] == ["access.let_in_again"]
    manager.set_password("three quiet otters")
    manager.save()
    assert "have a password" in why_not_let_in(manager.email, at=NOW)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('code = "E06000024"', 'code = "Somewhere"', "no ONS code"),
        ('email = "Alex@example.org"', "", "email"),
        ('email = "Alex@example.org"', 'email = "alex"', "e-mail address"),
        ("https://", "ftp://", "https://"),
        ("[manager]", "[manager", "no TOML"),
    ],
)
def test_what_is_wrong_is_said(old: str, new: str, says: str) -> None:
    with pytest.raises(NotUnderstoodError, match=says):
        understood(FILE.replace(old, new), "partnership.toml")


def test_it_asks_where_no_file_is_given() -> None:
    answers = iter(
        ["P", "E06000024", "Exampleshire", "Council", "Alex", "alex@example.org", ""]
    )
    day = asked(lambda question: next(answers))
    assert day.areas == (("E06000024", "Exampleshire"),)
    assert day.site == "http://localhost:8000"
