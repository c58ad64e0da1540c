"""Home: what needs a person, by when, over every area they serve."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.web.access.roles import Role
from kith.web.actions.actions import agree_action
from kith.web.home import noun as registered
from kith.web.home.noun import Need, Noun, RunningClock, Upcoming
from tests.integration.web.search.test_search import promised
from tests.lib.world import NOW, World


if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

    from kith.web.access.viewer import Viewer


Browse = "Callable[[Person], Client]"


def need(what: str, due: date | None) -> Need:
    return Need("tried", what, "You own it", "/somewhere/", due, "North Somerset", "LG")


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> list[Noun]:
    """The nouns that home knows, for one test."""
    nouns: list[Noun] = []
    monkeypatch.setattr(registered, "_NOUNS", nouns)
    return nouns


def page(world: World, browse: Browse) -> str:
    answer = browse(world.person(Role.MEMBER)).get("/home/")
    assert answer.status_code == 200
    words: str = answer.content.decode()
    return words


def test_what_waits_is_grouped_by_when(
    world: World, browse: Browse, tried: list[Noun]
) -> None:
    """15 January 2021 is a Friday: the week ends on the 17th."""

    def needs(viewer: Viewer, *, today: date) -> Iterator[Need]:
        yield need("of no day", None)
        yield need("of next week", date(2021, 1, 18))
        yield need("of Sunday", date(2021, 1, 17))
        yield need("of today", today)
        yield need("of last year", date(2020, 12, 1))

    tried.append(Noun("tried", needs=needs))
    shown = page(world, browse)
    order = [
        "5 things wait for you; 1 is overdue.",
        "Today and overdue</h2>",
        "of last year",
        "Overdue",
        "of today",
        "This week</h2>",
        "of Sunday",
        "Later</h2>",
        "of next week",
        "of no day",
    ]
    places = [shown.index(words) for words in order]
    assert places == sorted(places)
    assert "LG, North Somerset" in shown


def test_nothing_waits(world: World, browse: Browse, tried: list[Noun]) -> None:
    assert "Nothing needs you today." in page(world, browse)


def test_a_noun_that_fails_hides_no_other_and_is_named(
    world: World,
    browse: Browse,
    tried: list[Noun],
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(viewer: Viewer, *, today: date) -> Iterator[Need]:
        raise LookupError("Somebody's name")

    def asks_wrongly(viewer: Viewer, *, today: date) -> Iterator[Need]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT nothing FROM nowhere")
        yield need("never", None)

    def whole(viewer: Viewer, *, today: date) -> Iterator[Need]:
        yield need("still here", today)

    tried += [
        Noun("broken_things", needs=broken),
        Noun("wrong", needs=asks_wrongly),
        Noun("whole", needs=whole),
    ]
    shown = page(world, browse)
    assert "This list is not whole." in shown
    assert "broken things, wrong" in shown
    assert "still here" in shown
    assert "Somebody's name" not in caplog.text


def test_nothing_is_not_said_where_somebody_could_not_be_asked(
    world: World, browse: Browse, tried: list[Noun]
) -> None:
    def broken(viewer: Viewer, *, today: date) -> Iterator[Need]:
        raise LookupError

    tried.append(Noun("broken", needs=broken))
    assert "Nothing needs you" not in page(world, browse)


def test_the_next_meetings_and_clocks_stand_at_the_side(
    world: World, browse: Browse, tried: list[Noun]
) -> None:
    def meetings(viewer: Viewer, *, at: object) -> Iterator[Upcoming]:
        yield Upcoming("groups", "Leads Group", NOW, "/meetings/1/", "Town Hall")

    def clocks(viewer: Viewer, *, today: date) -> Iterator[RunningClock]:
        yield RunningClock("risks", "A reply to risk 3", date(2021, 1, 14), "/risks/3/")

    tried.append(Noun("groups", meetings=meetings, clocks=clocks))
    shown = page(world, browse)
    assert "15 January 2021 at 12:00pm" in shown
    assert "Due 14 January 2021, 1 day ago" in shown


def test_sign_in_lands_on_home(settings: object) -> None:
    assert settings.LOGIN_REDIRECT_URL == "home:home"  # type: ignore[attr-defined] # Django's


def test_queries_do_not_grow_with_what_waits(world: World, browse: Browse) -> None:
    """Each registered noun asks a fixed number of questions."""

    client: Client = browse(world.person(Role.MEMBER))
    counts = []
    for number in range(10):
        action = promised(world, world.here, f"Write to schools {number}")
        agree_action(viewer=world.viewer(Role.GROUP_CHAIR), at=NOW, key=action.pk)
        if number in (1, 9):
            with CaptureQueriesContext(connection) as asked:
                shown = client.get("/home/").content.decode()
            assert f"Write to schools {number}" in shown
            counts.append(len(asked))
    assert counts[1] <= counts[0], counts
    assert counts[1] <= 60, "home has a budget"
