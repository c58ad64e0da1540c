"""Documents: kept, read, changed and withdrawn, by those who may and nobody else."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404

from kith.domain.vocabulary.markings import Marking
from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.audit.append_only import AppendOnlyError
from kith.web.audit.models import Event
from kith.web.documents.actions import (
    About,
    add_document,
    add_version,
    change_document,
    download_version,
    review_document,
    withdraw_document,
)
from kith.web.documents.files import FileDamagedError, accepted, home_files
from kith.web.documents.models import Document, DocumentVersion
from kith.web.documents.queries import Sought, found_documents
from kith.web.documents.registration import DocumentSearching, holdings, needs
from tests.lib import papers
from tests.lib.arguments.documents import kept
from tests.lib.clamd import INFECTED, clamd
from tests.lib.world import NOW, TODAY, World


if TYPE_CHECKING:
    from pathlib import Path


Browse = "Callable[[Person], Client]"
WORDS = accepted(b"Another text\n")


@pytest.fixture(autouse=True)
def home(settings: Any, tmp_path: Path) -> Path:
    settings.KITH_HOME = tmp_path
    return tmp_path


def verbs() -> list[str]:
    return [one.verb for one in Event.objects.order_by("sequence")]


def form(world: World, content: bytes, **said: str) -> dict[str, object]:
    return {
        "file": SimpleUploadedFile("../../minutes.exe", content, "text/html"),
        "title": "Minutes of March 2016",
        "place": f"body:{world.here.body.pk}",
        "marking": "PARTNER",
        "owner": str(world.person(Role.MEMBER).pk),
        "dated_on_day": "3",
        "dated_on_month": "3",
        "dated_on_year": "2016",
        **said,
    }


def test_old_minutes_are_brought_in_with_their_date(
    world: World, browse: Browse, home: Path
) -> None:
    client = browse(world.person(Role.MEMBER))
    answer = client.post("/documents/new/", form(world, papers.plain_pdf("Old")))
    assert answer.status_code == 302, answer.content.decode()
    document = Document.objects.get()
    assert document.dated_on == date(2016, 3, 3)
    version = DocumentVersion.objects.get()
    assert (version.kind, version.number, version.scan) == ("PDF", 1, "NOT_SCANNED")
    kept_at = home / "files" / version.file.hex[:2] / version.file.hex
    assert kept_at.read_bytes() == papers.plain_pdf("Old")
    assert verbs() == ["documents.added"]
    page = client.get(f"/documents/{document.pk}/").content.decode()
    assert "Not scanned for viruses" in page
    assert "3 March 2016" in page
    assert "minutes.exe" not in page


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"MZ program", "is a program"),
        (b"", "is empty"),
        (papers.acting_pdf(), "script"),
    ],
)
def test_a_refused_file_is_said_on_the_form_and_nothing_is_kept(
    world: World, browse: Browse, home: Path, content: bytes, words: str
) -> None:
    client = browse(world.person(Role.MEMBER))
    answer = client.post("/documents/new/", form(world, content))
    assert answer.status_code == 200
    page = answer.content.decode()
    assert words in page
    assert "Error: Add a document" in page
    assert 'href="#id_file"' in page
    assert not (home / "files").exists()
    assert Document.objects.count() == 0
    assert verbs() == []


def test_an_infected_file_is_refused_and_nothing_is_kept(
    world: World, browse: Browse, home: Path, settings: Any
) -> None:
    client = browse(world.person(Role.MEMBER))
    with clamd() as scanner:
        settings.KITH_CLAMD = scanner.address
        answer = client.post("/documents/new/", form(world, INFECTED))
        assert "virus scanner found something" in answer.content.decode()
        assert not (home / "files").exists()
        client.post("/documents/new/", form(world, b"Clean\n"))
    page = client.get(f"/documents/{Document.objects.get().pk}/").content.decode()
    assert "Scanned, and no virus was found" in page


def test_nobody_keeps_a_document_where_they_have_no_place(world: World) -> None:
    member = world.viewer(Role.MEMBER)

    def about(side: Any, marking: Marking = Marking.PARTNER) -> About:
        owner = world.person(Role.MEMBER)
        return About("A title", marking, owner, body=side.body.pk)

    with pytest.raises(RefusedError):
        add_document(viewer=member, at=NOW, about=about(world.there), file=WORDS)
    with pytest.raises(RefusedError, match="may not read"):
        add_document(
            viewer=member,
            at=NOW,
            about=about(world.here, Marking.RESTRICTED),
            file=WORDS,
        )
    add_document(viewer=member, at=NOW, about=about(world.here), file=WORDS)
    assert verbs() == ["documents.added"]


def test_the_same_page_is_there_for_some_and_not_for_others(
    world: World, browse: Browse
) -> None:
    ours = kept(world, world.here, Marking.RESTRICTED)
    theirs = kept(world, world.there)
    member, manager = world.person(Role.MEMBER), world.person(Role.BUSINESS_MANAGER)
    for path in ("", "versions/1/", "versions/1/purpose/", "change/", "withdraw/"):
        assert browse(member).get(f"/documents/{ours.pk}/{path}").status_code == 404
        assert browse(manager).get(f"/documents/{theirs.pk}/{path}").status_code == 404
    assert browse(manager).get(f"/documents/{ours.pk}/").status_code == 200
    page = browse(member).get("/documents/").content.decode()
    assert "There is nothing here yet" in page
    assert ours.title not in page


def test_a_file_comes_as_an_attachment_and_leaves_an_event(
    world: World, browse: Browse
) -> None:
    document = kept(world, world.here, content=b"<b>bold words</b>\n")
    answer = browse(world.person(Role.MEMBER)).get(
        f"/documents/{document.pk}/versions/1/"
    )
    assert answer.content == b"<b>bold words</b>\n"
    assert answer["Content-Disposition"].startswith("attachment; filename=")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    last = Event.objects.order_by("-sequence")[0]
    assert (last.verb, last.purpose) == ("documents.downloaded", "to read it")


def test_a_restricted_file_asks_what_for_and_says_who_looked(
    world: World, browse: Browse
) -> None:
    document = kept(world, world.here, Marking.RESTRICTED)
    chair = browse(world.person(Role.GROUP_CHAIR))
    path = f"/documents/{document.pk}/versions/1/"
    assert chair.get(path)["Location"] == f"{path}purpose/"
    assert b"What you need it for" in chair.get(f"{path}purpose/").content
    assert (
        b"Say what you need it for"
        in chair.post(f"{path}purpose/", {"purpose": ""}).content
    )
    answer = chair.post(f"{path}purpose/", {"purpose": "To prepare the meeting"})
    assert answer["Content-Disposition"].startswith("attachment")
    assert verbs() == ["documents.added", "documents.downloaded"]
    owner = browse(world.person(Role.BUSINESS_MANAGER))
    page = owner.get(f"/documents/{document.pk}/").content.decode()
    assert "Who has looked at this" in page
    assert "To prepare the meeting" in page
    page = chair.get(f"/documents/{document.pk}/").content.decode()
    assert "Who has looked at this" not in page
    assert verbs()[-2:] == ["documents.read", "documents.read"]


def test_a_new_version_keeps_the_old_one(world: World, home: Path) -> None:
    document = kept(world, world.here)
    member = world.viewer(Role.MEMBER)
    add_version(viewer=member, at=NOW, key=document.pk, file=WORDS, words="Corrected")
    read = [
        download_version(
            viewer=member, at=NOW, key=document.pk, number=number, purpose="to compare"
        )[1]
        for number in (1, 2)
    ]
    assert read == [b"Terms of reference\n", b"Another text\n"]
    with pytest.raises(RefusedError):
        add_version(
            viewer=world.viewer(Role.LAY_MEMBER),
            at=NOW,
            key=document.pk,
            file=WORDS,
            words="Mine",
        )
    first = document.versions.get(number=1)
    for change in (first.save, first.delete, DocumentVersion.objects.all().delete):
        with pytest.raises(AppendOnlyError):
            change()
    home_files().path(first.file).write_bytes(b"changed on the disk")
    with pytest.raises(FileDamagedError):
        download_version(
            viewer=member, at=NOW, key=document.pk, number=1, purpose="to compare"
        )


def test_a_failing_trail_keeps_neither_row_nor_file(
    world: World, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    member, owner = world.viewer(Role.MEMBER), world.person(Role.MEMBER)
    monkeypatch.setattr("kith.web.audit.recording._take_places", fail)
    with pytest.raises(RuntimeError):
        add_document(
            viewer=member,
            at=NOW,
            about=About("A title", Marking.PARTNER, owner, body=world.here.body.pk),
            file=WORDS,
        )
    assert Document.objects.count() == 0
    assert [one for one in home.rglob("*") if one.is_file()] == []


def test_each_step_is_refused_to_some_and_leaves_one_event(world: World) -> None:
    document = kept(world, world.here)
    member, reader = world.viewer(Role.MEMBER), world.viewer(Role.LAY_MEMBER)
    about = About("New title", Marking.PARTNER, world.person(Role.MEMBER))
    steps: list[Any] = [
        lambda who: change_document(viewer=who, at=NOW, key=document.pk, about=about),
        lambda who: review_document(
            viewer=who, at=NOW, key=document.pk, next_on=date(2022, 1, 1)
        ),
        lambda who: withdraw_document(
            viewer=who, at=NOW, key=document.pk, words="Superseded"
        ),
    ]
    for step in steps:
        before = len(verbs())
        with pytest.raises(RefusedError):
            step(reader)
        step(member)
        assert len(verbs()) == before + 1
    document.refresh_from_db()
    assert (document.title, document.review_on) == ("New title", date(2022, 1, 1))
    for step in steps:
        with pytest.raises(RefusedError, match="withdrawn"):
            step(member)
    assert not found_documents(member, Sought()).exists()
    assert found_documents(member, Sought(with_withdrawn=True)).count() == 1
    with pytest.raises(Http404):
        withdraw_document(
            viewer=world.viewer(Role.MEMBER, world.there),
            at=NOW,
            key=document.pk,
            words="x",
        )


def test_a_withdrawal_needs_a_reason(world: World) -> None:
    document = kept(world, world.here)
    with pytest.raises(RefusedError, match="why"):
        withdraw_document(
            viewer=world.viewer(Role.MEMBER), at=NOW, key=document.pk, words=" "
        )


def test_review_dates_are_needs_of_the_owner_alone(world: World) -> None:
    document = kept(world, world.here)
    member = world.viewer(Role.MEMBER)
    for day, why in (
        (TODAY + timedelta(days=20), None),
        (TODAY + timedelta(days=10), "is near"),
        (TODAY - timedelta(days=1), "has passed"),
    ):
        review_document(viewer=member, at=NOW, key=document.pk, next_on=day)
        found = list(needs(member, today=TODAY))
        assert [why in one.why for one in found] == ([True] if why else [])
        assert list(needs(world.viewer(Role.GROUP_CHAIR), today=TODAY)) == []
    held = holdings(
        world.viewer(Role.BUSINESS_MANAGER),
        person=world.person(Role.MEMBER).pk,
        body=world.here.body.pk,
        today=TODAY,
    )
    assert [one.key for one in held] == [document.pk]


def test_a_search_finds_by_title_and_is_recorded_without_its_words(
    world: World, browse: Browse
) -> None:
    document = kept(world, world.here)
    client = browse(world.person(Role.MEMBER))
    page = client.get("/documents/?words=reference+terms").content.decode()
    assert document.title in page
    assert "1 document found" in page
    page = client.get("/documents/?words=nothing").content.decode()
    assert "Nothing that you may see matches" in page
    searched = Event.objects.filter(verb="documents.searched")
    assert searched.count() == 2
    assert all("nothing" not in str(one.details) for one in searched)
    text = DocumentSearching().text_of(document)
    assert text is not None
    assert text.title == document.title


def test_the_list_asks_no_more_of_the_database_for_more_rows(
    world: World, browse: Browse, django_assert_max_num_queries: Any
) -> None:
    client = browse(world.person(Role.MEMBER))
    kept(world, world.here)
    client.get("/documents/")
    with django_assert_max_num_queries(30) as few:
        client.get("/documents/")
    for _ in range(12):
        kept(world, world.here)
    with django_assert_max_num_queries(30) as many:
        client.get("/documents/")
    assert len(many.captured_queries) == len(few.captured_queries)


def test_every_form_has_its_page(world: World, browse: Browse) -> None:
    document = kept(world, world.here)
    client = browse(world.person(Role.MEMBER))
    base = f"/documents/{document.pk}/"
    for path in ("version/", "change/", "review/", "withdraw/"):
        assert client.get(base + path).status_code == 200
    answer = client.post(
        base + "version/",
        {"file": SimpleUploadedFile("x", b"Two\n"), "words": "New figures"},
    )
    assert answer["Location"] == base
    answer = client.post(
        base + "change/",
        {
            "title": "Another",
            "marking": "PARTNER",
            "owner": str(world.person(Role.MEMBER).pk),
        },
    )
    assert answer["Location"] == base
    assert client.post(base + "review/", {"words": "Fine"})["Location"] == base
    assert client.post(base + "withdraw/", {"words": "Old"})["Location"] == base
    page = client.get(base).content.decode()
    assert "Version 2" in page
    assert "New figures" in page
    refused = client.get(base + "version/")
    assert refused.status_code == 409
