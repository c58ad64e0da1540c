"""A question put to the real engine: asked, answered, kept, read, opened to its rows."""

from __future__ import annotations

import csv
import os
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.http import Http404
from django.urls import reverse

from kith.domain.vocabulary.periods import Period
from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.access.trail.queries import unusual_reading
from kith.web.audit.models import Event
from kith.web.explorations import policies, tasks
from kith.web.explorations.actions import (
    ask_for_rows,
    ask_question,
    cancel_question,
    keep_answer,
)
from kith.web.explorations.files.rows import folder
from kith.web.explorations.models import AnswerState, Exploration, RowOpening, Rules
from kith.web.explorations.queries import exploration, on_offer
from kith.web.explorations.values import Question
from tests.integration.web.conftest import signed_in
from tests.lib.arguments.explorations import ACTOR, answered, asked
from tests.lib.world import NOW, REAL_NOW


if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kith.web.access.viewer import Viewer
    from kith.web.agreements.models import SharingAgreement
    from tests.lib.world import World


PURPOSE = "Checking the jump in February with the council"
BOTH = Period(date(2020, 1, 1), date(2020, 2, 29))
ODD = Period(date(2020, 1, 3), date(2020, 2, 20))
BY_SEX_AND_MONTH = Question(
    "early_help_started", "E06000024", BOTH, ("sex", "month"), Rules.PUBLIC.value
)


@pytest.fixture
def analyst(world: World) -> Viewer:
    return world.viewer(Role.DATA_ANALYST)


@pytest.fixture
def manager(world: World) -> Viewer:
    return world.viewer(Role.BUSINESS_MANAGER)


def internal(question: Question = BY_SEX_AND_MONTH) -> Question:
    return replace(question, rules=Rules.INTERNAL.value)


def ask(viewer: Viewer, question: Question) -> Exploration:
    """The question, answered by the engine where it is not kept."""
    offer = on_offer(viewer)
    assert offer is not None
    of = ask_question(viewer=viewer, at=NOW, asked=question, offer=offer)
    tasks.count_answer({"exploration": str(of.pk)}, at=NOW)
    of.refresh_from_db()
    return of


def told(of: Exploration) -> dict[tuple[str, str], tuple[object, str]]:
    """The answer's cells by sex and month."""
    return {
        (one["sex"], one["month"]): (one["value"], one["status"]) for one in of.cells
    }


def events(verb: str) -> list[Event]:
    return list(Event.objects.filter(verb=f"explorations.{verb}").order_by("sequence"))


def page_of(world: World, role: Role, route: str, key: object) -> str:
    answer = signed_in(world.person(role)).get(
        reverse(f"explorations:{route}", args=[key])
    )
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.usefixtures("near", "home")
def test_true_numbers_are_for_those_cleared_and_the_public_rules_for_others(
    world: World, analyst: Viewer, manager: Viewer
) -> None:
    shown = told(ask(analyst, internal()))
    assert shown["male", "2020-01"] == (3, "shown")
    assert shown["female", "2020-01"] == (40, "shown")

    hidden = ask(manager, BY_SEX_AND_MONTH)
    assert told(hidden)["male", "2020-01"] == (None, "suppressed")
    page = page_of(world, Role.BUSINESS_MANAGER, "detail", hidden.pk)
    assert "Hidden to protect children" in page
    assert "January 2020" in page
    assert "do not pass on" in page
    assert "small numbers are hidden" in page

    with pytest.raises(RefusedError, match="not cleared"):
        ask(manager, internal())
    odd = replace(BY_SEX_AND_MONTH, period=ODD)
    with pytest.raises(RefusedError, match="whole months"):
        ask(manager, odd)
    assert told(ask(analyst, internal(odd)))["male", "2020-01"] == (3, "shown")
    elsewhere = replace(BY_SEX_AND_MONTH, area=world.there.area.code)
    with pytest.raises(RefusedError, match="this area"):
        ask(manager, elsewhere)


@pytest.mark.usefixtures("near")
def test_the_same_question_is_counted_once_for_all_cleared_alike(
    world: World,
    analyst: Viewer,
    manager: Viewer,
    build_anew: Callable[[], None],
) -> None:
    first = ask(analyst, BY_SEX_AND_MONTH)
    assert ask(manager, BY_SEX_AND_MONTH) == first
    assert [one.details["was_kept"] for one in events("asked")] == [0, 1]

    true = ask(analyst, internal())
    assert true != first
    with pytest.raises(Http404):
        exploration(manager, true.pk)

    # The address holds the question, and leads to what answers it for whoever opens it.
    page = page_of(world, Role.DATA_ANALYST, "detail", true.pk)
    address = page.split("The address of this question")[0].rsplit('href="', 1)[1]
    address = address.partition('"')[0].replace("&amp;", "&")
    cleared = signed_in(world.person(Role.DATA_ANALYST)).get(address)
    assert cleared.headers["Location"].endswith(f"/{true.pk}/")
    other = signed_in(world.person(Role.BUSINESS_MANAGER)).get(address)
    assert other.headers["Location"].endswith(f"/{first.pk}/"), "under the public rules"

    build_anew()
    assert "counted anew" in page_of(world, Role.DATA_ANALYST, "detail", true.pk)
    assert ask(analyst, internal()) != true


@pytest.mark.usefixtures("near", "home")
def test_what_is_looked_at_and_taken_is_in_the_trail(
    world: World, analyst: Viewer, manager: Viewer
) -> None:
    true, hidden = ask(analyst, internal()), ask(manager, BY_SEX_AND_MONTH)
    page_of(world, Role.BUSINESS_MANAGER, "detail", hidden.pk)
    assert events("read") == []
    page_of(world, Role.DATA_ANALYST, "detail", true.pk)
    (read,) = events("read")
    assert (read.key, read.area, read.actor_person) == (
        true.pk,
        "E06000024",
        analyst.person,
    )

    head, columns, *rows = page_of(
        world, Role.DATA_ANALYST, "csv", true.pk
    ).splitlines()
    assert "Not released: do not pass on." in head
    assert "nothing is hidden" in head
    assert columns.split(",")[4:6] == ["sex", "month"]
    assert any(row.startswith("early_help_started") for row in rows)
    (taken,) = events("exported")
    assert taken.details["rules"] == "internal"


def test_no_cell_of_the_file_becomes_a_formula(world: World) -> None:
    world.here.council.name = "=cmd()"
    world.here.council.save()
    of = answered(world, world.here)
    of.by = ["agency"]
    for one in of.cells:
        one["agency"] = world.here.council.code
    of.save()
    page = page_of(world, Role.DATA_ANALYST, "csv", of.pk)
    (row, *_) = list(csv.reader(page.splitlines()))[2:]
    assert row[4] == "'=cmd()"


@pytest.mark.usefixtures("near", "home", "agreement")
def test_rows_are_opened_for_a_purpose_by_one_person_for_an_hour(
    world: World, analyst: Viewer, manager: Viewer
) -> None:
    true, hidden = ask(analyst, internal()), ask(manager, BY_SEX_AND_MONTH)

    def open_rows(
        viewer: Viewer, of: Exploration, purpose: str = PURPOSE
    ) -> RowOpening:
        one = ask_for_rows(
            viewer=viewer, at=NOW, key=of.pk, purpose=purpose, build=of.build
        )
        tasks.fetch_rows({"opening": str(one.pk)}, at=NOW)
        one.refresh_from_db()
        return one

    with pytest.raises(Http404):
        open_rows(manager, true)
    with pytest.raises(RefusedError, match="You do not see rows"):
        open_rows(manager, hidden)
    with pytest.raises(RefusedError, match="internal rules alone"):
        open_rows(analyst, hidden)
    with pytest.raises(RefusedError, match="for what you need"):
        open_rows(analyst, true, "x")

    one = open_rows(analyst, true)
    (file,) = folder().iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
    assert folder().stat().st_mode & 0o777 == 0o700
    page = page_of(world, Role.DATA_ANALYST, "rows", one.pk)
    assert "1 to 50 of 86" in page
    assert "early_help.csv, row 2" in page
    assert "c1-0" not in page, "no number of a child"
    (read,) = events("read")
    assert (read.purpose, read.details["count"]) == (PURPOSE, 50)
    (alert,) = unusual_reading(manager, at=read.at + timedelta(minutes=1))
    assert alert.person == analyst.person
    (wanted,) = events("rows_asked")
    assert wanted.purpose == PURPOSE

    stranger = signed_in(world.person(Role.DATA_ANALYST, world.there))
    address = reverse("explorations:rows", args=[one.pk])
    assert stranger.get(address).status_code == 404
    assert (
        signed_in(world.person(Role.BUSINESS_MANAGER)).get(address).status_code == 404
    )

    # The hour is over on the page, though no worker is awake to close the file.
    one.refresh_from_db()
    assert one.open_until is not None
    one.open_until -= timedelta(hours=1)
    one.save()
    assert "early_help.csv" not in page_of(world, Role.DATA_ANALYST, "rows", one.pk)
    tasks.shut_rows({"opening": str(one.pk)}, at=NOW)
    assert list(folder().iterdir()) == []
    page = page_of(world, Role.DATA_ANALYST, "rows", one.pk)
    assert "Their hour is over" in page
    assert "early_help.csv" not in page


@pytest.mark.usefixtures("near", "home")
def test_rows_about_children_need_an_agreement_that_holds_today(
    world: World, analyst: Viewer, agreement: SharingAgreement
) -> None:
    true = ask(analyst, internal())
    one = ask_for_rows(
        viewer=analyst, at=NOW, key=true.pk, purpose=PURPOSE, build=true.build
    )
    tasks.fetch_rows({"opening": str(one.pk)}, at=NOW)
    assert "86 rows counted" in page_of(world, Role.DATA_ANALYST, "rows", one.pk)

    agreement.last_on = date(2021, 1, 14)
    agreement.save()
    page = page_of(world, Role.DATA_ANALYST, "rows", one.pk)
    assert "86 rows of North Somerset Council" in page
    assert "no sharing agreement holds today" in page
    assert "early_help.csv" not in page


@pytest.mark.usefixtures("near")
def test_rows_are_those_of_the_build_that_was_counted(
    analyst: Viewer, build_anew: Callable[[], None]
) -> None:
    true = ask(analyst, internal())
    waiting = ask_for_rows(
        viewer=analyst, at=NOW, key=true.pk, purpose=PURPOSE, build=true.build
    )
    build_anew()
    tasks.fetch_rows({"opening": str(waiting.pk)}, at=NOW)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.fault) == ("FAILED", policies.COUNTED_ANEW)
    offer = on_offer(analyst)
    assert offer is not None
    with pytest.raises(RefusedError, match="counted anew"):
        ask_for_rows(
            viewer=analyst, at=NOW, key=true.pk, purpose=PURPOSE, build=offer.build
        )


@pytest.mark.usefixtures("near", "home")
def test_an_answer_too_large_says_what_to_do_and_none_is_one_line(
    world: World, analyst: Viewer, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    monkeypatch.setattr(tasks, "MOST_CELLS", 3)
    large = ask(analyst, internal())
    assert (large.state, large.cells) == ("TOO_LARGE", [])
    assert "fewer days" in page_of(world, Role.DATA_ANALYST, "detail", large.pk)

    offer = on_offer(analyst)
    assert offer is not None
    known = replace(offer, measures={**offer.measures, "no_such": "No such"})
    asked_of = ask_question(
        viewer=analyst,
        at=NOW,
        asked=replace(internal(), measure="no_such"),
        offer=known,
    )
    tasks.count_answer({"exploration": str(asked_of.pk)}, at=NOW)
    page = page_of(world, Role.DATA_ANALYST, "detail", asked_of.pk)
    assert "Could not be counted" in page
    assert str(home) not in page


def test_what_is_called_off_stays_so_and_only_whoever_asked_may(
    world: World, analyst: Viewer, manager: Viewer
) -> None:
    of = asked(world, world.here)
    with pytest.raises(RefusedError, match="Whoever asked"):
        cancel_question(viewer=manager, at=NOW, key=of.pk)
    cancel_question(viewer=analyst, at=NOW, key=of.pk)
    keep_answer(actor=ACTOR, at=NOW, key=of.pk, state=AnswerState.ANSWERED)
    of.refresh_from_db()
    assert of.state == "CANCELLED"


def test_one_person_does_not_fill_the_queue(world: World, analyst: Viewer) -> None:
    for _ in range(policies.MOST_AT_ONCE):
        asked(world, world.here)
    with pytest.raises(RefusedError, match="Wait for an answer"):
        asked(world, world.here)
    first = Exploration.objects.order_by("pk").first()
    assert first is not None
    cancel_question(viewer=analyst, at=NOW, key=first.pk)
    assert asked(world, world.here).state == "WAITING"


def test_an_answer_is_kept_for_thirty_days(world: World, home: Path) -> None:
    of = answered(world, world.here)
    tasks.forget({}, at=NOW + timedelta(days=30))
    assert Exploration.objects.filter(pk=of.pk).exists()
    left = folder() / "left.json"
    left.write_text("[]")
    past = (REAL_NOW - timedelta(days=1)).timestamp()
    os.utime(left, (past, past))
    tasks.forget({}, at=NOW + timedelta(days=31))
    assert not Exploration.objects.filter(pk=of.pk).exists()
    assert list(folder().iterdir()) == [], "what a dead worker left is gone too"


@pytest.mark.parametrize(
    ("by", "why"),
    [
        (("sex", "sex"), policies.TWICE),
        (("month", "quarter"), policies.MONTHS_OF_QUARTERS),
        (("sex", "month"), ""),
    ],
)
def test_two_breakdowns_are_two(analyst: Viewer, by: tuple[str, ...], why: str) -> None:
    assert policies.why_not_ask(analyst, replace(BY_SEX_AND_MONTH, by=by)) == why
