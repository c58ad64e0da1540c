"""Agendas and minutes out to Word, and an edited copy in again."""

from __future__ import annotations

import io
import re
from html import unescape
from typing import TYPE_CHECKING, Any

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kith.domain.vocabulary.markings import Marking
from kith.web.access.roles import Role
from kith.web.audit.models import Event
from kith.web.groups.actions import add_item, hold_meeting, start_minutes, write_notes
from kith.web.groups.models import ItemNote
from kith.web.groups.values import Entry, Note
from tests.lib.arguments.packs import LONDON, planned
from tests.lib.world import NOW, World


if TYPE_CHECKING:
    from datetime import datetime

    from django.test import Client

    from kith.web.groups.models import AgendaItem, Meeting


def earlier() -> datetime:
    return NOW.astimezone(LONDON).replace(day=11, hour=10)


def item(
    world: World, of: Meeting, title: str, marking: Marking = Marking.PARTNER
) -> AgendaItem:
    return add_item(
        viewer=world.viewer(Role.BUSINESS_MANAGER),
        at=NOW,
        meeting=of.pk,
        entry=Entry(
            title=title, marking=marking, cover=f"About {title}.\nA second line."
        ),
    )


def edited(content: bytes, before: str, after: str) -> SimpleUploadedFile:
    """The file as somebody saves it after changing some words."""
    made = docx.Document(io.BytesIO(content))
    for paragraph in made.paragraphs:
        if before in paragraph.text:
            paragraph.text = paragraph.text.replace(before, after)
    out = io.BytesIO()
    made.save(out)
    return SimpleUploadedFile("copy.docx", out.getvalue())


def words_of(content: bytes) -> str:
    return "\n".join(one.text for one in docx.Document(io.BytesIO(content)).paragraphs)


def ticked(page: str) -> dict[str, Any]:
    """What the compare page sends when every difference is ticked."""
    keys = re.findall(r'name="take" type="checkbox" value="([^"]+)"', page)
    sent: dict[str, Any] = {"take": keys}
    for key in keys:
        mark = re.search(rf'name="mark-{key}" value="([^"]*)"', page)
        words = re.search(rf'name="words-{key}" hidden>\n(.*?)</textarea>', page, re.S)
        assert mark
        assert words
        sent |= {f"mark-{key}": mark[1], f"words-{key}": unescape(words[1])}
    return sent


@pytest.fixture
def meeting(world: World) -> Meeting:
    """A meeting with two items, of which members may read one."""
    made = planned(world, world.here, earlier())
    item(world, made, "Early help")
    item(world, made, "Secret", Marking.RESTRICTED)
    return made


@pytest.fixture
def manager(world: World, browse: Any) -> Client:
    return browse(world.person(Role.BUSINESS_MANAGER))  # type: ignore[no-any-return]


def test_a_reader_gets_what_they_may_read_and_the_trail_says_so(
    world: World, meeting: Meeting, browse: Any
) -> None:
    answer = browse(world.person(Role.MEMBER)).get(
        f"/meetings/{meeting.pk}/word/agenda/file/"
    )
    assert answer["Content-Disposition"].endswith('.docx"')
    said = words_of(answer.content)
    assert "1. Early help" in said
    assert "Secret" not in said
    assert Event.objects.order_by("-sequence")[0].verb == "groups.exported"
    heading = next(
        one
        for one in docx.Document(io.BytesIO(answer.content)).paragraphs
        if one.text == "1. Early help"
    )
    assert heading.style is not None
    assert heading.style.name == "Heading 1"
    other = browse(world.person(Role.MEMBER, world.there))
    assert other.get(f"/meetings/{meeting.pk}/word/agenda/file/").status_code == 404
    assert manager_less(browse, world, meeting) == 404


def manager_less(browse: Any, world: World, meeting: Meeting) -> int:
    """A member may not bring a copy in."""
    client = browse(world.person(Role.MEMBER))
    return int(client.get(f"/meetings/{meeting.pk}/word/agenda/").status_code)


def test_an_unchanged_copy_differs_in_nothing(
    manager: Client, meeting: Meeting
) -> None:
    base = f"/meetings/{meeting.pk}/word/agenda/"
    content = manager.get(f"{base}file/").content
    page = manager.post(base, {"file": edited(content, "nowhere", "x")})
    assert "0 items read otherwise, 2 read the same" in page.content.decode()


def test_an_agenda_comes_back_and_only_what_is_ticked_is_written(
    manager: Client, meeting: Meeting
) -> None:
    base = f"/meetings/{meeting.pk}/word/agenda/"
    content = manager.get(f"{base}file/").content
    events = Event.objects.count()
    page = manager.post(
        base, {"file": edited(content, "About Early help", "All about <help>")}
    ).content.decode()
    assert "1 item reads otherwise, 1 reads the same" in page
    assert Event.objects.count() == events
    sent = ticked(page)
    manager.post(f"{base}take/", {**sent, "take": []})
    assert Event.objects.count() == events
    answer = manager.post(f"{base}take/", sent)
    assert answer.status_code == 302
    assert Event.objects.count() == events + 1
    found = meeting.items.get(title="Early help")
    assert found.cover == "All about <help>.\nA second line."
    again = manager.post(f"{base}take/", sent, follow=True).content.decode()
    assert "Somebody wrote to this item after you compared it" in again
    assert "Nothing is taken over" in again


def test_minutes_come_back_as_a_new_version(
    world: World, manager: Client, meeting: Meeting
) -> None:
    viewer = world.viewer(Role.BUSINESS_MANAGER)
    hold_meeting(viewer=viewer, at=NOW, key=meeting.pk)
    start_minutes(viewer=viewer, at=NOW, meeting=meeting.pk)
    of = meeting.items.get(title="Early help")
    write_notes(viewer=viewer, at=NOW, item=of.pk, note=Note("The plan was seen.", 0))
    base = f"/meetings/{meeting.pk}/word/minutes/"
    content = manager.get(f"{base}file/").content
    page = manager.post(base, {"file": edited(content, "seen", "agreed")})
    sent = ticked(page.content.decode())
    manager.post(f"{base}take/", sent)
    of.refresh_from_db()
    assert of.notes_version == 2
    assert ItemNote.objects.get(item=of, version=2).words == "The plan was agreed."
    manager.post(f"{base}take/", sent)
    of.refresh_from_db()
    assert of.notes_version == 2


def test_a_hostile_file_is_refused_on_the_form(
    manager: Client, meeting: Meeting
) -> None:
    base = f"/meetings/{meeting.pk}/word/agenda/"
    sent = SimpleUploadedFile("copy.docx", b"MZ a program")
    page = manager.post(base, {"file": sent}).content.decode()
    assert "The file is a program" in page


def test_an_item_of_another_meeting_is_left_alone(
    world: World, manager: Client, meeting: Meeting
) -> None:
    other = planned(world, world.here)
    theirs = item(world, other, "Elsewhere")
    sent = {"take": [str(theirs.pk), "nonsense"], f"words-{theirs.pk}": "Changed"}
    sent[f"mark-{theirs.pk}"] = "1"
    manager.post(f"/meetings/{meeting.pk}/word/agenda/take/", sent)
    theirs.refresh_from_db()
    assert theirs.cover.startswith("About Elsewhere")
    unknown = manager.get(f"/meetings/{meeting.pk}/word/nonsense/")
    assert unknown.status_code == 404
