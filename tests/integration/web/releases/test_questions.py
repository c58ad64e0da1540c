"""Anybody asks about a figure; the answer stands on its page, and no address is kept."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client

from kith.domain.rules.question_due import question_due
from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.audit.models import Event
from kith.web.notices.models import Job
from kith.web.releases import tasks
from kith.web.releases.actions import (
    answer_question,
    propose_edition,
    set_question_aside,
    withdraw_release,
)
from kith.web.releases.models import Asker, Question, Release
from kith.web.releases.registration import needs
from kith.web.releases.values import Answered
from kith.web.releases.views.pace import MOST_AN_HOUR
from tests.lib.arguments.releases import built, question, released
from tests.lib.published_store import write_store
from tests.lib.world import NOW, TODAY


if TYPE_CHECKING:
    from pathlib import Path

    from tests.lib.world import World


ASK = "/ask/referrals/"
EMAIL = "asker@example.org"


@pytest.fixture(autouse=True)
def store(settings: object, tmp_path: Path) -> None:
    settings.KITH_STORE = write_store(tmp_path)  # type: ignore[attr-defined] # pytest-django's own
    cache.clear()


@pytest.mark.parametrize(
    ("asked_on", "due"),
    [
        (date(2021, 1, 15), date(2021, 2, 12)),
        # The second of January is a bank holiday in Scotland, moved to the fourth.
        (date(2020, 12, 31), date(2021, 2, 1)),
    ],
)
def test_an_answer_is_due_in_twenty_working_days_of_the_whole_kingdom(
    asked_on: date, due: date
) -> None:
    assert question_due(asked_on) == due


def test_a_question_is_asked_answered_and_seen_and_the_address_is_forgotten(
    world: World, client: Client
) -> None:
    strict = Client(enforce_csrf_checks=True)
    sent = strict.post(ASK, {"words": "Why did it fall at half-term?", "email": EMAIL})
    assert (sent.status_code, sent.cookies) == (302, {})
    assert EMAIL not in sent.headers["Location"]
    assert "is answered by" in client.get(sent.headers["Location"]).content.decode()
    asked = Question.objects.get()
    assert EMAIL not in str(vars(asked))
    told = str(list(Event.objects.values())) + str(list(Job.objects.values()))
    assert EMAIL not in told
    assert "half-term" not in told
    assert "half-term" not in client.get("/scorecard/referrals/").content.decode()

    analyst = world.viewer(Role.DATA_ANALYST)
    (need,) = needs(analyst, today=TODAY)
    assert need.due == asked.due_on
    manager = world.viewer(Role.BUSINESS_MANAGER)
    answered = Answered(
        "Why did it fall in the half-term of 2020?", "Schools were shut.", True
    )
    with pytest.raises(RefusedError, match="analyst answers"):
        answer_question(viewer=manager, at=NOW, key=asked.pk, answered=answered)
    answer_question(viewer=analyst, at=NOW, key=asked.pk, answered=answered)
    with pytest.raises(RefusedError, match="would have to be"):
        set_question_aside(viewer=analyst, at=NOW, key=asked.pk)
    page = client.get("/scorecard/referrals/").content.decode()
    assert "Correction: Why did it fall in the half-term of 2020?" in page
    assert "Schools were shut." in page

    for _ in range(2):
        tasks.tell_asker({"question": str(asked.pk)}, at=NOW)
    (letter,) = mail.outbox
    assert letter.to == [EMAIL]
    assert "/scorecard/referrals/?area=E06000024" in str(letter.body)
    assert "half-term" not in str(letter.body)
    assert not Asker.objects.exists()


def test_what_looks_like_a_child_is_asked_about_and_a_flood_is_stopped(
    world: World, client: Client
) -> None:
    assert world
    named = {"words": "Is Olivia Marchbanks among them?"}
    answer = client.post(ASK, named)
    assert answer.status_code == 200
    assert "looks like" in answer.content.decode()
    assert not Question.objects.exists()
    plain = {"words": "How is this counted?"}
    codes = [client.post(ASK, plain).status_code for _ in range(MOST_AN_HOUR + 1)]
    assert codes == [302] * MOST_AN_HOUR + [200]
    assert Question.objects.count() == MOST_AN_HOUR
    assert client.get("/ask/nothing_such/").status_code == 404


def test_what_is_set_aside_is_not_shown_and_its_address_is_gone(
    world: World, client: Client
) -> None:
    asked = question(world, world.here, EMAIL)
    analyst = world.viewer(Role.DATA_ANALYST)
    set_question_aside(viewer=analyst, at=NOW, key=asked.pk)
    assert not Asker.objects.exists()
    assert "Why so many?" not in client.get("/scorecard/referrals/").content.decode()
    assert not list(needs(analyst, today=TODAY))


def test_the_page_of_a_figure_says_which_editions_were_taken_back(
    world: World, client: Client
) -> None:
    build = built(world, world.here)
    analyst = world.viewer(Role.DATA_ANALYST)
    edition = propose_edition(viewer=analyst, at=NOW, key=build.pk)
    of = released(world, world.here)
    Release.objects.filter(pk=of.pk).update(asked=edition.asked, title=edition.title)
    withdraw_release(viewer=analyst, at=NOW, key=of.pk, because="Police sent it twice")
    page = client.get("/scorecard/referrals/").content.decode()
    assert "Police sent it twice" in page
    assert f"/released/{of.ledger}/" in page
