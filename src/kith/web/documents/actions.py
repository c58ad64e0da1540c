"""Every write of documents: one transaction, one audit event each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.web.access.refusals import locked, refuse_if
from kith.web.access.writing import writing
from kith.web.documents import policies
from kith.web.documents.files import home_files
from kith.web.documents.models import Document, DocumentStep, DocumentVersion
from kith.web.documents.queries import version as visible_version


if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from kith.domain.vocabulary.markings import Marking
    from kith.web.access.models import Person
    from kith.web.access.viewer import Viewer
    from kith.web.documents.files import Accepted


@dataclass(frozen=True)
class About:
    """What is said of a document: its title, who may read it, whose it is, and when.

    A body, or where there is none an area. ``dated_on`` is the day on the document
    itself, for what comes from before.
    """

    title: str
    marking: Marking
    owner: Person
    area: str = ""
    body: UUID | None = None
    dated_on: date | None = None
    review_on: date | None = None


@dataclass(frozen=True)
class Kept:
    """An accepted file, the key under which it is kept, and what is new in it."""

    file: Accepted
    key: UUID
    words: str


def add_document(
    *, viewer: Viewer, at: datetime, about: About, file: Accepted, words: str = ""
) -> Document:
    """A new document is kept, with its first version.

    Raises:
        RefusedError: this viewer may not keep it there, or not under this marking.
    """
    # Kept around the whole transaction: where anything fails, the file goes too.
    with (
        home_files().keeping(file.content) as kept,
        writing(viewer=viewer, at=at, verb="documents.added") as event,
    ):
        refuse_if(
            policies.why_not_add(
                viewer, area=about.area, body=about.body, marking=about.marking
            )
        )
        document = Document.objects.create(
            title=about.title,
            marking=about.marking,
            area=about.area,
            body=about.body,
            owner=about.owner,
            dated_on=about.dated_on,
            review_on=about.review_on,
            version_number=1,
            added_by_id=viewer.who,
            added_at=at,
        )
        _step(document, "add", viewer, at)
        event.about(
            document, area=about.area, body=about.body, marking=str(about.marking)
        )
        _version(document, viewer, at, Kept(file, kept, words))
    return document


def add_version(
    *, viewer: Viewer, at: datetime, key: UUID, file: Accepted, words: str
) -> DocumentVersion:
    """The document has a new version; those before it stay.

    Raises:
        RefusedError: it is withdrawn, or not this viewer's to change.
    """
    with (
        home_files().keeping(file.content) as kept,
        writing(viewer=viewer, at=at, verb="documents.version_added") as event,
    ):
        document = _changeable(viewer, key)
        document.version_number += 1
        document.save(update_fields=["version_number"])
        _step(document, "version", viewer, at, words)
        event.about(
            document,
            area=document.area,
            body=document.body,
            version=document.version_number,
        )
        return _version(document, viewer, at, Kept(file, kept, words))


def change_document(
    *, viewer: Viewer, at: datetime, key: UUID, about: About
) -> Document:
    """The document's title, marking, owner and dates are these; its place stays.

    Raises:
        RefusedError: it is withdrawn, not theirs, or the marking is not theirs to give.
    """
    with writing(viewer=viewer, at=at, verb="documents.changed") as event:
        document = _changeable(viewer, key)
        refuse_if(policies.why_not_mark(viewer, document, about.marking))
        wanted: dict[str, object] = {
            "title": about.title,
            "marking": about.marking.value,
            "owner_id": about.owner.pk,
            "dated_on": about.dated_on,
            "review_on": about.review_on,
        }
        changed = [
            name for name, value in wanted.items() if getattr(document, name) != value
        ]
        for name in changed:
            setattr(document, name, wanted[name])
        document.save(update_fields=[*wanted])
        _step(document, "change", viewer, at)
        event.about(
            document,
            area=document.area,
            body=document.body,
            fields=changed,
            marking=document.marking,
        )
    return document


def review_document(
    *, viewer: Viewer, at: datetime, key: UUID, next_on: date | None, words: str = ""
) -> Document:
    """Somebody looked at the document again: it stands, until the next date.

    Raises:
        RefusedError: it is withdrawn, or not this viewer's to change.
    """
    with writing(viewer=viewer, at=at, verb="documents.reviewed") as event:
        document = _changeable(viewer, key)
        document.review_on = next_on
        document.save(update_fields=["review_on"])
        _step(document, "review", viewer, at, words)
        event.about(document, area=document.area, body=document.body)
    return document


def withdraw_document(
    *, viewer: Viewer, at: datetime, key: UUID, words: str
) -> Document:
    """The document is withdrawn, for a reason: it leaves the list, and is kept.

    Raises:
        RefusedError: it is withdrawn already, not theirs, or no reason is given.
    """
    with writing(viewer=viewer, at=at, verb="documents.withdrawn") as event:
        document = locked(Document.objects.visible_to(viewer), key)
        refuse_if(policies.why_not_withdraw(viewer, document, words))
        document.withdrawn_by_id = viewer.who
        document.withdrawn_at, document.withdrawn_because = at, words
        document.save(
            update_fields=["withdrawn_by", "withdrawn_at", "withdrawn_because"]
        )
        _step(document, "withdraw", viewer, at, words)
        event.about(document, area=document.area, body=document.body)
    return document


def download_version(
    *, viewer: Viewer, at: datetime, key: UUID, number: int, purpose: str
) -> tuple[DocumentVersion, bytes]:
    """The version and its file; the trail says who took it, and what for.

    Raises:
        Http404: not there, or not this viewer's.
        FileDamagedError: the file is not what was kept.
    """
    with writing(
        viewer=viewer, at=at, verb="documents.downloaded", purpose=purpose
    ) as event:
        version = visible_version(viewer, key, number)
        content = home_files().read(version.file, sha256=version.sha256)
        event.about(
            version.document,
            area=version.document.area,
            body=version.document.body,
            version=number,
            marking=version.document.marking,
        )
    return version, content


def _changeable(viewer: Viewer, key: UUID) -> Document:
    document = locked(Document.objects.visible_to(viewer), key)
    refuse_if(policies.why_not_change(viewer, document))
    return document


def _version(
    document: Document, viewer: Viewer, at: datetime, kept: Kept
) -> DocumentVersion:
    return DocumentVersion.objects.create(
        document=document,
        number=document.version_number,
        file=kept.key,
        kind=kept.file.kind,
        size=kept.file.size,
        sha256=kept.file.sha256,
        scan=kept.file.scan,
        scanned_with=kept.file.scanned_with,
        words=kept.words,
        uploaded_by_id=viewer.who,
        uploaded_at=at,
    )


def _step(
    document: Document, move: str, viewer: Viewer, at: datetime, words: str = ""
) -> None:
    DocumentStep.objects.create(
        document=document, move=move, words=words, taken_by_id=viewer.who, taken_at=at
    )
