"""Two people at once: one is served, the other meets what the first left."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from kith.domain.rules.states.actions import ActionState
from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.actions.actions import agree_action, close_action, verify_action
from kith.web.actions.models import Action
from kith.web.audit.models import Event
from tests.integration.web.actions.drawing import Cast
from tests.lib.arguments.actions import proposed
from tests.lib.databases import racing
from tests.lib.world import NOW, make_world


if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_two_people_agree_the_same_action_and_one_does() -> None:
    world = make_world()
    (key,) = proposed(world, world.here)
    chairs = [world.viewer(Role.GROUP_CHAIR), world.viewer(Role.PARTNERSHIP_CHAIR)]
    ended = racing(
        *(partial(agree_action, viewer=one, at=NOW, key=key) for one in chairs)
    )
    assert sorted(type(one).__name__ for one in ended) == ["Action", "RefusedError"]
    assert any(isinstance(one, RefusedError) for one in ended)
    assert Action.objects.get(pk=key).state == ActionState.AGREED
    assert Event.objects.filter(verb="actions.agreed").count() == 1


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("act", "drawn", "ends_as", "verb"),
    [
        (verify_action, "with_evidence", ActionState.VERIFIED, "actions.verified"),
        (close_action, "verified", ActionState.CLOSED, "actions.closed"),
    ],
)
def test_two_people_verify_or_close_the_same_action_and_one_does(
    act: Callable[..., Action], drawn: str, ends_as: ActionState, verb: str
) -> None:
    world = make_world()
    action: Action = getattr(Cast(world, world.here), drawn)()
    steps = action.steps.count()
    chairs = [world.viewer(Role.GROUP_CHAIR), world.viewer(Role.PARTNERSHIP_CHAIR)]
    ended = racing(*(partial(act, viewer=one, at=NOW, key=action.pk) for one in chairs))
    assert sorted(type(one).__name__ for one in ended) == ["Action", "RefusedError"]
    assert Action.objects.get(pk=action.pk).state == ends_as
    assert Event.objects.filter(verb=verb).count() == 1
    assert action.steps.count() == steps + 1


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_many_events_at_once_take_their_places_one_after_the_other() -> None:
    world = make_world()
    keys = [proposed(world, world.here)[0] for _ in range(6)]
    chair = world.viewer(Role.GROUP_CHAIR)
    ended = racing(
        *(partial(agree_action, viewer=chair, at=NOW, key=key) for key in keys)
    )
    assert [one for one in ended if isinstance(one, Exception)] == []
    taken = list(Event.objects.order_by("sequence").values_list("sequence", flat=True))
    assert taken == list(range(1, len(taken) + 1))
