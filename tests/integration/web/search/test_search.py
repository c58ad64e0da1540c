"""Search: it finds what a viewer may see, and tells nothing of the rest."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from kith.contracts.register import shipped
from kith.domain.vocabulary.actors import Actor
from kith.web.access.roles import Role
from kith.web.actions.actions import Promise, propose_action
from kith.web.audit.models import Event
from kith.web.indicators.actions import add_indicator, change_indicator
from kith.web.indicators.values import Change, definition_of
from kith.web.returns.actions import end_duty
from kith.web.search import queries
from kith.web.search.actions import rebuild_index
from kith.web.search.asking import understood
from kith.web.search.models import SearchEntry
from tests.lib.arguments.releases import proposed
from tests.lib.arguments.returns import a_return, speaking
from tests.lib.world import NOW, Side, World


if TYPE_CHECKING:
    from django.http import HttpResponse
    from django.test import Client

    from kith.web.access.viewer import Viewer
    from kith.web.actions.models import Action


Browse = "Callable[[Person], Client]"
PLATFORM = Actor("Kith: search rebuild", origin="command")


def promised(world: World, side: Side, wording: str) -> Action:
    return propose_action(
        viewer=world.viewer(Role.MEMBER, side),
        at=NOW,
        body=side.body,
        promise=Promise(
            wording=wording,
            owner_organisation=side.council,
            owner=world.person(Role.MEMBER, side),
            due_on=date(2021, 2, 1),
        ),
    )


def ask(client: Client, words: str, **more: str) -> HttpResponse:
    sent = client.post("/search/", {"words": words})
    assert sent.status_code == 302, sent.content.decode()
    address = sent.headers["Location"]
    assert words not in address
    return client.get("&".join([address, *(f"{k}={v}" for k, v in more.items())]))


def titles(world: World, words: str, role: Role = Role.MEMBER) -> list[str]:
    found = queries.found(world.viewer(role), understood(words))
    return [one.title for one in found]


def test_an_action_is_found_by_its_new_words_at_once(world: World) -> None:
    action = promised(world, world.here, "Agree thresholds for early help")
    assert len(titles(world, "threshold")) == 1
    assert action.reference in titles(world, "threshold")[0]


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("thresholds", True),
        ("THRESHOLD early", True),
        ("thresh", True),
        ('"early help"', True),
        ('"help early"', False),
        ("early OR nothing", False),
        ("missing", False),
    ],
)
def test_words_stems_beginnings_and_phrases(
    world: World, words: str, is_found: bool
) -> None:
    promised(world, world.here, "Agree thresholds for early help")
    assert bool(titles(world, words)) is is_found


def test_what_is_not_theirs_is_neither_named_nor_counted(
    world: World, browse: Browse
) -> None:
    """As many results, pages and kinds as if the others were not there at all."""
    for number in range(3):
        promised(world, world.here, f"Write to schools {number}")
    for number in range(30):
        promised(world, world.there, f"Write to schools in secret {number}")
    client = browse(world.person(Role.MEMBER))
    page = ask(client, "schools").content.decode()
    assert "3 results" in page
    assert "secret" not in page
    assert "Next page" not in page
    assert "Nothing was found" in ask(client, "secret").content.decode()
    viewer = world.viewer(Role.MEMBER)
    assert [
        one.count for one in queries.kinds_found(viewer, understood("schools"))
    ] == [3]


def test_returns_releases_and_indicators_are_found_by_those_who_see_them(
    world: World,
) -> None:
    """A return is gone from search with its duty; of an indicator the latest words hold."""
    mine, theirs = (a_return(world, one) for one in (world.here, world.there))
    release = proposed(world, world.here)
    analyst = Role.DATA_ANALYST
    steward = Role.AGENCY_DATA_STEWARD
    (found,) = titles(world, mine.reference, analyst)
    assert found.startswith("North Somerset Council: Figures already counted: July")
    assert titles(world, theirs.reference, analyst) == []
    assert titles(world, mine.reference, steward) == []
    speaking(world, steward, world.here)
    assert titles(world, mine.reference, steward) == [found]
    (named,) = titles(world, "autumn newsletter", analyst)
    assert named == f"{release.reference}: Autumn newsletter"
    assert titles(world, "autumn newsletter", Role.LEARNER) == []
    for number, title in enumerate(["Children on tag", "Children on a curfew"], 1):
        viewer = world.viewer(analyst)
        keep_indicator(viewer, title, is_first=number == 1)
    assert titles(world, "curfew", analyst) == ["Children on a curfew"]
    assert titles(world, "tag", analyst) == titles(world, "curfew", Role.LEARNER) == []
    end_duty(
        viewer=world.viewer(analyst),
        at=NOW,
        key=mine.duty_id,
        last_on=date(2020, 6, 30),
        words="Moved",
    )
    kept = SearchEntry.objects.filter(noun="returns.return")
    before = set(kept.values_list("key"))
    assert titles(world, mine.reference, analyst) == []
    rebuild_index(actor=PLATFORM, at=NOW)
    assert set(kept.values_list("key")) == before != set()


def keep_indicator(viewer: Viewer, title: str, *, is_first: bool) -> None:
    says = replace(definition_of(shipped()["suspensions"]), title=title)
    if is_first:
        first = Change(says, "It is counted here", from_day=date(2020, 1, 1))
        add_indicator(viewer=viewer, at=NOW, code="curfews", first=first)
    else:
        change = Change(says, "A clearer name")
        change_indicator(viewer=viewer, at=NOW, code="curfews", change=change)


def test_people_are_found_by_those_who_see_them_and_never_by_their_address(
    world: World,
) -> None:
    here, there = world.person(Role.LADO), world.person(Role.LADO, world.there)
    for someone, name in ((here, "Ottoline Here"), (there, "Ottoline There")):
        someone.name = name
        someone.save()
    rebuild_index(actor=PLATFORM, at=NOW)
    manager = Role.BUSINESS_MANAGER
    assert titles(world, "ottoline", manager) == ["Ottoline Here"]
    assert titles(world, here.email.partition("@")[0], manager) == []
    # A member sees whom they sit with; a learner opens nobody's page, nor their own.
    assert titles(world, "ottoline") == titles(world, "ottoline", Role.LEARNER) == []
    here.is_active = False
    here.save()
    assert titles(world, "ottoline", manager) == []


def test_somebody_with_no_role_finds_nothing(world: World, browse: Browse) -> None:
    promised(world, world.here, "Write to schools")
    client = browse(world.person(Role.LEARNER))
    assert "Nothing was found" in ask(client, "schools").content.decode()


def test_a_word_in_the_title_comes_first(world: World) -> None:
    promised(world, world.here, "x " * 80 + " zebra crossings")
    promised(world, world.here, "zebra crossings " + "x " * 80)
    found = titles(world, "zebra")
    assert len(found) == 2
    assert "zebra" in found[0]


@pytest.mark.parametrize(
    "odd",
    [
        '"',
        "'; DROP TABLE search_words; --",
        "a AND NOT b NEAR(c, 2) ^d -e:f",
        "title: words:",
        "*",
        '"unclosed phrase',
        "😀",
        "a\0b",
        "(((((",
        "é" * 100,
        "& | ! <-> :*",
        "\\",
        "the",
        "１２３",  # noqa: RUF001 - full-width digits, as a phone may write them
    ],
)
def test_odd_input_is_never_a_fault(world: World, browse: Browse, odd: str) -> None:
    promised(world, world.here, "Write to every school")
    client = browse(world.person(Role.MEMBER))
    sent = client.post("/search/", {"words": odd})
    if sent.status_code == 302:
        assert client.get(sent.headers["Location"]).status_code == 200
    else:
        assert sent.status_code == 422
        assert "There is a problem" in sent.content.decode()


def test_ten_thousand_characters_are_too_many(world: World, browse: Browse) -> None:
    client = browse(world.person(Role.MEMBER))
    sent = client.post("/search/", {"words": "x" * 10_000})
    assert sent.status_code == 422
    assert "at most 200 characters" in sent.content.decode()
    assert understood("x" * 10_000).words == ("x" * 40,)


def test_a_search_is_an_event_without_its_words(world: World, browse: Browse) -> None:
    client = browse(world.person(Role.MEMBER))
    promised(world, world.here, "Write to every school")
    before = Event.objects.count()
    ask(client, "school")
    event = Event.objects.order_by("-sequence")[0]
    assert Event.objects.count() == before + 1
    assert (event.verb, event.details["found"]) == ("search.searched", 1)
    assert "school" not in json.dumps(event.details)
    ask(client, "SCHOOL")
    again = Event.objects.order_by("-sequence")[0]
    assert again.details["digest"] == event.details["digest"]


def test_results_are_escaped(world: World, browse: Browse) -> None:
    promised(world, world.here, "<script>alert(1)</script> for schools")
    page = ask(browse(world.person(Role.MEMBER)), "alert").content.decode()
    assert "<script>alert" not in page
    assert '<mark class="kith-mark">alert</mark>' in page


def test_a_ticket_of_another_session_opens_nothing(
    world: World, browse: Browse
) -> None:
    sent = browse(world.person(Role.MEMBER)).post("/search/", {"words": "schools"})
    other = browse(world.person(Role.GROUP_CHAIR)).get(sent.headers["Location"])
    assert "schools" not in other.content.decode()


def test_the_index_made_anew_is_the_same(world: World) -> None:
    for number in range(4):
        promised(world, world.here, f"Write to schools {number}")
    before = set(
        SearchEntry.objects.values_list("noun", "key", "title", "words", "url")
    )
    SearchEntry.objects.all().delete()
    assert not titles(world, "schools")
    rebuild_index(actor=PLATFORM, at=NOW)
    after = set(SearchEntry.objects.values_list("noun", "key", "title", "words", "url"))
    assert before <= after
    assert len(titles(world, "schools")) == 4


def test_an_undone_action_leaves_nothing_to_find(world: World) -> None:
    with transaction.atomic():
        promised(world, world.here, "Write to schools")
        transaction.set_rollback(True)
    assert SearchEntry.objects.filter(noun="actions.action").count() == 0


def test_queries_do_not_grow_with_what_is_found(world: World, browse: Browse) -> None:
    client = browse(world.person(Role.MEMBER))
    counts = []

    for number in range(12):
        promised(world, world.here, f"Write to schools {number}")
        if number in (0, 11):
            with CaptureQueriesContext(
                connection,
            ) as asked:
                ask(client, "schools")
            counts.append(len(asked))
    assert counts[1] <= counts[0], counts
