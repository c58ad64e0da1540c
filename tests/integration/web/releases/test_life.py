"""A release step by step: who does each, who is refused from the same set-up."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from django.http import Http404

from kith.domain.rules.release_approval import assures_quality
from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.audit.models import Event
from kith.web.bodies.models import Body
from kith.web.notices.models import Job
from kith.web.releases import tasks
from kith.web.releases.actions import (
    approve_release,
    ask_again,
    ask_for_edition,
    cancel_building,
    cure_release,
    drop_release,
    keep_built,
    keep_judged,
    keep_released,
    note_erratum,
    propose_edition,
    withdraw_release,
)
from kith.web.releases.files.partnership import NAME, is_kept_by_hand
from kith.web.releases.models import BuildState, ReleaseStep
from kith.web.releases.registration import needs
from kith.web.releases.values import Wanted
from tests.lib.arguments.releases import (
    ACTOR,
    QUARTER,
    asked,
    asked_edition,
    built,
    failed,
    judged,
    proposed,
    refused,
    released,
)
from tests.lib.world import NOW, TODAY, person, viewer_of


if TYPE_CHECKING:
    from pathlib import Path

    from django.test import Client

    from kith.web.access.viewer import Viewer
    from tests.lib.world import World


@pytest.fixture
def analyst(world: World) -> Viewer:
    return world.viewer(Role.DATA_ANALYST)


@pytest.fixture
def partner(world: World) -> Viewer:
    return world.viewer(Role.DELEGATED_SAFEGUARDING_PARTNER)


@pytest.mark.parametrize(
    ("name", "assures"),
    [
        ("Quality assurance", True),
        ("Quality and Assurance Sub-Group", True),
        ("Quality & assurance", True),
        ("Executive", False),
        ("Quality of early help", False),
    ],
)
def test_the_group_that_assures_quality_is_told_by_its_name(
    name: str, assures: bool
) -> None:
    assert assures_quality(name) is assures


def test_each_step_is_one_event_and_one_line_of_the_story(
    world: World, analyst: Viewer, partner: Viewer
) -> None:
    of = released(world, world.here)
    note_erratum(viewer=analyst, at=NOW, key=of.pk, words="A word was wrong.")
    withdraw_release(viewer=partner, at=NOW, key=of.pk, because="A slip")
    verbs = Event.objects.filter(noun="releases").order_by("sequence")
    assert [one.verb for one in verbs] == [
        "releases.table_proposed",
        "releases.judged",
        "releases.approved",
        "releases.released",
        "releases.erratum_noted",
        "releases.withdrawn",
    ]
    told = ReleaseStep.objects.filter(of=of).order_by("number")
    assert [(one.move, one.taken_by is None) for one in told] == [
        ("propose", False),
        ("find_safe", True),
        ("approve", False),
        ("go_out", True),
        ("withdraw", False),
    ]


def test_nobody_approves_what_they_proposed_nor_for_another_area(
    world: World, analyst: Viewer, partner: Viewer
) -> None:
    of = proposed(world, world.here)
    both = world.person(Role.DATA_ANALYST)
    from kith.web.access.models import RoleHolding  # noqa: PLC0415 - beside its only use

    RoleHolding.objects.create(
        person=both,
        role=Role.DELEGATED_SAFEGUARDING_PARTNER,
        area=world.here.area.code,
        first_on=TODAY,
        given_at=NOW,
    )
    with pytest.raises(RefusedError, match="does not approve it as well"):
        approve_release(viewer=viewer_of(both), at=NOW, key=of.pk)
    with pytest.raises(RefusedError, match="delegated safeguarding partner"):
        approve_release(viewer=analyst, at=NOW, key=of.pk)
    there = world.viewer(Role.DELEGATED_SAFEGUARDING_PARTNER, world.there)
    with pytest.raises(Http404):
        approve_release(viewer=there, at=NOW, key=of.pk)
    assert approve_release(viewer=partner, at=NOW, key=of.pk).state == "APPROVED"


def test_a_chair_approves_where_their_group_assures_quality(world: World) -> None:
    of = proposed(world, world.here)
    chair = world.person(Role.GROUP_CHAIR)
    with pytest.raises(Http404):
        approve_release(viewer=viewer_of(chair), at=NOW, key=of.pk)
    Body.objects.filter(pk=world.here.body.pk).update(name="Quality assurance")
    done = approve_release(viewer=viewer_of(chair), at=NOW, key=of.pk)
    assert (done.state, done.approver) == ("APPROVED", "Group chair")


def test_what_waits_stands_on_the_page_of_whom_it_waits_for(
    world: World, analyst: Viewer, partner: Viewer
) -> None:
    proposed(world, world.here)
    refused(world, world.here)
    failed(world, world.here)
    assert [one.why for one in needs(partner, today=TODAY)] == [
        "It may go out, and waits for your approval"
    ]
    assert [one.why for one in needs(analyst, today=TODAY)] == [
        "The ledger refused it: it says why, and what would cure it",
        "It could not be judged",
    ]
    assert not list(needs(viewer_of(person("Nobody")), today=TODAY))


def test_a_cure_is_proposed_once_and_takes_the_place_of_what_was_refused(
    world: World, analyst: Viewer
) -> None:
    of = refused(world, world.here)
    with pytest.raises(RefusedError, match="no such change"):
        cure_release(viewer=analyst, at=NOW, key=of.pk, number=1)
    made = cure_release(viewer=analyst, at=NOW, key=of.pk, number=0)
    of.refresh_from_db()
    assert (made.follows, made.options[0], of.state) == (of, "--measure", "DROPPED")
    with pytest.raises(RefusedError, match="no such change"):
        cure_release(viewer=analyst, at=NOW, key=of.pk, number=0)


def test_what_was_dropped_or_failed_hears_no_late_answer(
    world: World, analyst: Viewer
) -> None:
    of = asked(world, world.here)
    drop_release(viewer=analyst, at=NOW, key=of.pk)
    keep_judged(actor=ACTOR, at=NOW, key=of.pk, judged=judged(world.here))
    of.refresh_from_db()
    assert (of.state, of.ledger) == ("DROPPED", "")
    wrong = failed(world, world.here)
    assert wrong.fault == "No store."
    again = ask_again(viewer=analyst, at=NOW, key=wrong.pk)
    assert (again.state, again.fault) == ("ASKED", "")
    jobs = Job.objects.filter(arguments={"release": str(wrong.pk)})
    assert jobs.count() == 2, "it is asked anew, not the old question"


def test_a_release_that_the_ledger_refuses_at_the_last_is_refused(
    world: World, partner: Viewer
) -> None:
    of = proposed(world, world.here)
    approve_release(viewer=partner, at=NOW, key=of.pk)
    answer = judged(world.here, refused=True).answer
    keep_released(actor=ACTOR, at=NOW, key=of.pk, answer=answer)
    of.refresh_from_db()
    assert (of.state, of.released_on) == ("REFUSED", None)
    with pytest.raises(RefusedError, match="Give the reason"):
        withdraw_release(viewer=partner, at=NOW, key=of.pk, because="  ")
    with pytest.raises(RefusedError, match="would have to be released"):
        withdraw_release(viewer=partner, at=NOW, key=of.pk, because="A slip")


def test_an_edition_is_called_off_proposed_once_and_built_of_ones_own_areas(
    world: World, analyst: Viewer
) -> None:
    off = asked_edition(world, world.here)
    cancel_building(viewer=analyst, at=NOW, key=off.pk)
    tasks.build_edition({"build": str(off.pk)}, at=NOW)
    keep_built(actor=ACTOR, at=NOW, key=off.pk, state=BuildState.BUILT, outcome={})
    off.refresh_from_db()
    assert off.state == "CANCELLED"
    with pytest.raises(RefusedError, match="it was not built"):
        propose_edition(viewer=analyst, at=NOW, key=off.pk)
    build = built(world, world.here)
    propose_edition(viewer=analyst, at=NOW, key=build.pk)
    with pytest.raises(RefusedError, match="proposed already"):
        propose_edition(viewer=analyst, at=NOW, key=build.pk)
    with pytest.raises(RefusedError, match="for the areas they serve"):
        ask_for_edition(
            viewer=analyst,
            at=NOW,
            wanted=Wanted([world.here.area.code, world.there.area.code], QUARTER),
        )


def test_a_partnership_file_kept_by_hand_is_never_overwritten(
    world: World, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "run_engine", lambda *_, **__: None)
    returns = home / "returns"
    tasks.build_edition({"build": str(asked_edition(world, world.here).pk)}, at=NOW)
    assert "2020-09-30" in (returns / NAME).read_text()
    assert not is_kept_by_hand(returns)
    (returns / NAME).write_text('name = "Ours"\n')
    tasks.build_edition({"build": str(asked_edition(world, world.here).pk)}, at=NOW)
    assert (returns / NAME).read_text() == 'name = "Ours"\n'


def test_what_is_invented_or_may_change_says_so_in_every_file_of_it(
    world: World, client: Client
) -> None:
    of = released(world, world.here)
    of.titles |= {"invented": True, "provisional_as_at": "2021-01-15"}
    of.save()
    at = f"/released/{of.ledger}"
    for place in ("/released/", f"{at}/", f"{at}/table.csv"):
        said = client.get(place).content.decode()
        assert "Invented data" in said, place
        assert "Provisional, as at 15 January 2021" in said, place
    told = json.loads(client.get(f"{at}/table.csv-metadata.json").content)
    lines = client.get(f"{at}/table.csv").content.decode("utf-8-sig").splitlines()
    header = lines[told["dialect"]["skipRows"]].split(",")
    assert header == [one["name"] for one in told["tableSchema"]["columns"]]
