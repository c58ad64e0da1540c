"""What is taken over from an edited copy: each item by the action that writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.refusals import RefusedError, refuse_if
from kith.web.groups.actions import change_item, write_notes
from kith.web.groups.queries.agendas import item as readable_item
from kith.web.groups.values import Entry, Note
from kith.web.groups.word.comparing import mark_of
from kith.web.groups.word.queries import Part


if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.groups.word.values import Taken


CHANGED_SINCE = "Somebody wrote to this item after you compared it. Compare it again."


def take_over(
    *, viewer: Viewer, at: datetime, meeting: UUID, part: Part, taken: Taken
) -> None:
    """The item says what the edited copy said, unless somebody wrote meanwhile.

    Raises:
        RefusedError: it was written to since, is not in this meeting, or not theirs.
        Http404: the item is not there, or not this viewer's.
    """
    found = readable_item(viewer, taken.item)
    refuse_if("" if found.meeting_id == meeting else "The item is of another meeting.")
    if part is Part.MINUTES:
        refuse_if("" if taken.mark.isdecimal() else CHANGED_SINCE)
        note = Note(taken.words, int(taken.mark), found.is_unfinished)
        write_notes(viewer=viewer, at=at, item=found.pk, note=note)
        return
    if mark_of(found.cover) != taken.mark:
        raise RefusedError(CHANGED_SINCE)
    entry = Entry(
        title=found.title,
        purpose=found.purpose,
        marking=found.marking,
        cover=taken.words,
        sponsor=found.sponsor,
        sponsor_organisation=found.sponsor_organisation,
        minutes_allowed=found.minutes_allowed,
        paper_from=found.paper_from,
    )
    change_item(viewer=viewer, at=at, key=found.pk, entry=entry)
