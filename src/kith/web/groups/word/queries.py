"""Every read of Word files. The viewer comes first, always."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from kith.web.groups import policies
from kith.web.groups.queries.agendas import agenda
from kith.web.groups.queries.attendance import register
from kith.web.groups.queries.minutes import minuted_items, minutes
from kith.web.groups.word.comparing import Standing, mark_of
from kith.web.groups.word.writing import agenda_document, minutes_document


if TYPE_CHECKING:
    from kith.web.access.viewer import Viewer
    from kith.web.groups.models import Meeting
    from kith.web.ui.documents.blocks import Document


class Part(StrEnum):
    """What goes out to Word and comes back."""

    AGENDA = "agenda"
    MINUTES = "minutes"


def document(viewer: Viewer, of: Meeting, part: Part) -> Document:
    """The agenda or the minutes as this viewer may read them.

    Raises:
        Http404: the minutes have not come as far as this viewer.
    """
    if part is Part.AGENDA:
        return agenda_document(of, agenda(viewer, of))
    items = minuted_items(viewer, minutes(viewer, of))
    return minutes_document(of, items, register(viewer, of))


def why_not_bring_in(viewer: Viewer, of: Meeting, part: Part) -> str:
    """Why this viewer cannot bring an edited copy in; empty where they can."""
    if part is Part.AGENDA:
        return policies.why_not_edit_agenda(viewer, of)
    return policies.why_not_write(viewer, minutes(viewer, of))


def standing(viewer: Viewer, of: Meeting, part: Part) -> list[Standing]:
    """What each item says now, as far as this viewer may read and change it."""
    if part is Part.AGENDA:
        return [
            Standing(
                key=one.item.pk,
                number=one.number,
                title=one.item.title,
                words=one.item.cover,
                mark=mark_of(one.item.cover),
            )
            for one in agenda(viewer, of)
            if one.item and not one.is_conflicted and not one.item.is_withdrawn
        ]
    return [
        Standing(
            key=one.line.item.pk,
            number=one.line.number,
            title=one.line.item.title,
            words=one.note.words if one.note else "",
            mark=str(one.line.item.notes_version),
        )
        for one in minuted_items(viewer, minutes(viewer, of))
        if one.line.item and not one.line.is_conflicted
    ]
