"""Packs of papers, for each circle of readers."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from django.http import Http404

from kith.domain.vocabulary.markings import Marking
from kith.web.access.roles import Role
from kith.web.access.viewer import Viewer
from kith.web.audit.models import Event
from kith.web.groups.actions import add_item, add_paper, send_papers, set_habit
from kith.web.groups.models import Meeting
from kith.web.groups.packs.queries import pack, public_pack, published_meetings
from kith.web.groups.packs.writing import written
from kith.web.groups.values import Entry
from tests.lib import papers
from tests.lib.arguments.actions import proposed
from tests.lib.arguments.documents import kept
from tests.lib.arguments.packs import planned
from tests.lib.world import NOW, World


if TYPE_CHECKING:
    from pathlib import Path


Browse = "Callable[[Person], Client]"


@pytest.fixture(autouse=True)
def home(settings: Any, tmp_path: Path) -> Path:
    settings.KITH_HOME = tmp_path
    return tmp_path


def item(
    world: World, meeting: Meeting, title: str, marking: Marking, content: bytes
) -> None:
    """An item with one paper, both under the marking."""
    manager = world.viewer(Role.BUSINESS_MANAGER)
    made = add_item(
        viewer=manager,
        at=NOW,
        meeting=meeting.pk,
        entry=Entry(title=title, marking=marking, cover=f"About {title}."),
    )
    document = kept(world, world.here, marking, content)
    add_paper(viewer=manager, at=NOW, item=made.pk, document=document)


def strings(content: bytes) -> str:
    """Every string of every object, and every stream that is words."""
    found = []
    with pikepdf.open(BytesIO(content)) as opened:
        for part in opened.objects:
            if isinstance(part, pikepdf.Dictionary):
                found += [str(value) for _, value in part.items()]
            if isinstance(part, pikepdf.Stream):
                found.append(part.read_bytes().decode("latin-1"))
    return "\n".join(found)


def full_meeting(world: World) -> tuple[Meeting, bytes]:
    """A meeting, and its partner pack before anything narrower was on the agenda."""
    meeting = planned(world, world.here)
    item(world, meeting, "Welcome", Marking.PUBLIC, papers.tagged_pdf("Open"))
    item(world, meeting, "Plan", Marking.PARTNER, papers.plain_pdf("Partners only"))
    member = world.viewer(Role.MEMBER)
    before = written(pack(member, meeting, Marking.PARTNER, site="")).content
    item(world, meeting, "Secret", Marking.RESTRICTED, papers.plain_pdf("Named child"))
    item(world, meeting, "Money", Marking.EXECUTIVE, b"cost,pounds\n1,2\n")
    return meeting, before


def test_a_lower_pack_is_the_same_to_the_byte_whatever_is_kept_from_it(
    world: World,
) -> None:
    meeting, before = full_meeting(world)
    member = world.viewer(Role.MEMBER)
    manager = world.viewer(Role.BUSINESS_MANAGER)
    for viewer in (member, manager):
        after = written(pack(viewer, meeting, Marking.PARTNER, site="")).content
        assert after == before
    whole = written(pack(manager, meeting, Marking.RESTRICTED, site="")).content
    # The control: the same look does find them where they are.
    assert "Named child" in strings(whole)
    assert "Partners only" in strings(before)
    for words in ("Named child", "Secret", "Money"):
        assert words not in strings(before)


def test_open_actions_come_with_the_next_packs_but_never_the_publics(
    world: World,
) -> None:
    proposed(world, world.here)
    proposed(world, world.there)
    meeting = planned(world, world.here)
    item(world, meeting, "Welcome", Marking.PUBLIC, papers.tagged_pdf("Open"))

    def promised(audience: Marking) -> list[str]:
        viewer = world.viewer(Role.MEMBER)
        return [one.wording for one in pack(viewer, meeting, audience, site="").actions]

    assert promised(Marking.PARTNER) == ["Write to every school"]
    assert promised(Marking.PUBLIC) == []
    Meeting.objects.filter(pk=meeting.pk).update(state="MINUTES_AGREED")
    meeting.refresh_from_db()
    assert promised(Marking.PARTNER) == []


def test_a_paper_narrower_than_its_item_stays_out(world: World) -> None:
    meeting = planned(world, world.here)
    item(world, meeting, "Plan", Marking.PARTNER, papers.tagged_pdf("Open"))
    manager = world.viewer(Role.BUSINESS_MANAGER)
    before = written(pack(manager, meeting, Marking.PARTNER, site="")).content
    secret = kept(
        world, world.here, Marking.RESTRICTED, papers.plain_pdf("Named child")
    )
    plan = meeting.items.get()
    add_paper(viewer=manager, at=NOW, item=plan.pk, document=secret)
    after = pack(manager, meeting, Marking.PARTNER, site="")
    assert written(after).content == before


def test_nobody_gets_the_pack_of_a_narrower_circle(
    world: World, browse: Browse
) -> None:
    meeting, _ = full_meeting(world)
    member = world.viewer(Role.MEMBER)
    with pytest.raises(Http404):
        pack(member, meeting, Marking.RESTRICTED, site="")
    client = browse(world.person(Role.MEMBER))
    base = f"/meetings/{meeting.pk}/packs/"
    page = client.get(base).content.decode()
    assert "Partners: Official" in page
    assert "Restricted" not in page
    for circle in ("restricted", "executive", "nonsense"):
        assert client.get(f"{base}{circle}/").status_code == 404
        assert client.get(f"{base}{circle}/file/").status_code == 404
    other = browse(world.person(Role.MEMBER, world.there))
    assert other.get(f"{base}partner/file/").status_code == 404


def test_a_pack_is_described_downloaded_and_recorded(
    world: World, browse: Browse
) -> None:
    meeting, before = full_meeting(world)
    client = browse(world.person(Role.MEMBER))
    events = Event.objects.count()
    page = client.get(f"/meetings/{meeting.pk}/packs/partner/").content.decode()
    assert "no structure for screen readers" in page
    assert "Secret" not in page
    assert Event.objects.count() == events
    answer = client.get(f"/meetings/{meeting.pk}/packs/partner/file/")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Cache-Control"] == "no-store"
    assert answer.content == before
    last = Event.objects.order_by("-sequence")[0]
    assert Event.objects.count() == events + 1
    assert (last.verb, last.details["audience"]) == ("groups.downloaded", "PARTNER")


def test_the_restricted_pack_asks_what_for(world: World, browse: Browse) -> None:
    meeting, _ = full_meeting(world)
    client = browse(world.person(Role.BUSINESS_MANAGER))
    base = f"/meetings/{meeting.pk}/packs/restricted/"
    assert client.get(f"{base}file/")["Location"] == base
    page = client.get(base).content.decode()
    assert "What you need it for" in page
    assert "not in the PDF: Table of values" in page
    assert client.post(base, {"purpose": ""}).status_code == 200
    answer = client.post(base, {"purpose": "To prepare"})
    assert answer["Content-Disposition"].startswith("attachment")
    assert Event.objects.order_by("-sequence")[0].purpose == "To prepare"


def test_the_public_reads_papers_only_where_the_body_publishes(
    world: World, client: Any
) -> None:
    meeting, _ = full_meeting(world)
    manager = world.viewer(Role.BUSINESS_MANAGER)
    path = f"/papers/{meeting.pk}/"

    def said() -> str:
        return str(client.get("/papers/").content.decode())

    assert client.get(path).status_code == 404
    assert "No group publishes" in said()
    send_papers(viewer=manager, at=NOW, key=meeting.pk)
    assert client.get(path).status_code == 404
    set_habit(
        viewer=manager,
        at=NOW,
        body=world.here.body,
        papers_working_days=5,
        publishes_papers=True,
    )
    assert world.here.body.name in said()
    answer = client.get(path)
    assert answer.status_code == 200
    public = public_pack(Viewer.public(), meeting)
    assert [one.title for one in public.items] == ["Welcome"]
    for words in ("Partners only", "Named child", "Plan", "/documents/"):
        assert words not in strings(answer.content)
    assert not published_meetings(Viewer(may_see_published=False)).exists()
