"""Seats: filled, substituted, handed over; what each leaves behind."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from kith.web.access.people.actions import let_go
from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.access.viewing import viewer_for
from kith.web.audit.models import Event
from kith.web.bodies import actions, queries
from kith.web.bodies.models import Handover, Seat
from kith.web.bodies.registration import needs
from kith.web.organisations.models import Employment
from tests.lib.databases import racing
from tests.lib.world import (
    LONG_AGO,
    NOW,
    REAL_NOW,
    TODAY,
    World,
    person,
    seat,
    viewer_of,
)


if TYPE_CHECKING:
    from kith.web.access.models import Person
    from kith.web.access.viewer import Viewer


Browse = "Callable[[Person], Client]"
DAY = timedelta(days=1)


def as_on(someone: Person, day: date) -> Viewer:
    return viewer_for(someone, day=day, real_time_at=REAL_NOW)


def test_a_vacant_seat_is_a_need_until_it_is_filled(world: World) -> None:
    manager = world.viewer(Role.BUSINESS_MANAGER)
    vacant = seat(world.here, None)
    seat(world.there, None)
    wanted = [one.what for one in needs(manager, today=TODAY)]
    assert wanted == [
        "Fill a seat of North Somerset Council in North Somerset Executive"
    ]
    someone = person("Somebody New")
    with pytest.raises(RefusedError):
        actions.fill_seat(
            viewer=world.viewer(Role.MEMBER),
            at=NOW,
            key=vacant.pk,
            person=someone,
            first_on=TODAY,
        )
    filled = actions.fill_seat(
        viewer=manager, at=NOW, key=vacant.pk, person=someone, first_on=TODAY
    )
    vacant.refresh_from_db()
    assert vacant.last_on == TODAY - DAY
    assert (filled.person, filled.first_on, filled.follows) == (someone, TODAY, vacant)
    assert list(needs(manager, today=TODAY)) == []
    assert viewer_of(someone).may(P.ACTION_SEE, body=world.here.body.pk)
    with pytest.raises(RefusedError):
        actions.fill_seat(
            viewer=manager,
            at=NOW,
            key=vacant.pk,
            person=person("Somebody Late"),
            first_on=TODAY,
        )
    assert Event.objects.filter(verb="bodies.seat_filled").count() == 1


def test_a_seat_elsewhere_cannot_be_filled_nor_seen(world: World) -> None:
    from django.http import Http404  # noqa: PLC0415 - only here

    vacant = seat(world.there, None)
    with pytest.raises(Http404):
        actions.fill_seat(
            viewer=world.viewer(Role.BUSINESS_MANAGER),
            at=NOW,
            key=vacant.pk,
            person=person("Somebody"),
            first_on=TODAY,
        )


def test_a_holder_who_leaves_leaves_the_seat_vacant(world: World) -> None:
    manager = world.viewer(Role.BUSINESS_MANAGER)
    member = world.person(Role.MEMBER)
    held = Seat.objects.get(person=member)
    vacant = actions.vacate_seat(
        viewer=manager, at=NOW, key=held.pk, on=TODAY, reason="A new post"
    )
    assert (vacant.person, vacant.first_on) == (None, TODAY + DAY)
    assert as_on(member, TODAY).may(P.BODY_SEE)
    assert not as_on(member, TODAY + DAY).may(P.BODY_SEE)
    with pytest.raises(RefusedError):
        actions.vacate_seat(
            viewer=manager, at=NOW, key=held.pk, on=TODAY, reason="Twice"
        )


def test_a_substitute_has_the_seat_for_its_days_alone(world: World) -> None:
    member = world.person(Role.GROUP_CHAIR)
    held = Seat.objects.get(person=member)
    someone = person("Somebody Standing In")
    with pytest.raises(RefusedError):
        actions.name_substitute(
            viewer=world.viewer(Role.MEMBER),
            at=NOW,
            key=held.pk,
            person=someone,
            days=(TODAY, TODAY),
        )
    actions.name_substitute(
        viewer=viewer_of(member),
        at=NOW,
        key=held.pk,
        person=someone,
        days=(TODAY, TODAY),
    )
    body = world.here.body.pk
    assert as_on(someone, TODAY).may(P.ACTION_AGREE, body=body)
    assert not as_on(someone, TODAY).may(P.DELEGATION_GIVE, body=body)
    for day in (TODAY - DAY, TODAY + DAY):
        assert not as_on(someone, day).may(P.ACTION_AGREE, body=body)
    Seat.objects.filter(pk=held.pk).update(may_send_substitute=False)
    with pytest.raises(RefusedError, match="No substitute"):
        actions.name_substitute(
            viewer=viewer_of(member),
            at=NOW,
            key=held.pk,
            person=someone,
            days=(TODAY, TODAY),
        )


def colleague(world: World, name: str) -> Person:
    """Somebody who works for the organisation whose seats these are."""
    someone = person(name)
    Employment.objects.create(
        person=someone, organisation=world.here.council, first_on=LONG_AGO
    )
    return someone


def test_a_holder_hands_over_within_the_organisation_and_from_today_on(
    world: World, browse: Browse
) -> None:
    chair = world.person(Role.GROUP_CHAIR)
    held = Seat.objects.get(person=chair)
    stranger, follower = person("A Stranger"), colleague(world, "A Colleague")
    page = browse(chair).get(f"/seats/{held.pk}/hand-over/").content.decode()
    assert "A Colleague" in page
    assert "A Stranger" not in page

    def hand_over(viewer: Viewer, to: Person, on: date) -> Handover:
        return actions.hand_over_seat(viewer=viewer, at=NOW, key=held.pk, to=to, on=on)

    own, manager = viewer_of(chair), world.viewer(Role.BUSINESS_MANAGER)
    with pytest.raises(RefusedError, match="your organisation's"):
        hand_over(own, stranger, TODAY)
    with pytest.raises(RefusedError, match="from today on"):
        hand_over(own, follower, TODAY - DAY)
    with pytest.raises(RefusedError, match="within a year"):
        hand_over(manager, follower, TODAY + 400 * DAY)
    # Whoever fills seats may write down what happened, and look further.
    assert hand_over(manager, stranger, TODAY - DAY).after.person == stranger


def handed_over(world: World, on: date = TODAY) -> tuple[Handover, Person]:
    someone = colleague(world, "Somebody Following")
    held = Seat.objects.get(person=world.person(Role.GROUP_CHAIR))
    return (
        actions.hand_over_seat(
            viewer=viewer_of(world.person(Role.GROUP_CHAIR)),
            at=NOW,
            key=held.pk,
            to=someone,
            on=on,
            words="The risks first.",
        ),
        someone,
    )


def test_a_seat_moves_in_one_step_and_the_successor_is_asked_to_read(
    world: World,
) -> None:
    handover, someone = handed_over(world)
    assert handover.before.last_on == TODAY - DAY
    assert (handover.after.first_on, handover.after.person) == (TODAY, someone)
    body = world.here.body.pk
    assert not as_on(world.person(Role.GROUP_CHAIR), TODAY).may(P.BODY_SEE)
    taker = as_on(someone, TODAY)
    assert taker.may(P.MEETING_MINUTES_AGREE, body=body)
    assert [one.why for one in needs(taker, today=TODAY)] == [
        "group chair of North Somerset handed it over to you"
    ]
    with pytest.raises(RefusedError):
        actions.acknowledge_handover(
            viewer=world.viewer(Role.BUSINESS_MANAGER), at=NOW, key=handover.pk
        )
    actions.acknowledge_handover(viewer=taker, at=NOW, key=handover.pk)
    assert list(needs(taker, today=TODAY)) == []
    assert [one.verb for one in Event.objects.order_by("sequence")] == [
        "bodies.seat_handed_over",
        "bodies.handover_acknowledged",
    ]


def test_a_seat_is_handed_over_once_to_another_and_by_those_who_may(
    world: World,
) -> None:
    chair = world.person(Role.GROUP_CHAIR)
    held = Seat.objects.get(person=chair)
    for refused, to in (
        (world.viewer(Role.MEMBER), person("Another")),
        (viewer_of(chair), chair),
    ):
        with pytest.raises(RefusedError):
            actions.hand_over_seat(
                viewer=refused, at=NOW, key=held.pk, to=to, on=TODAY + DAY
            )
    handed_over(world, TODAY + DAY)
    with pytest.raises(RefusedError, match="handed over"):
        actions.hand_over_seat(
            viewer=viewer_of(chair),
            at=NOW,
            key=held.pk,
            to=colleague(world, "A Third"),
            on=TODAY + DAY,
        )


def test_the_handover_shows_what_is_open_to_both_and_to_the_business_unit(
    world: World, browse: Browse
) -> None:
    from kith.web.actions.actions import (  # noqa: PLC0415 - a noun above
        Promise,
        propose_action,
    )

    chair = world.person(Role.GROUP_CHAIR)
    propose_action(
        viewer=viewer_of(chair),
        at=NOW,
        body=world.here.body,
        promise=Promise(
            wording="Write to every school",
            owner_organisation=world.here.council,
            owner=chair,
            due_on=TODAY + DAY,
        ),
    )
    held = Seat.objects.get(person=chair)
    page = browse(chair).get(f"/seats/{held.pk}/hand-over/").content.decode()
    assert "Write to every school" in page
    handover, someone = handed_over(world)
    path = f"/handovers/{handover.pk}/"
    for viewer, status in (
        (chair, 200),
        (someone, 200),
        (world.person(Role.BUSINESS_MANAGER), 200),
        (world.person(Role.MEMBER), 404),
        (world.person(Role.BUSINESS_MANAGER, world.there), 404),
    ):
        assert browse(viewer).get(path).status_code == status
    page = browse(someone).get(path).content.decode()
    assert "Write to every school" in page
    assert "I have read this" in page


def test_a_leavers_seat_is_shown_as_left_and_is_a_need_until_it_is_handed_on(
    world: World, browse: Browse
) -> None:
    manager = world.person(Role.BUSINESS_MANAGER)
    leaver = person("Somebody Leaving")
    held = seat(world.here, leaver)
    let_go(viewer=viewer_of(manager), at=NOW, now=REAL_NOW, person=leaver.pk)
    wanted = "Find who follows Somebody Leaving in North Somerset Executive"
    asked = {one.what: one for one in needs(viewer_of(manager), today=TODAY)}
    assert "has left" in asked[wanted].why
    elsewhere = world.viewer(Role.BUSINESS_MANAGER, world.there)
    assert wanted not in {one.what for one in needs(elsewhere, today=TODAY)}
    client = browse(manager)
    for path in (f"/seats/{held.pk}/", f"/groups/{world.here.body.pk}/"):
        assert "Left; to be filled" in client.get(path).content.decode()
    assert "has left" in client.get(f"/seats/{held.pk}/fill/").content.decode()
    actions.hand_over_seat(
        viewer=viewer_of(manager),
        at=NOW,
        key=held.pk,
        to=person("Somebody Coming"),
        on=TODAY + DAY,
    )
    left = {one.what for one in needs(viewer_of(manager), today=TODAY)}
    assert wanted not in left


def test_a_seat_itself_ends_once_by_those_who_keep_the_seats(
    world: World, browse: Browse
) -> None:
    vacant = seat(world.here, None)
    path = f"/seats/{vacant.pk}/end/"
    told = {"on_day": "31", "on_month": "1", "on_year": "2021", "reason": "Merged"}
    for role, side in (
        (Role.MEMBER, world.here),
        (Role.BUSINESS_MANAGER, world.there),
    ):
        assert browse(world.person(role, side)).post(path, told).status_code == 404
    client = browse(world.person(Role.BUSINESS_MANAGER))
    assert client.get(path).status_code == 200
    assert client.post(path, told).status_code == 302
    assert client.post(path, told).status_code == 409
    vacant.refresh_from_db()
    assert (vacant.last_on, vacant.ended_because) == (date(2021, 1, 31), "Merged")
    assert Event.objects.filter(verb="bodies.seat_ended").count() == 1


def test_a_term_that_ends_within_ninety_days_is_a_need(world: World) -> None:
    held = Seat.objects.get(person=world.person(Role.MEMBER))
    manager = world.viewer(Role.BUSINESS_MANAGER)
    for days, wanted in ((91, 0), (90, 1), (0, 1)):
        Seat.objects.filter(pk=held.pk).update(last_on=TODAY + days * DAY)
        assert queries.ending_soon(manager, today=TODAY).count() == wanted


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_two_people_take_the_last_seat_and_one_has_it(world: World) -> None:
    vacant = seat(world.here, None)
    manager = world.viewer(Role.BUSINESS_MANAGER)
    first, second = person("Somebody First"), person("Somebody Second")
    ended = racing(
        *(
            lambda one=one: actions.fill_seat(
                viewer=manager, at=NOW, key=vacant.pk, person=one, first_on=TODAY
            )
            for one in (first, second)
        )
    )
    assert sorted(type(one).__name__ for one in ended) == ["RefusedError", "Seat"]
    sitting = Seat.objects.standing_on(TODAY).filter(person__in=[first, second])
    assert sitting.count() == 1
