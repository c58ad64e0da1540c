"""Two people at once: one is served, the other meets what the first left."""

from __future__ import annotations

from functools import partial

import pytest

from kith.domain.rules.states.actions import ActionState
from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.actions.actions import agree_action
from kith.web.actions.models import Action
from kith.web.audit.models import Event
from tests.lib.arguments.actions import proposed
from tests.lib.databases import racing
from tests.lib.world import NOW, make_world


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
