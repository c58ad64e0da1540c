"""What documents tell the rest of the site."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.urls import reverse

from kith.domain.vocabulary.markings import WORDS, Marking
from kith.web.access.records import RecordKind
from kith.web.documents.models import Document, Documents
from kith.web.documents.queries import owned_by, to_review, visible_documents
from kith.web.home.noun import Holding, Need, Noun, SearchText


if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from django.db.models import Model

    from kith.web.access.viewer import Viewer


WARNING = timedelta(days=14)
"""How long before its review date a document is shown to its owner: Kith's own."""


def needs(viewer: Viewer, *, today: date) -> Iterator[Need]:
    """The documents that this viewer looks after and should look at again."""
    for one in to_review(viewer, by=today + WARNING):
        late = one.review_on is not None and one.review_on < today
        yield Need(
            noun="documents",
            what=f"Look again at: {one.title}",
            why="You look after it, and its review date "
            + ("has passed" if late else "is near"),
            url=reverse("documents:detail", args=[one.pk]),
            due=one.review_on,
        )


def holdings(
    viewer: Viewer,
    *,
    person: UUID,
    body: UUID | None,
    today: date,  # noqa: ARG001 - a document is looked after on every day
) -> Iterator[Holding]:
    """The documents that a person looks after."""
    for one in owned_by(viewer, person, body):
        yield Holding(
            noun="documents",
            kind="Document looked after",
            what=one.title,
            url=reverse("documents:detail", args=[one.pk]),
            due=one.review_on,
            key=one.pk,
        )


class DocumentSearching:
    """How a document is found: by its title; what its file says is not read."""

    def visible(self, viewer: Viewer) -> Documents:
        """Those the viewer may see."""
        return visible_documents(viewer)

    def text_of(self, record: Model) -> SearchText | None:
        """Its title and marking; nothing once it is withdrawn."""
        if not isinstance(record, Document) or record.withdrawn_at:
            return None
        return SearchText(
            title=record.title,
            words=WORDS[Marking(record.marking)],
            url=reverse("documents:detail", args=[record.pk]),
            kind="Document",
        )


DOCUMENTS = Noun(
    "documents",
    needs=needs,
    holdings=holdings,
    searching=((Document, DocumentSearching()),),
)

DOCUMENT_RECORDS = RecordKind(
    noun="documents",
    kind="Document",
    model=Document,
    route="documents:detail",
    reference="id",
    body="body",
    area="area",
    owner="owner_id",
)
