"""What may be done with a document: by its place, its marking and its state.

Each question answers with the reason why not, and with nothing where it may be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.vocabulary.markings import Marking
from kith.web.access.permissions import Permission as P
from kith.web.access.viewer import CaseKey


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.documents.models import Document


NOT_YOURS = "Your role there does not allow it."
NO_PLACE = "Choose the group or the area that the document belongs to."
NOT_READABLE = "You cannot keep a document under a marking that you may not read."
WITHDRAWN = "The document is withdrawn. Its versions stay as they are."
SAY_WHY = "Say why."


def why_not_add(
    viewer: Viewer, *, area: str, body: UUID | None, marking: Marking
) -> str:
    """Why this viewer cannot keep a document there; empty where they can."""
    if not area and body is None:
        return NO_PLACE
    if not _may(viewer, P.DOCUMENT_UPLOAD, area, body):
        return NOT_YOURS
    return _why_not_marking(viewer, area, body, marking)


def why_not_change(viewer: Viewer, document: Document) -> str:
    """Why this viewer cannot change it or add a version; empty where they can."""
    if CaseKey("documents", document.pk) in viewer.blocked:
        return NOT_YOURS
    if not _may(viewer, P.DOCUMENT_UPLOAD, document.area, document.body):
        return NOT_YOURS
    return WITHDRAWN if document.withdrawn_at else ""


def why_not_mark(viewer: Viewer, document: Document, marking: Marking) -> str:
    """Why this viewer cannot give it this marking; empty where they can."""
    if marking == document.marking:
        return ""
    return _why_not_marking(viewer, document.area, document.body, marking)


def why_not_withdraw(viewer: Viewer, document: Document, words: str) -> str:
    """Why this viewer cannot withdraw it; empty where they can."""
    return why_not_change(viewer, document) or ("" if words.strip() else SAY_WHY)


def is_restricted(document: Document) -> bool:
    """Whether each reading of it is an event, with its purpose."""
    return document.marking == Marking.RESTRICTED


def may_see_looks(viewer: Viewer, document: Document) -> bool:
    """Whether this viewer is shown who looked: its owner, and who keeps the place."""
    return is_restricted(document) and (
        document.owner_id == viewer.person
        or _may(viewer, P.AUDIT_SEE, document.area, document.body)
    )


def _may(viewer: Viewer, permission: P, area: str, body: UUID | None) -> bool:
    if body is not None:
        return viewer.may(permission, body=body)
    return viewer.may(permission, area=area)


def _why_not_marking(
    viewer: Viewer, area: str, body: UUID | None, marking: Marking
) -> str:
    if body is not None:
        readable = viewer.markings(body=body)
    else:
        readable = viewer.markings(area=area)
    return "" if marking in readable else NOT_READABLE
