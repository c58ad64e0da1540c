"""A change without its event is no change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kith.web.access.roles import Role
from kith.web.actions.models import Action, ActionStep
from kith.web.audit import recording
from kith.web.audit.models import ChainHead, Event
from kith.web.audit.recording import NothingSaidError, recorded
from tests.integration.web.actions.drawing import Cast
from tests.lib.world import NOW


if TYPE_CHECKING:
    from tests.lib.world import World


class FullDiskError(RuntimeError):
    """What a test makes happen while the event is written."""


def test_a_failing_event_undoes_the_change(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast = Cast(world, world.here)
    cast.proposed()
    before = (Action.objects.count(), ActionStep.objects.count(), Event.objects.count())

    def full(_: object) -> None:
        raise FullDiskError

    monkeypatch.setattr(recording, "_take_places", full)
    with pytest.raises(FullDiskError):
        cast.proposed()
    after = (Action.objects.count(), ActionStep.objects.count(), Event.objects.count())
    assert after == before
    assert ChainHead.objects.get().sequence == Event.objects.count()


def test_an_action_that_does_not_say_what_it_was_about_is_undone(world: World) -> None:
    kept = Cast(world, world.here).proposed()
    actor = world.viewer(Role.MEMBER).actor
    with (
        pytest.raises(NothingSaidError),
        recorded(actor=actor, at=NOW, verb="tests.silent"),
    ):
        Action.objects.filter(pk=kept.pk).update(wording="changed")
    kept.refresh_from_db()
    assert kept.wording != "changed"
    assert Event.objects.count() == 1
