"""Each page of a group's scorecard opens, complains and does; each file is recorded."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from kith.web.access.roles import Role
from kith.web.audit.models import Event
from kith.web.scorecards.actions import agree_scorecard
from tests.lib.arguments.scorecards import draft
from tests.lib.world import NOW


if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from kith.web.access.models import Person
    from kith.web.scorecards.models import Scorecard
    from tests.lib.world import World


pytestmark = pytest.mark.usefixtures("published")


@pytest.fixture
def card(world: World) -> Scorecard:
    return draft(world, world.here)


@pytest.fixture
def manager(world: World, browse: Callable[[Person], Client]) -> Client:
    return browse(world.person(Role.BUSINESS_MANAGER))


@pytest.fixture
def member(world: World, browse: Callable[[Person], Client]) -> Client:
    return browse(world.person(Role.MEMBER))


def at(name: str, *parts: Any) -> str:
    return reverse(f"scorecards:{name}", args=parts)


DAY = {"stands_on_day": "1", "stands_on_month": "4", "stands_on_year": "2020"}
WANTED = {"wanted_on_day": "29", "wanted_on_month": "1", "wanted_on_year": "2021"}
PAGES = {
    "heading": {
        "title": "Help, sooner",
        "area": "E06000024",
        "period": "2020-01-01_2020-12-31",
    },
    "question_new": {"words": "Are they safe?", "measures": ["police_protections"]},
    "ask": {"about": "measure:referrals", **WANTED},
    "target": {
        "measure": "re_referral_share",
        "kind": "ENGLAND",
        "value": "21.9",
        "source": "DfE, Children in need, 2020",
        **DAY,
    },
    "annotate": {"month": "2020-03-01", "words": "schools close", "restarts": "on"},
    "priorities": {"priorities": []},
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_complains_and_does(
    name: str, world: World, card: Scorecard, manager: Client, member: Client
) -> None:
    sent = {**PAGES[name]}
    if name == "ask":
        sent["organisation"] = str(world.here.council.pk)
    assert manager.get(at(name, card.pk)).status_code == 200
    if name != "priorities":
        assert "Error: " in manager.post(at(name, card.pk), {"x": "1"}).text
    assert member.post(at(name, card.pk), sent).status_code == 404
    done = manager.post(at(name, card.pk), sent)
    assert done.status_code == 302, done.text
    assert manager.get(done["Location"]).status_code == 200


def test_a_comparator_and_a_step_change_stand_in_the_words(
    card: Scorecard, manager: Client
) -> None:
    for name in ("target", "annotate"):
        manager.post(at(name, card.pk), PAGES[name])
    page = manager.get(at("detail", card.pk)).text
    assert (
        "England: 21.9\u00a0% (DfE, Children in need, 2020, as at 1 April 2020)" in page
    )
    assert "by no more than chance would explain (95 % interval 18.7" in page
    assert "Limits start anew in March 2020 (schools close)." in page
    assert "fewer than 8 months to tell a change from chance" in page
    assert "business manager of North Somerset" in page


def test_the_words_of_an_agency_are_asked_about_and_shown(
    world: World, card: Scorecard, member: Client
) -> None:
    sent = {
        "about": "measure:referrals",
        "organisation": str(world.here.council.pk),
        "what": "Two girls came in April.",
        "so_what": "They were not seen at school.",
        "now_what": "We ring every family.",
    }
    asked = member.post(at("comment", card.pk), sent)
    assert "“Two girls” looks like a small number of children" in asked.text
    link = f"{at('comment', card.pk)}?about=measure:referrals"
    assert link in member.get(at("detail", card.pk)).text
    sent["what"] = "Fewer came in April."
    assert member.post(at("comment", card.pk), sent).status_code == 302
    page = member.get(at("detail", card.pk)).text
    assert "North Somerset Council, member of North Somerset, 15 January 2021" in page
    assert "Now what: </strong>We ring every family." in page


FILES = {
    "pdf": b"%PDF-",
    "brief": b"%PDF-",
    "docx": b"PK",
    "chart_svg": b"<svg",
    "chart_png": b"\x89PNG",
    "chart_csv": '\ufeff"Referrals'.encode(),
}


@pytest.mark.parametrize("name", FILES)
def test_each_file_is_what_it_says_and_is_recorded(
    name: str, card: Scorecard, member: Client, world: World
) -> None:
    parts = ("referrals",) if name.startswith("chart") else ()
    chair = world.viewer(Role.GROUP_CHAIR)
    agree_scorecard(viewer=chair, at=NOW, key=card.pk)
    answer = member.get(at(name, card.pk, *parts))
    assert answer.content.startswith(FILES[name]), answer.content[:80]
    event = Event.objects.filter(verb="scorecards.downloaded").get()
    assert event.details["format"] == name.removeprefix("chart_")
    if name == "docx":
        inside = zipfile.ZipFile(io.BytesIO(answer.content)).read("word/document.xml")
        assert b"Do families get help in time?" in inside
    if name.startswith("chart"):
        assert member.get(at(name, card.pk, "police_protections")).status_code == 404


def test_the_list_says_what_it_shows(card: Scorecard, member: Client) -> None:
    page = member.get(at("list"))
    assert "1 scorecard, the latest period on top." in page.text
    assert "No scorecard matches" in member.get(at("list"), {"words": "none"}).text
    assert "Draft a scorecard" not in page.text


def test_a_new_one_is_drafted_for_a_period_on_offer(
    world: World, manager: Client, settings: Any, tmp_path: object
) -> None:
    sent = {
        "body": str(world.here.body.pk),
        "title": "Safe at home",
        "area": "E06000024",
        "period": "2019-11-01_2020-12-31",
    }
    assert "Error: " in manager.post(at("new"), {**sent, "period": "x"}).text
    assert manager.post(at("new"), sent).status_code == 302
    settings.KITH_STORE = tmp_path
    assert "No evidence has been published yet" in manager.get(at("new")).text
