"""What may be done with meetings, minutes and decisions: by their state, and by whom.

Each question answers with the reason why not, and with nothing where it may be: the
button asks it, and so does the action, so they never differ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.circulated_votes import Outcome
from kith.domain.rules.states.meetings import AHEAD, MEETING, MeetingState
from kith.domain.rules.states.minutes import MINUTES, MinutesState
from kith.domain.vocabulary.markings import Marking
from kith.domain.vocabulary.periods import say_day
from kith.web.access.permissions import Permission as P
from kith.web.access.viewer import CaseKey


if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.groups.models import (
        AgendaItem,
        CirculatedVote,
        Circulation,
        Decision,
        Meeting,
        Minutes,
    )


NOT_YOURS = "Your role in this group does not allow it."
LOCKED = "The minutes of this meeting are agreed, so nothing in it changes any more."


def why_not_in(viewer: Viewer, permission: P, body: UUID) -> str:
    """Why this viewer may not do something that only their role in the body decides."""
    return "" if viewer.may(permission, body=body) else NOT_YOURS


def why_not_plan(viewer: Viewer, body: UUID) -> str:
    """Why this viewer cannot plan meetings of this body; empty where they can."""
    return why_not_in(viewer, P.MEETING_PLAN, body)


def why_not_change(viewer: Viewer, meeting: Meeting) -> str:
    """Why the day, the time or the place cannot be changed."""
    if not _may(viewer, P.MEETING_PLAN, meeting):
        return NOT_YOURS
    if MeetingState(meeting.state) not in AHEAD:
        return "This meeting is over or cancelled."
    return ""


def why_not_send_papers(viewer: Viewer, meeting: Meeting) -> str:
    """Why the papers cannot go out."""
    return _why_not_move(viewer, meeting, P.AGENDA_EDIT, "send_papers")


def why_not_hold(viewer: Viewer, meeting: Meeting, at: datetime) -> str:
    """Why the meeting cannot be said to have been held."""
    said = _why_not_move(viewer, meeting, P.ATTENDANCE_RECORD, "hold")
    if not said and meeting.day > at.date():
        return f"It is planned for {say_day(meeting.day)}."
    return said


def why_not_cancel(viewer: Viewer, meeting: Meeting) -> str:
    """Why the meeting cannot be cancelled."""
    return _why_not_move(viewer, meeting, P.MEETING_PLAN, "cancel")


def why_not_edit_agenda(viewer: Viewer, meeting: Meeting) -> str:
    """Why items cannot be added, changed or taken off."""
    if not _may(viewer, P.AGENDA_EDIT, meeting):
        return NOT_YOURS
    if MeetingState(meeting.state) in (
        MeetingState.CANCELLED,
        MeetingState.MINUTES_AGREED,
    ):
        return MEETING.words[MeetingState(meeting.state)] + ": its agenda stands."
    return ""


def why_not_reorder(viewer: Viewer, meeting: Meeting) -> str:
    """Why the order of items cannot be changed: it stands once papers are out."""
    if not _may(viewer, P.AGENDA_EDIT, meeting):
        return NOT_YOURS
    if MeetingState(meeting.state) is not MeetingState.PLANNED:
        return "Papers are out: every item keeps its number."
    return ""


def why_not_add_paper(viewer: Viewer, item: AgendaItem) -> str:
    """Why a paper cannot be added to this item."""
    meeting = item.meeting
    if not _may(viewer, P.PAPER_ADD, meeting):
        return NOT_YOURS
    if item.is_withdrawn:
        return "This item has been taken off the agenda."
    if MeetingState(meeting.state) in (
        MeetingState.CANCELLED,
        MeetingState.MINUTES_AGREED,
    ):
        return "This meeting takes no more papers."
    return ""


def why_not_record_attendance(viewer: Viewer, meeting: Meeting) -> str:
    """Why it cannot be written down who came."""
    if not _may(viewer, P.ATTENDANCE_RECORD, meeting):
        return NOT_YOURS
    return _why_closed(meeting)


def why_not_declare(viewer: Viewer, meeting: Meeting, person: UUID) -> str:
    """Why this interest cannot be declared here: one's own, or written for another."""
    needed = P.INTEREST_DECLARE if person == viewer.person else P.ATTENDANCE_RECORD
    if not (_may(viewer, needed, meeting) or _may(viewer, P.AGENDA_EDIT, meeting)):
        return NOT_YOURS
    return _why_closed(meeting)


def why_not_start_minutes(viewer: Viewer, meeting: Meeting) -> str:
    """Why minutes cannot be begun."""
    return _why_not_move(viewer, meeting, P.MEETING_MINUTES_DRAFT, "start_minutes")


def why_not_write(viewer: Viewer, minutes: Minutes) -> str:
    """Why the minutes cannot be written to."""
    if not _may(viewer, P.MEETING_MINUTES_DRAFT, minutes.meeting):
        return NOT_YOURS
    state = MinutesState(minutes.state)
    if state is MinutesState.AGREED:
        return "These minutes are agreed. Note a correction at a later meeting instead."
    if state is MinutesState.CLEARED:
        return "The chair has cleared this draft. Ask for it to be sent back first."
    return ""


def why_not_show_chair(viewer: Viewer, minutes: Minutes) -> str:
    """Why the draft cannot be shown to the chair."""
    return _why_not_minutes(viewer, minutes, P.MEETING_MINUTES_DRAFT, "show_chair")


def why_not_send_back(viewer: Viewer, minutes: Minutes) -> str:
    """Why the chair cannot send the draft back."""
    return _why_not_minutes(viewer, minutes, P.MEETING_MINUTES_AGREE, "send_back")


def why_not_clear(viewer: Viewer, minutes: Minutes) -> str:
    """Why the chair cannot clear the draft for the members."""
    return _why_not_minutes(viewer, minutes, P.MEETING_MINUTES_AGREE, "clear")


def why_not_agree(viewer: Viewer, minutes: Minutes, later: Meeting | None) -> str:
    """Why the minutes cannot be agreed: only by the chair, and at a later meeting.

    ``later`` is the body's next meeting that has begun. A closed body meets no more,
    so its last minutes are agreed without one.
    """
    said = _why_not_minutes(viewer, minutes, P.MEETING_MINUTES_AGREE, "agree")
    if said or later is not None or minutes.meeting.body.closed_on is not None:
        return said
    return "Minutes are agreed at the group's next meeting, which has not begun."


def why_not_comment(viewer: Viewer, minutes: Minutes) -> str:
    """Why this viewer cannot comment on the draft."""
    if not _may(viewer, P.MEETING_SEE, minutes.meeting):
        return NOT_YOURS
    if MinutesState(minutes.state) is MinutesState.AGREED:
        return "These minutes are agreed; a correction is noted at a later meeting."
    return "" if may_read_minutes(viewer, minutes) else "The draft is not out yet."


def why_not_correct(viewer: Viewer, minutes: Minutes, noted_in: Meeting) -> str:
    """Why a correction cannot be noted: only of agreed minutes, at a later meeting."""
    if not _may(viewer, P.MEETING_MINUTES_DRAFT, noted_in):
        return NOT_YOURS
    if MinutesState(minutes.state) is not MinutesState.AGREED:
        return "These minutes are still a draft: change the draft."
    before = minutes.meeting
    if noted_in.body_id != before.body_id or noted_in.starts <= before.starts:
        return "A correction is noted at a later meeting of the same group."
    return _why_closed(noted_in)


def may_read_minutes(viewer: Viewer, minutes: Minutes) -> bool:
    """Whether the draft has come as far as this viewer: writers, chair, then all."""
    state = MinutesState(minutes.state)
    if state in (MinutesState.CLEARED, MinutesState.AGREED):
        return True
    return _may(viewer, P.MEETING_MINUTES_DRAFT, minutes.meeting) or _may(
        viewer, P.MEETING_MINUTES_AGREE, minutes.meeting
    )


def why_not_decide(viewer: Viewer, body: UUID, meeting: Meeting | None) -> str:
    """Why a decision cannot be recorded."""
    if not viewer.may(P.DECISION_RECORD, body=body):
        return NOT_YOURS
    return _why_closed(meeting) if meeting else ""


def why_not_publish(viewer: Viewer, decision: Decision) -> str:
    """Why a decision cannot go on the public register."""
    if not viewer.may(P.DECISION_PUBLISH, body=decision.body_id, case=_case(decision)):
        return NOT_YOURS
    if decision.published_at is not None:
        return "This decision is on the public register already."
    if decision.marking == Marking.RESTRICTED:
        return "A restricted decision is never published."
    if not decision.is_publishable or not decision.wording_for_all:
        return "Say first how it is to read on the public register."
    return ""


def why_not_unpublish(viewer: Viewer, decision: Decision) -> str:
    """Why a decision cannot be taken off the public register."""
    if not viewer.may(P.DECISION_PUBLISH, body=decision.body_id, case=_case(decision)):
        return NOT_YOURS
    return "" if decision.published_at else "This decision is not published."


def why_not_prepare(viewer: Viewer, decision: Decision) -> str:
    """Why its public wording cannot be written."""
    may = (P.DECISION_RECORD, P.DECISION_PUBLISH)
    if not any(
        viewer.may(one, body=decision.body_id, case=_case(decision)) for one in may
    ):
        return NOT_YOURS
    if decision.published_at is not None:
        return "It is published. Take it off the register first."
    if decision.marking == Marking.RESTRICTED:
        return "A restricted decision is never published."
    return ""


def why_not_review(viewer: Viewer, decision: Decision) -> str:
    """Why a decision cannot be reviewed."""
    if not viewer.may(P.DECISION_RECORD, body=decision.body_id, case=_case(decision)):
        return NOT_YOURS
    return ""


def why_not_vote(
    viewer: Viewer, circulation: Circulation, vote: CirculatedVote | None, on: date
) -> str:
    """Why this viewer cannot vote in a circulation."""
    if vote is None or not viewer.may(P.DECISION_VOTE, body=circulation.body_id):
        return "You hold no vote in this."
    if circulation.outcome != Outcome.OPEN or circulation.ended_at is not None:
        return "The vote is over."
    if on > circulation.closes_on:
        return f"Votes closed on {say_day(circulation.closes_on)}."
    return "You have voted." if vote.choice else ""


def why_not_end(
    viewer: Viewer, circulation: Circulation, *, still_to_vote: int, on: date
) -> str:
    """Why a circulation cannot be ended: before its day, unless everybody has voted."""
    if not viewer.may(P.DECISION_RECORD, body=circulation.body_id):
        return NOT_YOURS
    if circulation.ended_at is not None:
        return "It is ended."
    if still_to_vote and on <= circulation.closes_on:
        return (
            f"Votes are open until {say_day(circulation.closes_on)}, "
            f"and {still_to_vote} still to come."
        )
    return ""


def _why_closed(meeting: Meeting) -> str:
    if meeting.state == MeetingState.CANCELLED:
        return "This meeting was cancelled."
    return LOCKED if meeting.state == MeetingState.MINUTES_AGREED else ""


def _why_not_move(viewer: Viewer, meeting: Meeting, needed: P, move: str) -> str:
    if not _may(viewer, needed, meeting):
        return NOT_YOURS
    return MEETING.why_not(move, MeetingState(meeting.state))


def _why_not_minutes(viewer: Viewer, minutes: Minutes, needed: P, move: str) -> str:
    if not _may(viewer, needed, minutes.meeting):
        return NOT_YOURS
    return MINUTES.why_not(move, MinutesState(minutes.state))


def _may(viewer: Viewer, permission: P, meeting: Meeting) -> bool:
    return viewer.may(permission, body=meeting.body_id, case=_case(meeting))


def _case(record: Meeting | Decision) -> CaseKey:
    return CaseKey("groups", record.id)
