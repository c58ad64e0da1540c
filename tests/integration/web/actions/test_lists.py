"""Lists of actions: their filters, their file, several at once, and their cost."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.domain.rules.states.actions import ActionState
from kith.web.access.roles import Role
from kith.web.actions import actions as acts
from kith.web.actions.models import Action, SourceKind
from kith.web.audit.models import Event
from tests.integration.web.actions.drawing import DUE, Cast
from tests.lib.world import NOW, World


if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from kith.web.access.models import Person

    Browse = Callable[[Person], Client]


@pytest.fixture
def cast(world: World) -> Cast:
    return Cast(world, world.here)


def rows(body: Cast, count: int) -> None:
    """Many actions, put straight into the table."""
    owner = body.world.person(Role.MEMBER, body.side)
    Action.objects.bulk_create(
        Action(
            reference=f"MANY/{uuid4().hex}",
            body=body.side.body,
            wording=f"Promise {number}",
            owner_organisation=body.side.council,
            owner=owner,
            due_on=DUE,
            first_due_on=DUE,
            state=ActionState.AGREED,
            proposed_by=owner,
            proposed_at=NOW,
        )
        for number in range(count)
    )


@pytest.mark.parametrize("address", ["/actions/", "/actions/?state=all&words=promise"])
def test_the_list_asks_as_often_for_5000_as_for_50(
    cast: Cast, browse: Browse, address: str
) -> None:
    client = browse(cast.world.person(Role.BUSINESS_MANAGER))
    rows(cast, 50)
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as few:
        assert client.get(address).status_code == 200
    rows(cast, 4_950)
    with CaptureQueriesContext(connection) as many:
        page = client.get(address)
    assert "5,000" in page.content.decode()
    assert len(many) == len(few), [one["sql"][:120] for one in many.captured_queries]


@pytest.mark.parametrize("address", ["/actions/print/", "/actions/file/"])
def test_what_leaves_the_platform_asks_as_often_for_many(
    cast: Cast, browse: Browse, address: str
) -> None:
    client = browse(cast.world.person(Role.BUSINESS_MANAGER))
    rows(cast, 3)
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    rows(cast, 40)
    with CaptureQueriesContext(connection) as many:
        client.get(address)
    assert len(many) == len(few)


def test_one_action_with_a_long_story_asks_no_more(cast: Cast, browse: Browse) -> None:
    client = browse(cast.world.person(Role.GROUP_CHAIR))
    action = cast.agreed()
    client.get(f"/actions/{action.pk}/")
    with CaptureQueriesContext(connection) as few:
        client.get(f"/actions/{action.pk}/")
    for number in range(10):
        acts.note_progress(
            viewer=cast.owner, at=NOW, key=action.pk, words=f"Note {number}"
        )
        source = acts.Source(SourceKind.OTHER, f"Source {number}")
        acts.add_source(viewer=cast.owner, at=NOW, key=action.pk, source=source)
    with CaptureQueriesContext(connection) as many:
        page = client.get(f"/actions/{action.pk}/")
    assert "Note 9" in page.content.decode()
    assert len(many) == len(few)


@pytest.mark.parametrize(
    "address", ["/actions/?words=%00", "/actions/new/?same=%00", "/people/?q=%00"]
)
def test_a_nul_in_an_address_is_no_fault_on_either_database(
    world: World, browse: Browse, address: str
) -> None:
    assert browse(world.person(Role.BUSINESS_MANAGER)).get(address).status_code == 200


def test_filters_stay_in_the_address_and_are_said(cast: Cast, browse: Browse) -> None:
    late = cast.agreed("Write to every school")
    Action.objects.filter(pk=late.pk).update(due_on=date(2021, 1, 1))
    cast.proposed("Ask the forum")
    cast.closed()
    client = browse(cast.world.person(Role.MEMBER))

    def shown(query: str) -> str:
        return client.get(f"/actions/?{query}").content.decode()

    assert "2 open actions. Most urgent first." in shown("")
    page = shown("state=AGREED&overdue=1")
    assert "1 agreed action past the due date." in page
    assert late.reference in page
    assert "1 closed action." in shown("state=CLOSED")
    assert "3 actions." in shown("state=all")
    assert "1 open action with “forum”" in shown("words=forum")
    assert f"of {cast.side.body.name}" in shown(f"body={cast.side.body.pk}")
    assert "in North Somerset" in shown("area=E06000024")
    assert "Nothing matches" in shown("source=RISK")
    assert "2 open actions that you own" in shown("mine=1")
    assert "Nothing matches" in shown("area=E06000023"), "not their area"
    assert shown("state=nonsense&body=x&order=y&page=z")


def test_a_file_holds_no_formula_and_leaves_an_event(
    cast: Cast, browse: Browse
) -> None:
    cast.proposed('=HYPERLINK("https://example.org","x")')
    cast.proposed("  @SUM(A1)")
    client = browse(cast.world.person(Role.MEMBER))
    before = Event.objects.count()
    answer = client.get("/actions/file/?words=sum")
    text = answer.content.decode("utf-8-sig")
    assert [one["Action"] for one in csv.DictReader(io.StringIO(text))] == [
        "'  @SUM(A1)"
    ]
    text = client.get("/actions/file/").content.decode("utf-8-sig")
    assert '\'=HYPERLINK(""' in text
    assert answer["Cache-Control"] == "no-store"
    events = list(Event.objects.order_by("sequence"))[before:]
    assert [one.verb for one in events] == ["actions.exported"] * 2
    assert events[0].details["filters"] == ["words"]
    assert "sum" not in str(events[0].details).lower(), "never the words themselves"


def test_a_print_leaves_an_event(cast: Cast, browse: Browse) -> None:
    cast.proposed()
    client = browse(cast.world.person(Role.MEMBER))
    before = Event.objects.count()
    assert client.get("/actions/print/").status_code == 200
    assert [one.verb for one in Event.objects.order_by("sequence")[before:]] == [
        "actions.printed"
    ]


def test_several_are_agreed_and_a_refused_one_is_named(
    cast: Cast, browse: Browse
) -> None:
    first, second, done = cast.proposed(), cast.proposed(), cast.closed()
    there = Cast(cast.world, cast.world.there).proposed()
    client = browse(cast.world.person(Role.GROUP_CHAIR))
    keys = [str(one.pk) for one in (first, second, done, there)]
    page = client.get("/actions/several/", {"key": keys}).content.decode()
    assert first.reference in page
    assert there.reference not in page
    before = Event.objects.count()
    answer = client.post("/actions/several/", {"key": keys, "step": "agree"})
    page = client.get(answer.headers["Location"]).content.decode()
    assert "2 actions are agreed." in page
    assert f"{done.reference} stays as it was." in page
    assert Event.objects.count() == before + 2
    there.refresh_from_db()
    assert there.state == ActionState.PROPOSED


def test_several_are_given_more_time(cast: Cast, browse: Browse) -> None:
    action = cast.agreed()
    client = browse(cast.world.person(Role.GROUP_CHAIR))
    said = {"key": [str(action.pk)], "step": "extend"}
    page = client.post("/actions/several/", said).content.decode()
    assert "Enter the new due date" in page
    client.post(
        "/actions/several/",
        {**said, "to_day": "1", "to_month": "3", "to_year": "2021", "words": "Term"},
    )
    action.refresh_from_db()
    assert action.due_on == date(2021, 3, 1)


def test_a_member_finds_the_plan_that_is_there_already(
    cast: Cast, browse: Browse
) -> None:
    action = cast.agreed("Write to every school about lockdown")
    client = browse(cast.world.person(Role.MEMBER))
    key = uuid4()
    query = f"kind=RISK&words=Risk+3&noun=risks&key={key}&same=school"
    page = client.get(f"/actions/new/?{query}").content.decode()
    assert action.reference in page
    assert "add-source/?kind=RISK" in page
    answer = client.post(
        f"/actions/{action.pk}/add-source/",
        {"kind": "RISK", "words": "Risk 3", "noun": "risks", "key": str(key)},
    )
    assert answer.status_code == 302, answer.content.decode()
    assert action.sources.get().key == key
