"""Minutes from the first note to the text that nobody changes, step by step."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from django.http import Http404
from django.urls import reverse

from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.actions.models import Action
from kith.web.audit.models import Event
from kith.web.groups.actions import (
    Note,
    PutRight,
    WrittenSinceError,
    agree_minutes,
    clear_minutes,
    comment_on_minutes,
    note_correction,
    propose_from_item,
    send_minutes_back,
    show_minutes_to_chair,
    write_notes,
)
from kith.web.groups.models import AgendaItem, ItemNote, Meeting, Minutes
from kith.web.groups.queries.minutes import minuted_items, minutes
from tests.lib.arguments.groups import drafted, item, meeting
from tests.lib.databases import racing
from tests.lib.world import NOW, make_world


if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from kith.web.access.models import Person
    from tests.lib.world import World


LATER = NOW + timedelta(days=60)


def shown(world: World, one: Meeting) -> Minutes:
    """The minutes of a meeting, with their chair."""
    found = Minutes.objects.get(meeting=one)
    viewer = world.viewer(Role.MINUTE_TAKER)
    return show_minutes_to_chair(viewer=viewer, at=NOW, key=found.pk)


def cleared(world: World) -> Minutes:
    """Minutes that members can read, of a meeting that another followed."""
    found = shown(world, drafted(world, world.here))
    clear_minutes(viewer=world.viewer(Role.GROUP_CHAIR), at=NOW, key=found.pk)
    meeting(world, world.here, date(2021, 3, 1))
    return found


def verbs(since: int) -> list[str]:
    events = Event.objects.filter(sequence__gt=since).order_by("sequence")
    return list(events.values_list("verb", flat=True))


def last() -> int:
    return Event.objects.order_by("-sequence").values_list("sequence", flat=True)[0]


def test_the_minute_taker_writes_and_a_member_may_not(world: World) -> None:
    one = drafted(world, world.here)
    of = AgendaItem.objects.get(meeting=one)
    note = Note("We agreed the draft.", 0)
    with pytest.raises(RefusedError):
        write_notes(viewer=world.viewer(Role.MEMBER), at=NOW, item=of.pk, note=note)
    before = last()
    write_notes(viewer=world.viewer(Role.MINUTE_TAKER), at=NOW, item=of.pk, note=note)
    assert verbs(before) == ["groups.notes_written"]
    assert ItemNote.objects.get().words == "We agreed the draft."


def test_two_who_write_at_once_lose_nothing(
    world: World, browse: Callable[[Person], Client]
) -> None:
    one = drafted(world, world.here)
    of = AgendaItem.objects.get(meeting=one)
    chair = world.viewer(Role.GROUP_CHAIR)
    write_notes(viewer=chair, at=NOW, item=of.pk, note=Note("The chair's words", 0))
    taker = world.viewer(Role.MINUTE_TAKER)
    with pytest.raises(WrittenSinceError):
        write_notes(viewer=taker, at=NOW, item=of.pk, note=Note("Mine", 0))
    client = browse(world.person(Role.MINUTE_TAKER))
    answer = client.post(
        reverse("groups:notes", args=[of.pk]),
        {"words": "The minute-taker's words", "over_version": "0"},
    )
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "The chair&#39;s words" in page
    assert "The minute-taker&#39;s words" in page
    again = client.post(
        reverse("groups:notes", args=[of.pk]),
        {"words": "Both", "over_version": "1"},
    )
    assert again.status_code == 302
    kept = ItemNote.objects.order_by("version").values_list("words", flat=True)
    assert list(kept) == ["The chair's words", "Both"]


def test_a_draft_goes_to_the_chair_then_to_members_then_it_is_agreed(
    world: World,
) -> None:
    one = drafted(world, world.here)
    member, chair = world.viewer(Role.MEMBER), world.viewer(Role.GROUP_CHAIR)
    taker = world.viewer(Role.MINUTE_TAKER)
    with pytest.raises(Http404):
        minutes(member, one)
    found = shown(world, one)
    with pytest.raises(RefusedError):
        clear_minutes(viewer=taker, at=NOW, key=found.pk)
    send_minutes_back(viewer=chair, at=NOW, key=found.pk, words="Name the lead")
    shown(world, one)
    clear_minutes(viewer=chair, at=NOW, key=found.pk)
    assert minutes(member, one).pk == found.pk
    comment_on_minutes(viewer=member, at=NOW, key=found.pk, words="I was there too")
    with pytest.raises(RefusedError, match="next meeting, which has not begun"):
        agree_minutes(viewer=chair, at=NOW, key=found.pk)
    later = meeting(world, world.here, date(2021, 3, 1))
    with pytest.raises(RefusedError):
        agree_minutes(viewer=taker, at=LATER, key=found.pk)
    before = last()
    agree_minutes(viewer=chair, at=LATER, key=found.pk)
    assert verbs(before) == ["groups.minutes_agreed"]
    found.refresh_from_db()
    assert found.agreed_in == later
    assert Meeting.objects.get(pk=one.pk).state == "MINUTES_AGREED"


def test_agreed_minutes_are_corrected_only_beside_the_text(world: World) -> None:
    found = cleared(world)
    chair, taker = world.viewer(Role.GROUP_CHAIR), world.viewer(Role.MINUTE_TAKER)
    later = Meeting.objects.get(starts__date=date(2021, 3, 1))
    right = PutRight(later.pk, "The lead is the council")
    with pytest.raises(RefusedError, match="still a draft"):
        note_correction(viewer=taker, at=LATER, key=found.pk, correction=right)
    agree_minutes(viewer=chair, at=LATER, key=found.pk)
    of = AgendaItem.objects.get(meeting=found.meeting_id)
    with pytest.raises(RefusedError, match="Note a correction"):
        write_notes(viewer=taker, at=LATER, item=of.pk, note=Note("Otherwise", 0))
    before = last()
    note_correction(viewer=taker, at=LATER, key=found.pk, correction=right)
    assert verbs(before) == ["groups.correction_noted"]
    assert not ItemNote.objects.exists()


def test_an_item_leads_to_an_action_that_does_not_betray_its_title(
    world: World,
) -> None:
    from kith.web.actions.actions import Promise  # noqa: PLC0415 - one test's own

    one = drafted(world, world.here)
    of = item(world, world.here, one, "RESTRICTED")
    made = propose_from_item(
        viewer=world.viewer(Role.MINUTE_TAKER),
        at=NOW,
        item=of.pk,
        promise=Promise(
            "Write to the regulator",
            world.here.council,
            world.person(Role.MEMBER),
            date(2021, 2, 1),
        ),
    )
    said = Action.objects.get(pk=made.pk).sources.get()
    assert of.title not in said.words
    assert str(one.pk) in said.url
    taker = world.viewer(Role.MINUTE_TAKER)
    found = minuted_items(taker, minutes(taker, one))
    assert [len(each.actions) for each in found] == [0, 1]


def test_the_page_asks_the_same_of_the_database_for_one_item_and_for_twenty(
    world: World, browse: Callable[[Person], Client]
) -> None:
    one = drafted(world, world.here)
    client = browse(world.person(Role.MINUTE_TAKER))
    address = reverse("groups:minutes_write", args=[one.pk])
    client.get(address)
    few = _count(client, address)
    for _ in range(19):
        item(world, world.here, one)
    assert _count(client, address) == few


def _count(client: Client, address: str) -> int:
    from django.db import connection  # noqa: PLC0415 - one helper's own
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415 - the same

    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_two_people_agree_the_same_minutes_and_one_does() -> None:
    world = make_world()
    found = cleared(world)
    chairs = [world.viewer(Role.GROUP_CHAIR), world.viewer(Role.PARTNERSHIP_CHAIR)]
    ended = racing(
        *(partial(agree_minutes, viewer=one, at=LATER, key=found.pk) for one in chairs)
    )
    assert sorted(type(one).__name__ for one in ended) == ["Minutes", "RefusedError"]
    assert Event.objects.filter(verb="groups.minutes_agreed").count() == 1
