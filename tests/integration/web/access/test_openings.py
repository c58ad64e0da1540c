"""Conflicts close, emergencies open for a while, and somebody stands in."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.http import Http404

from kith.web.access.conflicts.actions import lift_conflict
from kith.web.access.delegations.actions import (
    StandIn,
    end_delegation,
    give_delegation,
)
from kith.web.access.emergencies import telling
from kith.web.access.emergencies.actions import (
    LASTS,
    open_in_emergency,
    review_emergency,
)
from kith.web.access.emergencies.telling import Opened
from kith.web.access.models import BrokenGlass, ConflictBlock, Delegation
from kith.web.access.permissions import Permission as P
from kith.web.access.records import RecordPlace
from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.access.viewer import CaseKey
from kith.web.access.viewing import viewer_for
from kith.web.audit.models import Event
from kith.web.notices.models import Notice, NoticeKind
from kith.web.site.emergencies import tell_of_emergency
from tests.lib.arguments.access import block, emergency, place, stand_in
from tests.lib.world import NOW, REAL_NOW, TODAY, World, viewer_of


if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from kith.web.access.models import Person


REASON = "The owner cannot be reached and a child may be at risk"


def last_verb() -> str:
    return Event.objects.order_by("-sequence")[0].verb


def test_a_named_conflict_makes_the_record_vanish_for_one_person_alone(
    world: World, browse: Callable[[Person], Client]
) -> None:
    (key,) = block(world, world.here)
    assert last_verb() == "conflicts.named"
    named = ConflictBlock.objects.get(pk=key)
    address = f"/actions/{named.key}/"
    blocked, chair = browse(named.person), browse(world.person(Role.GROUP_CHAIR))
    assert blocked.get(address).status_code == 404
    assert chair.get(address).status_code == 200
    assert named.person.name in chair.get("/conflicts/").content.decode()
    lift_conflict(viewer=world.viewer(Role.GROUP_CHAIR), at=NOW, key=key)
    assert last_verb() == "conflicts.lifted"
    assert blocked.get(address).status_code == 200


def test_the_blocked_person_never_learns_of_it(
    world: World, browse: Callable[[Person], Client]
) -> None:
    """Even where they may name conflicts themselves."""
    (key,) = block(world, world.here)
    chair = world.person(Role.GROUP_CHAIR)
    ConflictBlock.objects.filter(pk=key).update(person=chair)
    page = browse(chair).get("/conflicts/").content.decode()
    assert "No conflict has been named" in page
    with pytest.raises(Http404):
        lift_conflict(viewer=viewer_of(chair), at=NOW, key=key)


def test_somebody_of_another_area_cannot_lift_it(world: World) -> None:
    (key,) = block(world, world.here)
    with pytest.raises(Http404):
        lift_conflict(
            viewer=world.viewer(Role.GROUP_CHAIR, world.there), at=NOW, key=key
        )


def test_an_emergency_opens_one_record_for_thirty_real_minutes(world: World) -> None:
    (key,) = emergency(world, world.here)
    glass = BrokenGlass.objects.get(pk=key)
    assert last_verb() == "access.opened_in_emergency"
    assert glass.until - glass.opened_at == LASTS == timedelta(minutes=30)
    lead = glass.person
    for minutes, is_open in ((29, True), (31, False)):
        viewer = viewer_for(
            lead, day=TODAY, real_time_at=REAL_NOW + timedelta(minutes=minutes)
        )
        assert bool(viewer.emergencies) is is_open
        assert bool(viewer.cases("actions", P.ACTION_SEE)) is is_open


def test_while_it_is_open_each_page_of_it_is_an_event_and_no_other_page_is(
    world: World, browse: Callable[[Person], Client]
) -> None:
    (key,) = emergency(world, world.here)
    glass = BrokenGlass.objects.get(pk=key)
    BrokenGlass.objects.filter(pk=key).update(until=REAL_NOW.replace(year=2126))
    client = browse(glass.person)

    def read() -> list[Event]:
        found = Event.objects.filter(verb="access.read", actor_person=glass.person.pk)
        return [one for one in found if one.details.get("emergency")]

    assert client.get(f"/actions/{glass.key}/").status_code == 200
    (event,) = read()
    assert (event.area, event.body) == ("", world.here.body.pk)
    assert client.get("/actions/").status_code == 200
    assert (
        client.get("/actions/00000000-0000-4000-8000-000000000000/").status_code == 404
    )
    assert len(read()) == 1


@pytest.mark.parametrize(
    "address", ["/actions/", "/account/", "/about/", "/worried/", "/not-there/"]
)
def test_the_banner_stands_on_every_page_until_it_is_over(
    world: World, browse: Callable[[Person], Client], address: str
) -> None:
    (key,) = emergency(world, world.here)
    glass = BrokenGlass.objects.get(pk=key)
    client = browse(glass.person)
    for year, is_shown in ((2126, True), (2020, False)):
        BrokenGlass.objects.filter(pk=key).update(until=REAL_NOW.replace(year=year))
        page = client.get(address).content.decode()
        assert ("Emergency access is open until" in page) is is_shown


def test_the_owner_is_told_at_once(world: World, monkeypatch) -> None:
    told: list[Opened] = []
    monkeypatch.setattr(telling, "TELLERS", [told.append, *telling.TELLERS])
    emergency(world, world.here)
    (opened,) = told
    assert opened.owner == opened.place.owner is not None
    notice = Notice.objects.get(kind=NoticeKind.EMERGENCY_OPENED)
    assert (notice.person_id, notice.url) == (opened.owner, opened.place.url)


def test_whoever_reviews_is_told_where_no_owner_can_be(world: World) -> None:
    reviewer = world.person(Role.BUSINESS_MANAGER)
    world.person(Role.BUSINESS_MANAGER, world.there)
    body = world.here.body.pk
    case = CaseKey("groups", uuid4())
    tell_of_emergency(
        Opened(
            glass=uuid4(),
            place=RecordPlace(case, "Item", "", "/", body=body),
            by=world.person(Role.LEAD_SAFEGUARDING_PARTNER).pk,
            by_name="a lead",
            owner=None,
            at=NOW,
            until=REAL_NOW,
        )
    )
    assert [one.person for one in Notice.objects.all()] == [reviewer]


@pytest.mark.parametrize("role", [Role.MEMBER, Role.BUSINESS_MANAGER])
def test_nobody_else_opens_in_an_emergency(world: World, role: Role) -> None:
    with pytest.raises(RefusedError, match="There is no record"):
        open_in_emergency(
            viewer=world.viewer(role),
            at=NOW,
            now=REAL_NOW,
            place=place(world, world.here),
            reason=REASON,
        )


def test_neither_a_place_of_others_nor_a_conflict_is_opened(world: World) -> None:
    lead = world.viewer(Role.LEAD_SAFEGUARDING_PARTNER)
    there = place(world, world.there)
    (key,) = block(world, world.here)
    named = ConflictBlock.objects.get(pk=key)
    ConflictBlock.objects.filter(pk=key).update(person=lead.person)
    blocked = world.viewer(Role.LEAD_SAFEGUARDING_PARTNER)
    from kith.web.access.records import place_of  # noqa: PLC0415 - one use
    from kith.web.access.viewer import CaseKey  # noqa: PLC0415 - one use

    closed = place_of(CaseKey(named.noun, named.key))
    for viewer, where in ((lead, there), (blocked, closed), (lead, None)):
        with pytest.raises(RefusedError, match="There is no record"):
            open_in_emergency(
                viewer=viewer, at=NOW, now=REAL_NOW, place=where, reason=REASON
            )


def test_somebody_else_reviews_it_once(
    world: World, browse: Callable[[Person], Client]
) -> None:
    (key,) = emergency(world, world.here)
    unit = world.viewer(Role.BUSINESS_MANAGER)
    own = BrokenGlass.objects.filter(pk=key)
    own.update(person=unit.person)
    with pytest.raises(RefusedError, match="somebody else"):
        review_emergency(viewer=unit, at=NOW, key=key, words="It was needed.")
    own.update(person=world.person(Role.LEAD_SAFEGUARDING_PARTNER))
    answer = browse(world.person(Role.BUSINESS_MANAGER)).post(
        f"/emergencies/{key}/", {"words": "It was needed."}
    )
    assert answer.status_code == 302
    assert last_verb() == "access.emergency_reviewed"
    with pytest.raises(RefusedError, match="already"):
        review_emergency(viewer=unit, at=NOW, key=key, words="Again.")


def test_one_for_everything_holds_on_its_days_and_the_unit_sees_and_ends_it(
    world: World,
) -> None:
    chair, taker = world.person(Role.GROUP_CHAIR), world.person(Role.MEMBER)
    first, last = TODAY + timedelta(days=2), TODAY + timedelta(days=4)
    given = give_delegation(
        viewer=viewer_of(chair),
        at=NOW,
        stand_in=StandIn(taker, None, "On leave", first, last),
    )

    def may(days: int) -> bool:
        day = TODAY + timedelta(days=days)
        viewer = viewer_for(taker, day=day, real_time_at=REAL_NOW)
        return viewer.may(P.ACTION_AGREE, body=world.here.body.pk)

    assert [may(days) for days in (1, 2, 4, 5)] == [False, True, True, False]
    with pytest.raises(Http404):
        end_delegation(
            viewer=world.viewer(Role.BUSINESS_MANAGER, world.there),
            at=NOW,
            key=given.pk,
        )
    end_delegation(viewer=world.viewer(Role.BUSINESS_MANAGER), at=NOW, key=given.pk)
    assert not may(2)


def test_whoever_stands_in_may_and_the_trail_says_for_whom(world: World) -> None:
    (key,) = stand_in(world, world.here)
    assert last_verb() == "delegations.given"
    given = Delegation.objects.select_related("taker", "giver").get(pk=key)
    taker = viewer_of(given.taker)
    assert taker.may(P.ACTION_AGREE, body=world.here.body.pk)
    assert not taker.may(P.DELEGATION_GIVE, body=world.here.body.pk)
    assert taker.actor.acting_for == given.giver.name
    with pytest.raises(RefusedError):
        end_delegation(viewer=taker, at=NOW, key=key)
    end_delegation(viewer=viewer_of(given.giver), at=NOW, key=key)
    assert last_verb() == "delegations.ended"
    assert not viewer_of(given.taker).may(P.ACTION_AGREE, body=world.here.body.pk)
