"""Decisions: recorded, published or not, and settled between meetings."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.audit.models import Event
from kith.web.groups.actions import (
    Against,
    Decided,
    cast_vote,
    end_circulation,
    prepare_for_publication,
    publish_decision,
    record_decision,
    review_decision,
)
from kith.web.groups.models import AgendaItem, Circulation, Decision
from kith.web.groups.registration import needs
from kith.web.search.models import SearchEntry
from tests.lib.arguments.groups import circulation, drafted
from tests.lib.world import NOW, TODAY


if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from kith.web.access.models import Person
    from tests.lib.world import World


DECIDED = Decided(
    "Adopt the threshold document",
    date(2021, 1, 15),
    reasons="All partners were heard",
    dissent=[Against("A colleague", "Wants a pilot first")],
    review_on=date(2021, 1, 15),
)


def recorded(world: World, **asked: object) -> Decision:
    return record_decision(
        viewer=world.viewer(Role.BUSINESS_MANAGER),
        at=NOW,
        body=world.here.body,
        decided=DECIDED,
        **asked,
    )


def test_a_decision_is_recorded_at_its_item_with_its_dissent(world: World) -> None:
    one = drafted(world, world.here)
    of = AgendaItem.objects.get(meeting=one)
    before = Event.objects.count()
    made = recorded(world, item=of.pk)
    assert Event.objects.count() == before + 1
    assert made.reference == "NORTH-SOMERSET-EXECUTIVE/D/2021/01"
    assert made.dissents.get().who == "A colleague"
    with pytest.raises(RefusedError):
        record_decision(
            viewer=world.viewer(Role.MEMBER),
            at=NOW,
            body=world.here.body,
            decided=DECIDED,
            item=of.pk,
        )


def test_only_what_is_worded_for_all_is_published(world: World, client: Client) -> None:
    made = recorded(world)
    manager = world.viewer(Role.BUSINESS_MANAGER)
    assert "Adopt" not in client.get("/decisions/published/").content.decode()
    with pytest.raises(RefusedError, match="how it is to read"):
        publish_decision(viewer=manager, at=NOW, key=made.pk)
    prepare_for_publication(
        viewer=manager, at=NOW, key=made.pk, wording_for_all="We have one threshold"
    )
    with pytest.raises(RefusedError):
        publish_decision(viewer=world.viewer(Role.GROUP_CHAIR), at=NOW, key=made.pk)
    publish_decision(viewer=manager, at=NOW, key=made.pk)
    answer = client.get("/decisions/published/")
    page = answer.content.decode()
    assert "We have one threshold" in page
    assert "Adopt the threshold document" not in page
    assert not answer.cookies


def test_the_register_is_the_groups_own(
    world: World, browse: Callable[[Person], Client]
) -> None:
    made = recorded(world)
    inside = browse(world.person(Role.MEMBER))
    outside = browse(world.person(Role.MEMBER, world.there))
    assert made.reference in inside.get("/decisions/?words=threshold").content.decode()
    assert made.reference not in outside.get("/decisions/").content.decode()
    assert inside.get("/decisions/?words=pilot").status_code == 200
    assert outside.get(f"/decisions/{made.pk}/").status_code == 404


def test_a_review_that_is_due_is_a_need_until_it_is_done(world: World) -> None:
    made = recorded(world)
    manager = world.viewer(Role.BUSINESS_MANAGER)
    assert DECIDED.wording in {one.what for one in needs(manager, today=TODAY)}
    review_decision(viewer=manager, at=NOW, key=made.pk, words="It works")
    assert DECIDED.wording not in {one.what for one in needs(manager, today=TODAY)}


def test_a_vote_is_needed_given_counted_and_becomes_a_decision(world: World) -> None:
    (key,) = circulation(world, world.here)
    member = world.viewer(Role.MEMBER)
    manager = world.viewer(Role.BUSINESS_MANAGER)
    why = {one.why for one in needs(member, today=TODAY)}
    assert "Your vote is still to come" in why
    with pytest.raises(RefusedError, match="You hold no vote"):
        cast_vote(viewer=manager, at=NOW, key=key, choice="FOR")
    with pytest.raises(RefusedError, match="still to come"):
        end_circulation(viewer=manager, at=NOW, key=key)
    before = Event.objects.count()
    cast_vote(viewer=member, at=NOW, key=key, choice="FOR")
    assert Event.objects.count() == before + 1
    with pytest.raises(RefusedError, match="You have voted"):
        cast_vote(viewer=member, at=NOW, key=key, choice="AGAINST", reason="No")
    ended = end_circulation(viewer=manager, at=NOW, key=key)
    assert ended.outcome == "CARRIED"
    made = Decision.objects.get(circulation=key)
    assert made.decided_by == "North Somerset Executive, by circulation"
    assert Event.objects.count() == before + 2
    # What was settled in writing is found like any other decision.
    assert SearchEntry.objects.filter(key=made.pk).exists()


def test_nobody_votes_after_the_day(world: World) -> None:
    (key,) = circulation(world, world.here)
    late = NOW + timedelta(days=30)
    with pytest.raises(RefusedError, match="Votes closed"):
        cast_vote(viewer=world.viewer(Role.MEMBER), at=late, key=key, choice="FOR")
    end_circulation(viewer=world.viewer(Role.BUSINESS_MANAGER), at=late, key=key)
    assert Circulation.objects.get(pk=key).outcome == "NOT_CARRIED"
