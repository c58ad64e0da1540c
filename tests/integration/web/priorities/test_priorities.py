"""Plans and priorities: what is said of them, by whom, and what the report prints."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction
from django.http import Http404
from django.test.utils import CaptureQueriesContext

from kith.domain.rules.priority_progress import Progress
from kith.domain.vocabulary.periods import Period
from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.actions.queries import action as one_action
from kith.web.audit.models import Event
from kith.web.priorities import actions as acts
from kith.web.priorities.models import Priority
from kith.web.priorities.queries import for_the_report
from kith.web.priorities.registration import holdings, needs
from tests.lib.arguments import actions as drawn_actions
from tests.lib.arguments.priorities import plan, priority
from tests.lib.world import NOW, TODAY


if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from kith.web.access.models import Person
    from tests.lib.world import World

    Browse = Callable[[Person], Client]

YEAR = Period(date(2019, 11, 1), date(2020, 12, 31))
LITTLE = acts.Note(Progress.LITTLE_OR_NONE, "The group did not meet", "No chair", None)


def made(world: World) -> Any:
    return priority(world, world.here)[0]


STEPS: dict[str, dict[str, Any]] = {
    "note_priority": {"note": LITTLE},
    "write_narrative": {
        "first_on": YEAR.first,
        "last_on": YEAR.last,
        "words": "We began",
    },
    "choose_measures": {"measures": ("referrals",)},
}


@pytest.mark.parametrize("step", STEPS)
def test_a_step_is_one_event_and_is_refused_to_others(world: World, step: str) -> None:
    key = made(world)
    act = getattr(acts, step)
    before = Event.objects.count()
    with pytest.raises(RefusedError):
        act(viewer=world.viewer(Role.MEMBER), at=NOW, key=key, **STEPS[step])
    elsewhere = world.viewer(Role.BUSINESS_MANAGER, world.there)
    with pytest.raises(Http404):
        act(viewer=elsewhere, at=NOW, key=key, **STEPS[step])
    assert Event.objects.count() == before
    act(viewer=world.viewer(Role.BUSINESS_MANAGER), at=NOW, key=key, **STEPS[step])
    assert Event.objects.count() == before + 1


def test_little_progress_is_never_said_without_its_analysis(world: World) -> None:
    key = made(world)
    manager = world.viewer(Role.BUSINESS_MANAGER)
    bare = acts.Note(Progress.LITTLE_OR_NONE, "The group did not meet")
    with pytest.raises(RefusedError, match="yearly report prints it"):
        acts.note_priority(viewer=manager, at=NOW, key=key, note=bare)
    with pytest.raises(IntegrityError), transaction.atomic():
        Priority.objects.filter(pk=key).update(progress="LITTLE_OR_NONE")
    acts.note_priority(viewer=manager, at=NOW, key=key, note=LITTLE)
    assert Priority.objects.get(pk=key).analysis == "No chair"


def test_an_older_note_does_not_overtake_a_later_one(world: World) -> None:
    key, manager = made(world), world.viewer(Role.BUSINESS_MANAGER)
    acts.note_priority(
        viewer=manager, at=NOW, key=key, note=acts.Note(Progress.GOOD, "Now")
    )
    old = acts.Note(Progress.SOME, "Then", noted_on=date(2020, 6, 1))
    acts.note_priority(viewer=manager, at=NOW, key=key, note=old)
    assert Priority.objects.get(pk=key).progress == Progress.GOOD


def test_its_lead_notes_progress_and_is_reminded(world: World) -> None:
    key, manager = made(world), world.viewer(Role.BUSINESS_MANAGER)
    lead = world.person(Role.MEMBER)
    aim = acts.Aim("Neglect", "Seen early", world.here.council, lead)
    acts.edit_priority(viewer=manager, at=NOW, key=key, aim=aim)
    of = Priority.objects.get(pk=key).plan_id
    acts.agree_plan(viewer=manager, at=NOW, key=of)
    viewer = world.viewer(Role.MEMBER)
    assert [one.what for one in needs(viewer, today=TODAY)] == ["Neglect"]
    assert list(holdings(manager, person=lead.pk, body=None, today=TODAY))
    note = acts.Note(Progress.SOME, "Begun")
    acts.note_priority(viewer=viewer, at=NOW, key=key, note=note)
    assert not list(needs(viewer, today=TODAY))


def test_the_report_prints_what_was_known_by_the_end_of_its_period(
    world: World,
) -> None:
    key, manager = made(world), world.viewer(Role.BUSINESS_MANAGER)
    assert not for_the_report(manager, YEAR), "a draft is not printed"
    acts.agree_plan(viewer=manager, at=NOW, key=Priority.objects.get(pk=key).plan_id)
    for note in (
        acts.Note(Progress.LITTLE_OR_NONE, "Stalled", "No chair", date(2020, 12, 1)),
        acts.Note(Progress.GOOD, "Going", noted_on=date(2021, 1, 10)),
    ):
        acts.note_priority(viewer=manager, at=NOW, key=key, note=note)
    acts.write_narrative(
        viewer=manager,
        at=NOW,
        key=key,
        first_on=YEAR.first,
        last_on=YEAR.last,
        words="A hard year",
    )
    (action,) = drawn_actions.proposed(world, world.here)
    assert isinstance(action, UUID)
    acts.link_action(
        viewer=manager, at=NOW, key=key, action=one_action(manager, action)
    )
    (told,) = for_the_report(manager, YEAR, "E06000024")
    assert told.note is not None
    assert told.note.analysis == "No chair"
    assert told.narrative is not None
    assert (told.actions, told.actions_closed) == (1, 0)
    assert not for_the_report(manager, YEAR, "E06000023")
    assert not for_the_report(world.viewer(Role.BUSINESS_MANAGER, world.there), YEAR)


def test_pages_open_and_hold_their_own(
    world: World, browse: Browse, published: object
) -> None:
    key, manager = made(world), world.viewer(Role.BUSINESS_MANAGER)
    acts.choose_measures(
        viewer=manager, at=NOW, key=key, measures=("referrals", "no_such_measure")
    )
    client = browse(world.person(Role.BUSINESS_MANAGER))
    page = client.get(f"/priorities/{key}/").content.decode()
    assert "The published evidence does not hold this measure." in page
    assert "<svg" in page
    assert "Neglect" in client.get("/priorities/").content.decode()
    other = browse(world.person(Role.BUSINESS_MANAGER, world.there))
    assert other.get(f"/priorities/{key}/").status_code == 404
    assert "Neglect" not in other.get("/priorities/").content.decode()


FORMS = {
    "note": {"progress": "SOME", "words": "Begun"},
    "narrative": {
        "words": "Text",
        **{f"first_on_{part}": "1" for part in ("day", "month")},
        "first_on_year": "2020",
        **{f"last_on_{part}": "2" for part in ("day", "month")},
        "last_on_year": "2020",
    },
    "measures": {"measures": ["referrals"]},
    "edit": {"title": "Neglect", "outcome": "Seen"},
}


@pytest.mark.parametrize("page", FORMS)
def test_each_form_does_what_it_says(
    world: World, browse: Browse, published: object, page: str
) -> None:
    key = made(world)
    client = browse(world.person(Role.BUSINESS_MANAGER))
    world.person(Role.MEMBER)
    filled = {**FORMS[page], "lead_organisation": str(world.here.council.pk)}
    assert client.get(f"/priorities/{key}/{page}/").status_code == 200
    answer = client.post(f"/priorities/{key}/{page}/", filled)
    assert answer.status_code == 302, answer.content.decode()


def test_a_plan_is_drafted_agreed_and_filled_from_its_page(
    world: World, browse: Browse
) -> None:
    (of,) = plan(world, world.here)
    world.person(Role.MEMBER)
    client = browse(world.person(Role.BUSINESS_MANAGER))
    assert client.post(f"/priorities/plans/{of}/agree/").status_code == 302
    answer = client.post(
        f"/priorities/plans/{of}/new/",
        {
            "title": "Early help",
            "outcome": "Help comes before harm",
            "lead_organisation": str(world.here.council.pk),
        },
    )
    assert answer.status_code == 302, answer.content.decode()
    page = client.get("/priorities/").content.decode()
    assert "Early help" in page
    assert client.post(f"/priorities/plans/{of}/end/").status_code == 302
    assert client.post(f"/priorities/plans/{of}/end/").status_code == 409


def test_the_list_asks_as_often_for_many_plans(world: World, browse: Browse) -> None:
    client = browse(world.person(Role.BUSINESS_MANAGER))
    made(world)
    client.get("/priorities/")
    with CaptureQueriesContext(connection) as few:
        client.get("/priorities/")
    for _ in range(6):
        made(world)
    with CaptureQueriesContext(connection) as many:
        client.get("/priorities/")
    assert len(many) == len(few)
