"""An action's life: each step leaves one event, each is refused to whom it is not for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404

from kith.domain.rules.states.actions import ActionState
from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.actions import actions as acts
from kith.web.actions.models import (
    Action,
    ActionExtension,
    ActionSource,
    SourceKind,
    Strength,
)
from kith.web.actions.queries import carried_forward, of_source, visible_actions
from kith.web.actions.registration import holdings, needs
from kith.web.audit.models import Event
from tests.integration.web.actions.drawing import DUE, Cast
from tests.lib.world import NOW, TODAY, World, person, seat, viewer_of


if TYPE_CHECKING:
    from collections.abc import Callable


MARCH = date(2021, 3, 1)
STEPS: dict[str, tuple[str, str, dict[str, Any], str, str]] = {
    # the step: who does it, from which drawing, with what, its verb, who is refused
    "agree_action": ("chair", "proposed", {}, "actions.agreed", "owner"),
    "start_action": ("owner", "agreed", {}, "actions.started", "other"),
    "note_progress": (
        "owner",
        "agreed",
        {"words": "Half done"},
        "actions.progressed",
        "other",
    ),
    "submit_evidence": (
        "owner",
        "agreed",
        {"evidence": acts.Evidence("Signed", (uuid4(),))},
        "actions.evidence_submitted",
        "other",
    ),
    "send_back": (
        "chair",
        "with_evidence",
        {"reason": "No date"},
        "actions.sent_back",
        "owner",
    ),
    "verify_action": ("chair", "with_evidence", {}, "actions.verified", "owner"),
    "close_action": ("chair", "verified", {}, "actions.closed", "owner"),
    "ask_extension": (
        "owner",
        "agreed",
        {"to": MARCH, "reason": "Half-term"},
        "actions.extension_asked",
        "other",
    ),
    "decide_extension": (
        "chair",
        "asking",
        {"is_given": True},
        "actions.extension_decided",
        "owner",
    ),
    "extend_action": (
        "chair",
        "agreed",
        {"to": MARCH, "reason": "Half-term"},
        "actions.extended",
        "owner",
    ),
    "withdraw_action": (
        "chair",
        "agreed",
        {"reason": "Done elsewhere"},
        "actions.withdrawn",
        "owner",
    ),
    "add_source": (
        "owner",
        "agreed",
        {"source": acts.Source(SourceKind.AUDIT, "Neglect audit, 2020")},
        "actions.source_added",
        "reader",
    ),
    "state_impact": (
        "owner",
        "agreed",
        {"words": "Fewer waits", "strength": Strength.SEEN},
        "actions.impact_stated",
        "other",
    ),
}


@pytest.fixture
def cast(world: World) -> Cast:
    return Cast(world, world.here)


def viewers(cast: Cast) -> dict[str, Any]:
    bystander = person("Somebody beside")
    seat(cast.side, bystander)
    return {
        "chair": cast.chair,
        "owner": cast.owner,
        "other": viewer_of(bystander),
        "reader": cast.world.viewer(Role.LAY_MEMBER, cast.side),
        "elsewhere": cast.world.viewer(Role.GROUP_CHAIR, cast.world.there),
    }


@pytest.mark.parametrize("step", STEPS)
def test_a_step_is_one_event_and_is_refused_to_others(cast: Cast, step: str) -> None:
    who, drawn, given, verb, refused = STEPS[step]
    act: Callable[..., Action] = getattr(acts, step)
    action = getattr(cast, drawn)()
    people = viewers(cast)
    before = Event.objects.count()
    with pytest.raises(RefusedError):
        act(viewer=people[refused], at=NOW, key=action.pk, **given)
    with pytest.raises(Http404):
        act(viewer=people["elsewhere"], at=NOW, key=action.pk, **given)
    assert Event.objects.count() == before
    steps = action.steps.count()
    act(viewer=people[who], at=NOW, key=action.pk, **given)
    written = list(Event.objects.order_by("sequence"))[before:]
    assert [(one.verb, one.key) for one in written] == [(verb, action.pk)]
    assert action.steps.count() > steps, "the story says so"


@pytest.mark.parametrize(
    "step", [one for one in STEPS if STEPS[one][0] == "chair" and one != "close_action"]
)
def test_what_the_owner_may_not_do_they_may_not_do_as_chair_either(
    cast: Cast, step: str
) -> None:
    """The owner who chairs the group still cannot judge or extend their own action."""
    _, drawn, given, _, _ = STEPS[step]
    action = getattr(cast, drawn)()
    Action.objects.filter(pk=action.pk).update(owner=cast.chair.person)
    act = getattr(acts, step)
    if step in ("agree_action", "withdraw_action"):
        act(viewer=cast.chair, at=NOW, key=action.pk, **given)
        return
    with pytest.raises(RefusedError, match="You own this action"):
        act(viewer=cast.chair, at=NOW, key=action.pk, **given)


def test_whoever_gave_the_evidence_does_not_check_it(cast: Cast) -> None:
    """The chair may give it for an owner without a keyboard; then another checks."""
    action = cast.agreed()
    acts.submit_evidence(
        viewer=cast.chair, at=NOW, key=action.pk, evidence=acts.Evidence("Told me so")
    )
    with pytest.raises(RefusedError, match="You gave the evidence"):
        acts.verify_action(viewer=cast.chair, at=NOW, key=action.pk)
    manager = cast.world.viewer(Role.BUSINESS_MANAGER)
    acts.verify_action(viewer=manager, at=NOW, key=action.pk)


def test_the_table_itself_refuses_an_owner_who_verifies(cast: Cast) -> None:
    action = cast.with_evidence()
    with pytest.raises(IntegrityError), transaction.atomic():
        Action.objects.filter(pk=action.pk).update(
            verified_by=action.owner_id, verified_at=NOW
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Action.objects.filter(pk=action.pk).update(verified_at=NOW)


def test_more_time_moves_the_date_only_when_given(cast: Cast) -> None:
    action = cast.asking()
    action.refresh_from_db()
    assert action.due_on == DUE
    with pytest.raises(RefusedError, match="already"):
        acts.ask_extension(
            viewer=cast.owner, at=NOW, key=action.pk, to=MARCH, reason="again"
        )
    with pytest.raises(RefusedError, match="no more time"):
        acts.decide_extension(
            viewer=cast.chair, at=NOW, key=action.pk, is_given=False, words=" "
        )
    acts.decide_extension(viewer=cast.chair, at=NOW, key=action.pk, is_given=True)
    action.refresh_from_db()
    assert (action.due_on, action.first_due_on) == (MARCH, DUE)
    with pytest.raises(RefusedError, match="later day"):
        acts.extend_action(
            viewer=cast.chair, at=NOW, key=action.pk, to=MARCH, reason="same day"
        )


def test_an_action_that_is_withdrawn_leaves_no_question_open(cast: Cast) -> None:
    action = cast.asking()
    acts.withdraw_action(viewer=cast.chair, at=NOW, key=action.pk, reason="Overtaken")
    assert ActionExtension.objects.get().is_given is False


def test_a_new_owner_is_named_in_the_story_and_takes_over(cast: Cast) -> None:
    action = cast.agreed()
    successor = person("Next Person")
    seat(cast.side, successor)
    given = {
        "owner": successor,
        "organisation": cast.side.council,
        "reason": "New post",
    }
    with pytest.raises(RefusedError):
        acts.reassign_action(
            viewer=viewer_of(successor), at=NOW, key=action.pk, **given
        )
    before = Event.objects.count()
    acts.reassign_action(viewer=cast.owner, at=NOW, key=action.pk, **given)
    assert Event.objects.count() == before + 1
    assert "Next Person" in action.steps.latest("number").words or any(
        "Next Person" in one.words for one in action.steps.all()
    )
    acts.start_action(viewer=viewer_of(successor), at=NOW, key=action.pk)
    with pytest.raises(RefusedError):
        acts.note_progress(viewer=cast.owner, at=NOW, key=action.pk, words="still me")


def test_an_owner_cannot_push_it_to_another_organisation(cast: Cast) -> None:
    action = cast.agreed()
    with pytest.raises(RefusedError, match="Ask the chair"):
        acts.reassign_action(
            viewer=cast.owner,
            at=NOW,
            key=action.pk,
            owner=cast.world.person(Role.GROUP_CHAIR),
            organisation=cast.world.there.council,
            reason="Theirs",
        )


def test_one_action_answers_several_sources_and_each_once(cast: Cast) -> None:
    action = cast.agreed()
    record = uuid4()
    source = acts.Source(
        SourceKind.RISK, "Risk 3", noun="risks", key=record, url="/risks/3/"
    )
    acts.add_source(viewer=cast.owner, at=NOW, key=action.pk, source=source)
    with pytest.raises(RefusedError, match="already"):
        acts.add_source(viewer=cast.owner, at=NOW, key=action.pk, source=source)
    assert list(of_source(cast.owner, "risks", record)) == [action]
    assert not of_source(viewers(cast)["elsewhere"], "risks", record)


@pytest.mark.parametrize("address", ["https://example.org/", "//example.org", "/\\x"])
def test_a_source_never_leads_off_the_site(cast: Cast, address: str) -> None:
    action = cast.agreed()
    source = acts.Source(SourceKind.OTHER, "Elsewhere", url=address)
    acts.add_source(viewer=cast.owner, at=NOW, key=action.pk, source=source)
    assert ActionSource.objects.get().url == ""


def test_what_is_open_is_carried_forward_by_itself(cast: Cast) -> None:
    cast.closed()
    waiting = cast.agreed("Write to every school")
    assert list(carried_forward(cast.chair, cast.side.body)) == [waiting]
    assert not carried_forward(viewers(cast)["elsewhere"], cast.side.body)


def test_home_says_what_waits_for_whom(cast: Cast) -> None:
    cast.proposed("One to agree")
    cast.agreed("One to do")
    cast.with_evidence()
    cast.asking()
    chair = [one.why for one in needs(cast.chair, today=TODAY)]
    assert "It waits for you to agree it" in chair
    assert "Its evidence waits for you to check it" in chair
    assert "Its owner asks you for more time" in chair
    owner = {one.why for one in needs(cast.owner, today=TODAY)}
    assert owner == {"You own it"}
    late = {one.why for one in needs(cast.owner, today=MARCH)}
    assert late == {"You own it, and it is overdue"}
    held = list(
        holdings(cast.chair, person=cast.owner.who, body=cast.side.body.pk, today=TODAY)
    )
    assert len(held) == 4


def test_references_are_numbered_within_their_body(cast: Cast) -> None:
    first, second = cast.proposed(), cast.proposed()
    there = Cast(cast.world, cast.world.there).proposed()
    assert first.reference.endswith("/2021/01")
    assert second.reference.endswith("/2021/02")
    assert there.reference.endswith("/2021/01")
    assert visible_actions(cast.owner).count() == 2
    assert ActionState(first.state) is ActionState.PROPOSED
