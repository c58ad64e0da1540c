"""A person's meetings in their own calendar, at an address that can be closed."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.audit.models import Event
from kith.web.groups.actions import add_item, cancel_meeting, change_sitting
from kith.web.groups.calendars.actions import make_feed, revoke_feed
from kith.web.groups.models import CalendarFeed
from kith.web.groups.values import Entry, Sitting
from tests.lib.arguments.packs import planned
from tests.lib.world import NOW, World, seat


if TYPE_CHECKING:
    from django.test import Client


LONDON = ZoneInfo("Europe/London")
BEFORE = datetime(2021, 3, 26, 10, tzinfo=LONDON)
AFTER = datetime(2021, 3, 29, 10, tzinfo=LONDON)
"""The clocks go forward between the two, on 28 March 2021."""


def events(client: Client, secret: str) -> dict[str, Any]:
    answer = client.get(f"/calendar/{secret}.ics")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert not answer.cookies
    found = Calendar.from_ical(answer.content)
    return {str(one["uid"]): one for one in found.walk("VEVENT")}


def test_meetings_of_every_area_stand_at_london_time(
    world: World, client: Client
) -> None:
    someone = world.person(Role.MEMBER)
    seat(world.there, someone)
    secret = make_feed(viewer=world.viewer(Role.MEMBER), at=NOW)
    before = planned(world, world.here, BEFORE)
    after = planned(world, world.there, AFTER)
    found = events(client, secret)
    for meeting, starts, offset in ((before, BEFORE, 0), (after, AFTER, 1)):
        one = found[f"meeting-{meeting.pk}@kith"]
        assert one["dtstart"].dt == starts
        assert one["dtstart"].dt.hour == 10
        assert one["dtstart"].dt.utcoffset() == timedelta(hours=offset)
        assert one["dtstart"].params["TZID"] == "Europe/London"
        assert str(one["summary"]) == f"{meeting.body.name}: meeting"
        assert str(one["location"]) == "Town Hall"
        assert str(one["url"]).endswith(f"/meetings/{meeting.pk}/")
        papers = found[f"papers-{meeting.pk}@kith"]
        assert papers["dtstart"].dt == meeting.papers_due_on
        assert type(papers["dtstart"].dt) is date


def test_nothing_of_an_agenda_is_in_it(world: World, client: Client) -> None:
    meeting = planned(world, world.here)
    add_item(
        viewer=world.viewer(Role.BUSINESS_MANAGER),
        at=NOW,
        meeting=meeting.pk,
        entry=Entry(title="Secret item", cover="Secret cover"),
    )
    secret = make_feed(viewer=world.viewer(Role.MEMBER), at=NOW)
    answer = client.get(f"/calendar/{secret}.ics")
    assert b"Secret" not in answer.content
    assert b"Executive" in answer.content


def test_a_change_keeps_its_name_and_a_cancelled_meeting_says_so(
    world: World, client: Client
) -> None:
    meeting = planned(world, world.here, BEFORE)
    manager = world.viewer(Role.BUSINESS_MANAGER)
    secret = make_feed(viewer=world.viewer(Role.MEMBER), at=NOW)
    name = f"meeting-{meeting.pk}@kith"
    first = events(client, secret)[name]
    later = Sitting(starts=AFTER, ends=AFTER + timedelta(hours=1), place="Online")
    change_sitting(viewer=manager, at=NOW, key=meeting.pk, sitting=later)
    second = events(client, secret)[name]
    assert second["dtstart"].dt == AFTER
    assert int(second["sequence"]) > int(first["sequence"])
    cancel_meeting(viewer=manager, at=NOW, key=meeting.pk, reason="Snow")
    found = events(client, secret)
    assert str(found[name]["status"]) == "CANCELLED"
    assert "Snow" not in str(found[name]["summary"])
    assert f"papers-{meeting.pk}@kith" not in found


def test_others_meetings_are_not_in_it(world: World, client: Client) -> None:
    theirs = planned(world, world.there)
    secret = make_feed(viewer=world.viewer(Role.MEMBER), at=NOW)
    assert f"meeting-{theirs.pk}@kith" not in events(client, secret)


def test_a_wrong_a_closed_and_an_old_address_lead_nowhere(
    world: World, client: Client
) -> None:
    member = world.viewer(Role.MEMBER)
    old = make_feed(viewer=member, at=NOW)
    new = make_feed(viewer=member, at=NOW)
    assert client.get(f"/calendar/{new}.ics").status_code == 200
    assert client.get(f"/calendar/{old}.ics").status_code == 404
    assert client.get("/calendar/guess.ics").status_code == 404
    revoke_feed(viewer=member, at=NOW)
    assert client.get(f"/calendar/{new}.ics").status_code == 404
    with pytest.raises(RefusedError):
        revoke_feed(viewer=member, at=NOW)
    assert [one.verb for one in Event.objects.order_by("sequence")] == [
        "groups.calendar_made",
        "groups.calendar_made",
        "groups.calendar_revoked",
    ]


def test_the_secret_is_kept_nowhere(world: World) -> None:
    secret = make_feed(viewer=world.viewer(Role.MEMBER), at=NOW)
    feed = CalendarFeed.objects.get()
    assert secret not in feed.digest
    assert secret not in str([one.details for one in Event.objects.all()])


def test_whoever_has_left_has_no_calendar(world: World, client: Client) -> None:
    someone = world.person(Role.MEMBER)
    secret = make_feed(viewer=world.viewer(Role.MEMBER), at=NOW)
    someone.is_active = False
    someone.save(update_fields=["is_active"])
    assert client.get(f"/calendar/{secret}.ics").status_code == 404


def test_the_page_makes_shows_once_and_closes(world: World, browse: Any) -> None:
    client = browse(world.person(Role.MEMBER))
    assert "no calendar address yet" in client.get("/calendar/").content.decode()
    made = client.post("/calendar/make/").content.decode()
    assert ".ics" in made
    again = client.get("/calendar/").content.decode()
    assert ".ics" not in again
    assert "cannot be shown again" in again
    client.post("/calendar/revoke/")
    assert "no calendar address yet" in client.get("/calendar/").content.decode()


def test_a_longer_calendar_asks_no_more_of_the_database(
    world: World, client: Client, django_assert_max_num_queries: Any
) -> None:
    secret = make_feed(viewer=world.viewer(Role.MEMBER), at=NOW)
    planned(world, world.here)
    # Who may see what is looked up once after a change, and kept.
    events(client, secret)
    with django_assert_max_num_queries(20) as few:
        events(client, secret)
    for week in range(8):
        planned(world, world.here, BEFORE + timedelta(weeks=week))
    events(client, secret)
    with django_assert_max_num_queries(20) as many:
        events(client, secret)
    assert len(many.captured_queries) == len(few.captured_queries)
