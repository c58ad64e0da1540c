"""Documents in words, tags and next steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from kith.domain.vocabulary.markings import WORDS, Marking
from kith.domain.vocabulary.moments import london_day
from kith.domain.vocabulary.periods import say_day
from kith.web.documents import policies
from kith.web.documents.files.accepting import EXTENSIONS
from kith.web.documents.models import FileKind, Scan
from kith.web.ui.documents.blocks import anchor_of
from kith.web.ui.steps import NextStep, StoryLine


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.audit.models import Event
    from kith.web.documents.models import Document, DocumentStep, DocumentVersion


MOVES = {
    "add": "Added",
    "version": "A new version",
    "change": "Details changed",
    "review": "Looked at again",
    "withdraw": "Withdrawn",
}
"""A step of the story, in words."""

_THOUSAND = 1000
_TONES = {Marking.EXECUTIVE: "attention", Marking.RESTRICTED: "attention"}
_CONTENT_TYPES = {
    FileKind.PDF: "application/pdf",
    FileKind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileKind.PPTX: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    FileKind.ODT: "application/vnd.oasis.opendocument.text",
    FileKind.CSV: "text/csv; charset=utf-8",
    FileKind.TXT: "text/plain; charset=utf-8",
    FileKind.PNG: "image/png",
    FileKind.JPEG: "image/jpeg",
}


@dataclass(frozen=True)
class DocumentLine:
    """A document as a list shows it."""

    title: str
    url: str
    about: str
    place: str
    owner: str
    when: str
    marking: str
    tone: str
    state: str


@dataclass(frozen=True)
class VersionLine:
    """A version as its document's page shows it."""

    number: int
    url: str
    kind: str
    size: str
    who: str
    at: datetime
    words: str
    scan: str
    is_scanned: bool


def line(document: Document, places: Mapping[UUID, str]) -> DocumentLine:
    """One row of the list."""
    standing = getattr(document, "standing_versions", [])
    about = f"{size_and_kind(standing[0])}, version {document.version_number}"
    dated = document.dated_on
    return DocumentLine(
        title=document.title,
        url=reverse("documents:detail", args=[document.pk]),
        about=about if standing else "",
        place=places.get(document.pk, ""),
        owner=document.owner.name,
        when=say_day(dated) if dated else say_day(london_day(document.added_at)),
        marking=WORDS[Marking(document.marking)],
        tone=_TONES.get(Marking(document.marking), ""),
        state="Withdrawn" if document.withdrawn_at else "",
    )


def marking(document: Document) -> tuple[str, str]:
    """Its marking in words, and the tone of the tag."""
    one = Marking(document.marking)
    return WORDS[one], _TONES.get(one, "")


def facts(document: Document, place: str, *, today: date) -> list[tuple[str, str]]:
    """What is known of the document, row by row."""
    rows = [("Belongs to", place), ("Looked after by", document.owner.name)]
    if document.dated_on:
        rows.append(("Date on the document", say_day(document.dated_on)))
    rows.append(("To be looked at again", _review(document, today)))
    if document.withdrawn_at and document.withdrawn_by:
        when = say_day(london_day(document.withdrawn_at))
        rows.append(("Withdrawn", f"{when}, by {document.withdrawn_by.name}"))
        rows.append(("Why", document.withdrawn_because))
    return rows


def _review(document: Document, today: date) -> str:
    if not document.review_on:
        return "No date is set"
    late = ": this day has passed" if document.review_on < today else ""
    return f"{say_day(document.review_on)}{late}"


def version_line(version: DocumentVersion) -> VersionLine:
    """One version."""
    return VersionLine(
        number=version.number,
        url=reverse("documents:download", args=[version.document_id, version.number]),
        kind=FileKind(version.kind).label,
        size=size(version.size),
        who=version.uploaded_by.name,
        at=version.uploaded_at,
        words=version.words,
        scan=Scan(version.scan).label,
        is_scanned=version.scan == Scan.CLEAN,
    )


def size_and_kind(version: DocumentVersion) -> str:
    """PDF, 1.2 MB."""
    return f"{FileKind(version.kind).label}, {size(version.size)}"


def size(count: int) -> str:
    """A size as people say it."""
    if count < _THOUSAND:
        return f"{count} bytes"
    if count < _THOUSAND**2:
        return f"{count / _THOUSAND:.0f} KB"
    return f"{count / _THOUSAND**2:.1f} MB"


def file_name(version: DocumentVersion) -> str:
    """What the downloaded file is called: from the title, never from the upload."""
    stem = anchor_of(version.document.title)[:80].strip("-")
    return f"{stem}-v{version.number}{EXTENSIONS[FileKind(version.kind)]}"


def content_type(version: DocumentVersion) -> str:
    """How the file is announced to the browser."""
    return _CONTENT_TYPES[FileKind(version.kind)]


def next_steps(viewer: Viewer, document: Document) -> list[NextStep]:
    """What this viewer can do with the document, and why not the rest."""
    why_not = policies.why_not_change(viewer, document)
    return [
        NextStep(words, reverse(route, args=[document.pk]), why_not, opens_page=True)
        for words, route in (
            ("Add a new version", "documents:version"),
            ("Say that it was looked at again", "documents:review"),
            ("Change its details", "documents:change"),
            ("Withdraw it", "documents:withdraw"),
        )
    ]


def story(steps: Iterable[DocumentStep]) -> list[StoryLine]:
    """The document's steps in words."""
    return [
        StoryLine(MOVES[one.move], one.taken_by.name, one.taken_at, one.words)
        for one in steps
    ]


LOOKS = {
    "read": "Opened its page",
    "downloaded": "Took the file",
    "searched": "Saw it among what a search found",
}


def looks(events: Iterable[Event]) -> list[StoryLine]:
    """Who looked, and what for."""
    return [
        StoryLine(
            LOOKS.get(one.verb.rpartition(".")[2], "Looked"),
            one.actor_name,
            one.at,
            one.purpose,
        )
        for one in events
    ]
