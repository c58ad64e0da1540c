"""Every read of documents. The viewer comes first, always."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from django.db.models import F, Prefetch, Q
from django.http import Http404

from kith.domain.vocabulary.markings import WIDEST_FIRST, Marking
from kith.web.access.models import Person
from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import one_or_404
from kith.web.audit.models import Event
from kith.web.documents import policies
from kith.web.documents.models import (
    Document,
    Documents,
    DocumentStep,
    DocumentVersion,
)


if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.viewer import Viewer


class BodyNames(Protocol):
    """The names of these bodies."""

    def __call__(self, bodies: frozenset[UUID]) -> Mapping[UUID, str]: ...


class AreaNames(Protocol):
    """The names of these areas."""

    def __call__(self, areas: frozenset[str]) -> Mapping[str, str]: ...


class PeopleOf(Protocol):
    """The keys of those who sit in any of these bodies."""

    def __call__(self, bodies: frozenset[UUID]) -> QuerySet[Person]: ...


def _no_bodies(bodies: frozenset[UUID]) -> Mapping[UUID, str]:
    return {key: "A group" for key in bodies}


def _no_areas(areas: frozenset[str]) -> Mapping[str, str]:
    return {code: code for code in areas}


def _nobody(bodies: frozenset[UUID]) -> QuerySet[Person]:  # noqa: ARG001 - a protocol
    return Person.objects.none()


@dataclass
class Places:
    """What the rooms above know of places; filled by `site` when it starts."""

    bodies: BodyNames = field(default=_no_bodies)
    areas: AreaNames = field(default=_no_areas)
    people: PeopleOf = field(default=_nobody)


PLACES = Places()
MOST_LOOKS = 50


def visible_documents(viewer: Viewer) -> Documents:
    """Every document the viewer may see, with what a list shows of each."""
    standing = DocumentVersion.objects.filter(
        number=F("document__version_number")
    ).select_related("uploaded_by")
    return (
        Document.objects.visible_to(viewer)
        .select_related("owner")
        .prefetch_related(
            Prefetch("versions", queryset=standing, to_attr="standing_versions")
        )
    )


def document(viewer: Viewer, key: UUID) -> Document:
    """One document.

    Raises:
        Http404: not there, or not this viewer's.
    """
    return one_or_404(visible_documents(viewer), key)


@dataclass(frozen=True)
class Sought:
    """What somebody looks for in the list."""

    words: str = ""
    body: UUID | None = None
    marking: str = ""
    with_withdrawn: bool = False


def found_documents(viewer: Viewer, sought: Sought) -> Documents:
    """The documents that a search of titles finds, the newest first."""
    rows = visible_documents(viewer)
    if not sought.with_withdrawn:
        rows = rows.standing()
    for word in sought.words.split():
        rows = rows.filter(title__icontains=word)
    if sought.body is not None:
        rows = rows.filter(body=sought.body)
    if sought.marking:
        rows = rows.filter(marking=sought.marking)
    return rows.order_by("-added_at", "id")


def documents_of_body(viewer: Viewer, body: UUID) -> Documents:
    """The standing documents of one body, the newest first."""
    return found_documents(viewer, Sought(body=body))


def versions(viewer: Viewer, of: Document) -> QuerySet[DocumentVersion]:
    """The document's versions, the newest first."""
    shown = document(viewer, of.pk)
    return shown.versions.select_related("uploaded_by").order_by("-number")


def version(viewer: Viewer, key: UUID, number: int) -> DocumentVersion:
    """One version of one document.

    Raises:
        Http404: not there, or not this viewer's.
    """
    found = (
        DocumentVersion.objects.filter(
            document__in=Document.objects.visible_to(viewer),
            document_id=key,
            number=number,
        )
        .select_related("document", "uploaded_by")
        .first()
    )
    if not isinstance(found, DocumentVersion):
        raise Http404("nothing here for this viewer")
    return found


def story(viewer: Viewer, of: Document) -> QuerySet[DocumentStep]:
    """The document's steps, oldest first."""
    shown = document(viewer, of.pk)
    return shown.steps.select_related("taken_by").order_by("taken_at", "id")


def to_review(viewer: Viewer, *, by: date) -> Documents:
    """What this viewer owns and must look at again by the day, the oldest first."""
    return (
        visible_documents(viewer)
        .to_review_by(by)
        .filter(owner=viewer.person)
        .order_by("review_on", "id")
    )


def owned_by(viewer: Viewer, person: UUID, body: UUID | None) -> Documents:
    """The standing documents that a person owns, in a body or anywhere."""
    rows = visible_documents(viewer).standing().filter(owner=person)
    return (rows if body is None else rows.filter(body=body)).order_by("title", "id")


def places_to_add_in(viewer: Viewer) -> list[tuple[str, str]]:
    """The bodies and areas in which this viewer may keep a document, as choices."""
    bodies = PLACES.bodies(viewer.bodies(P.DOCUMENT_UPLOAD))
    areas = PLACES.areas(viewer.areas(P.DOCUMENT_UPLOAD))
    named = sorted((name, f"body:{key}") for key, name in bodies.items())
    whole = sorted((name, f"area:{code}") for code, name in areas.items())
    return [
        *((value, name) for name, value in named),
        *((value, f"{name}: the whole area") for name, value in whole),
    ]


def bodies_to_look_in(viewer: Viewer) -> list[tuple[str, str]]:
    """The bodies whose documents this viewer sees, as choices."""
    bodies = PLACES.bodies(viewer.bodies(P.DOCUMENT_SEE))
    return [(str(key), name) for name, key in sorted((n, k) for k, n in bodies.items())]


def place_names(viewer: Viewer, shown: list[Document]) -> Mapping[UUID, str]:  # noqa: ARG001 - the documents came from this viewer's own queries
    """Where each of these documents belongs, in words, in two queries at most."""
    bodies = PLACES.bodies(frozenset(one.body for one in shown if one.body))
    areas = PLACES.areas(frozenset(one.area for one in shown if not one.body))
    return {
        one.pk: bodies.get(one.body, "A group")
        if one.body
        else areas.get(one.area, one.area)
        for one in shown
    }


def looks(viewer: Viewer, of: Document) -> QuerySet[Event]:
    """Who looked at it and what for, the latest first, for those who are shown it."""
    if not policies.may_see_looks(viewer, of):
        return Event.objects.none()
    return Event.objects.filter(
        Q(noun="documents", key=of.pk)
        | Q(touched__noun="documents", touched__key=of.pk),
        verb__in=("documents.read", "documents.downloaded", "documents.searched"),
    ).order_by("-sequence")[:MOST_LOOKS]


def possible_owners(viewer: Viewer, standing: UUID | None = None) -> QuerySet[Person]:
    """This viewer, who sits where this viewer may keep a document, and who owns it."""
    sitting = PLACES.people(viewer.bodies(P.DOCUMENT_UPLOAD))
    return Person.objects.filter(
        Q(pk__in=[viewer.person, standing])
        | Q(pk__in=sitting.values("pk"), is_active=True)
    ).order_by("name", "id")


def markings_to_give(viewer: Viewer) -> tuple[Marking, ...]:
    """The markings that this viewer may read somewhere, the widest first."""
    readable = viewer.markings()
    return tuple(one for one in WIDEST_FIRST if one in readable)
