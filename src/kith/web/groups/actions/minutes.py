"""Writes of minutes: notes item by item, clearing, agreeing, correcting later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.states.meetings import MEETING
from kith.domain.rules.states.minutes import MINUTES, MinutesState
from kith.domain.vocabulary.periods import say_day
from kith.web.access.refusals import RefusedError, locked, one_or_404, refuse_if
from kith.web.access.writing import writing
from kith.web.actions.actions import Promise, Source, propose_action
from kith.web.actions.models import SourceKind
from kith.web.groups import policies
from kith.web.groups.models import (
    AgendaItem,
    Correction,
    ItemAction,
    ItemNote,
    MeetingStep,
    Minutes,
    MinutesComment,
    MinutesStep,
)
from kith.web.groups.queries.agendas import readable_items
from kith.web.groups.queries.meetings import next_begun, visible_meetings
from kith.web.groups.queries.minutes import note_that_stands, visible_minutes


if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.actions.models import Action
    from kith.web.groups.values import Note, PutRight


class WrittenSinceError(RefusedError):
    """Somebody else wrote to the item after this writer opened it.

    Neither text is lost: ``standing`` is what stands, and the writer has their own.
    """

    def __init__(self, standing: ItemNote | None) -> None:
        self.standing = standing
        who = standing.written_by.name if standing else "Somebody else"
        super().__init__(
            f"{who} wrote to this item after you opened it. Both texts are below: "
            "put into yours what should stay, and save again."
        )


def start_minutes(*, viewer: Viewer, at: datetime, meeting: UUID) -> Minutes:
    """The meeting has minutes, being written."""
    with writing(viewer=viewer, at=at, verb="groups.minutes_started") as event:
        of = locked(visible_meetings(viewer), meeting)
        refuse_if(policies.why_not_start_minutes(viewer, of))
        minutes = Minutes.objects.create(
            meeting=of,
            state=MinutesState.WRITING,
            started_by_id=viewer.who,
            started_at=at,
        )
        of.state = MEETING.move("start_minutes").target
        of.save(update_fields=["state"])
        _meeting_step(minutes, "start_minutes", viewer, at)
        _step(minutes, "start", viewer, at)
        event.about(minutes, body=of.body_id)
    return minutes


def write_notes(*, viewer: Viewer, at: datetime, item: UUID, note: Note) -> ItemNote:
    """The minutes say this of the item; what they said before is kept.

    Raises:
        WrittenSinceError: somebody wrote after this writer opened the item.
    """
    with writing(viewer=viewer, at=at, verb="groups.notes_written") as event:
        of = locked(readable_items(viewer), item)
        minutes = _minutes_to_write(viewer, of)
        if of.notes_version != note.over_version:
            raise WrittenSinceError(note_that_stands(viewer, of))
        written = ItemNote.objects.create(
            item=of,
            version=of.notes_version + 1,
            words=note.words,
            written_by_id=viewer.who,
            written_at=at,
        )
        of.notes_version = written.version
        of.is_unfinished = note.is_unfinished
        of.save(update_fields=["notes_version", "is_unfinished"])
        event.about(
            written,
            body=minutes.meeting.body_id,
            item=str(of.pk),
            version=written.version,
        )
    return written


def propose_from_item(
    *, viewer: Viewer, at: datetime, item: UUID, promise: Promise
) -> Action:
    """The item has led to an action, proposed in the body of the meeting."""
    with writing(viewer=viewer, at=at, verb="groups.action_from_item") as event:
        of = one_or_404(readable_items(viewer), item)
        meeting = of.meeting
        # The meeting, never the item's title: whoever sees the action reads this.
        action = propose_action(
            viewer=viewer,
            at=at,
            body=meeting.body,
            promise=promise,
            sources=(
                Source(
                    kind=SourceKind.MEETING,
                    words=f"{meeting.body.name}, {say_day(meeting.day)}",
                    noun="groups",
                    key=meeting.pk,
                    url=meeting.url,
                ),
            ),
        )
        ItemAction.objects.create(item=of, action=action)
        event.about(of, body=meeting.body_id, action=str(action.pk))
    return action


def show_minutes_to_chair(*, viewer: Viewer, at: datetime, key: UUID) -> Minutes:
    """The chair has the draft."""
    with writing(viewer=viewer, at=at, verb="groups.minutes_shown") as event:
        minutes = locked(visible_minutes(viewer), key)
        refuse_if(policies.why_not_show_chair(viewer, minutes))
        _move(minutes, "show_chair", viewer, at)
        event.about(minutes, body=minutes.meeting.body_id)
    return minutes


def send_minutes_back(
    *, viewer: Viewer, at: datetime, key: UUID, words: str
) -> Minutes:
    """The draft is with its writer again, with what the chair wants changed."""
    with writing(viewer=viewer, at=at, verb="groups.minutes_sent_back") as event:
        minutes = locked(visible_minutes(viewer), key)
        refuse_if(policies.why_not_send_back(viewer, minutes))
        refuse_if("" if words.strip() else "Say what should change.")
        _move(minutes, "send_back", viewer, at, words.strip())
        event.about(minutes, body=minutes.meeting.body_id)
    return minutes


def clear_minutes(*, viewer: Viewer, at: datetime, key: UUID) -> Minutes:
    """The chair is content with the draft: the members can read and comment."""
    with writing(viewer=viewer, at=at, verb="groups.minutes_cleared") as event:
        minutes = locked(visible_minutes(viewer), key)
        refuse_if(policies.why_not_clear(viewer, minutes))
        _move(minutes, "clear", viewer, at)
        event.about(minutes, body=minutes.meeting.body_id)
    return minutes


def comment_on_minutes(
    *, viewer: Viewer, at: datetime, key: UUID, words: str, item: UUID | None = None
) -> MinutesComment:
    """The draft has a comment, on one item or on the whole."""
    with writing(viewer=viewer, at=at, verb="groups.minutes_commented") as event:
        minutes = one_or_404(visible_minutes(viewer), key)
        refuse_if(policies.why_not_comment(viewer, minutes))
        refuse_if("" if words.strip() else "Say what you want to say of it.")
        comment = MinutesComment.objects.create(
            minutes=minutes,
            item=_item_of(viewer, minutes, item),
            words=words.strip(),
            said_by_id=viewer.who,
            said_at=at,
        )
        event.about(comment, body=minutes.meeting.body_id)
    return comment


def agree_minutes(*, viewer: Viewer, at: datetime, key: UUID) -> Minutes:
    """The minutes stand: agreed at the body's next meeting, and locked.

    Of two who agree at once, the second is told that they are agreed.
    """
    with writing(viewer=viewer, at=at, verb="groups.minutes_agreed") as event:
        minutes = locked(visible_minutes(viewer), key)
        later = next_begun(viewer, minutes.meeting, at=at)
        refuse_if(policies.why_not_agree(viewer, minutes, later))
        minutes.agreed_by_id, minutes.agreed_at = viewer.who, at
        minutes.agreed_in = later
        _move(minutes, "agree", viewer, at)
        meeting = minutes.meeting
        meeting.state = MEETING.move("agree_minutes").target
        meeting.save(update_fields=["state"])
        _meeting_step(minutes, "agree_minutes", viewer, at)
        event.about(
            minutes,
            body=meeting.body_id,
            agreed_in=str(later.pk) if later else "",
        )
    return minutes


def note_correction(
    *, viewer: Viewer, at: datetime, key: UUID, correction: PutRight
) -> Correction:
    """A later meeting has corrected the minutes; they stay as they were agreed."""
    with writing(viewer=viewer, at=at, verb="groups.correction_noted") as event:
        minutes = one_or_404(visible_minutes(viewer), key)
        noted_in = one_or_404(visible_meetings(viewer), correction.noted_in)
        refuse_if(policies.why_not_correct(viewer, minutes, noted_in))
        refuse_if("" if correction.words.strip() else "Say what is put right.")
        noted = Correction.objects.create(
            minutes=minutes,
            item=_item_of(viewer, minutes, correction.item),
            noted_in=noted_in,
            words=correction.words.strip(),
            noted_by_id=viewer.who,
            noted_at=at,
        )
        event.about(
            noted, body=noted_in.body_id, minutes=str(key), noted_in=str(noted_in.pk)
        )
    return noted


def _minutes_to_write(viewer: Viewer, of: AgendaItem) -> Minutes:
    minutes = visible_minutes(viewer).filter(meeting=of.meeting_id).first()
    if minutes is None:
        raise RefusedError("Start the minutes of this meeting first.")
    refuse_if(policies.why_not_write(viewer, minutes))
    return minutes


def _item_of(viewer: Viewer, minutes: Minutes, item: UUID | None) -> AgendaItem | None:
    if item is None:
        return None
    return one_or_404(readable_items(viewer).filter(meeting=minutes.meeting_id), item)


def _move(
    minutes: Minutes, move: str, viewer: Viewer, at: datetime, words: str = ""
) -> None:
    minutes.state = MINUTES.move(move).target
    minutes.save(update_fields=["state", "agreed_by", "agreed_at", "agreed_in"])
    _step(minutes, move, viewer, at, words)


def _step(
    minutes: Minutes, move: str, viewer: Viewer, at: datetime, words: str = ""
) -> None:
    MinutesStep.objects.create(
        minutes=minutes,
        move=move,
        state=minutes.state,
        words=words,
        taken_by_id=viewer.who,
        taken_at=at,
    )


def _meeting_step(minutes: Minutes, move: str, viewer: Viewer, at: datetime) -> None:
    MeetingStep.objects.create(
        meeting=minutes.meeting,
        move=move,
        state=minutes.meeting.state,
        taken_by_id=viewer.who,
        taken_at=at,
    )
