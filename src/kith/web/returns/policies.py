"""What may be done with a return: by its state, and by which side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.feeds import FEEDS
from kith.domain.rules.return_calendar import calendar_years, has_due_days
from kith.domain.rules.sharing import Verdict
from kith.domain.rules.states.returns import RETURN, TO_SEND, ReturnState
from kith.web.access.permissions import Permission as P
from kith.web.bodies.queries import spoken_for


if TYPE_CHECKING:
    from datetime import date

    from kith.domain.rules.sharing import Judgement
    from kith.web.access.viewer import Viewer
    from kith.web.returns.models import Duty, Return, Submission
    from kith.web.returns.values import Owed


NOT_STEWARD = "The agency's data steward does that."
NOT_LEAD = "The agency's lead does that."
NOT_ANALYST = "The partnership's analyst does that."
NOT_PLANNER = "The business unit and the analyst of the area plan what is owed."
SAY_WHY = "Give the reasons: whoever has to act on them needs them."
NOTHING_YET = "Nothing has been prepared yet: choose files, type figures, or send nil."
NO_FIGURE = (
    "No figure was read from it. Say what its columns and rows mean, type the figures, "
    "or send nil."
)
NOT_READ_YET = "The files are still being read. Wait for what was found, or cancel it."
UNREADABLE = "The files could not be read. Correct them, or send others."
HERE_ALREADY = "This file is part of it already. Choose another."
SENT_ALREADY = "This was sent already."
OWN_HANDS = "Whoever sent it does not sign it off as well."
ENDED = "This is owed no longer: its end stands."
NO_FEED = "There is no such feed."
NO_MEASURES = "Name at least one measure."
NOT_A_MONTH = "A return's first day is the first of a month."
NO_CALENDAR = (
    "Working days are known from {} to {}: choose a first day whose return falls due "
    "within them."
)
NO_BASIS = (
    "No agreement and no decision of the controller holds for it any more: rows about "
    "children are not handed over without one. Renew the agreement, or ask the controller "
    "to decide; the return stays as it is until then."
)


def why_not_plan(viewer: Viewer, owed: Owed) -> str:
    """Why this viewer cannot say that this is owed."""
    if not viewer.may(P.RETURN_PLAN, area=owed.area.pk):
        return NOT_PLANNER
    if owed.feed not in FEEDS:
        return NO_FEED
    if owed.feed == "aggregate" and not owed.measures:
        return NO_MEASURES
    if owed.first_on.day != 1:
        return NOT_A_MONTH
    is_reached = has_due_days(owed.cadence, owed.first_on, owed.days_to_send)
    return "" if is_reached else NO_CALENDAR.format(*calendar_years())


def why_not_change_duty(viewer: Viewer, duty: Duty) -> str:
    """Why this viewer cannot end what is owed."""
    if not viewer.may(P.RETURN_PLAN, area=duty.area_id):
        return NOT_PLANNER
    return ENDED if duty.last_on is not None else ""


def why_not_prepare(viewer: Viewer, of: Return) -> str:
    """Why this viewer cannot prepare what the agency sends."""
    if not _is_steward(viewer, of):
        return NOT_STEWARD
    state = ReturnState(of.state)
    return "" if state in TO_SEND else RETURN.why_not("send", state)


def why_not_send(
    viewer: Viewer, of: Return, draft: Submission | None, judgement: Judgement
) -> str:
    """Why what was prepared cannot be sent now."""
    why = why_not_prepare(viewer, of)
    if why:
        return why
    if judgement.verdict is Verdict.REFUSED:
        return judgement.words
    if draft is None:
        return NOTHING_YET
    if of.duty.is_of_figures and not draft.figures.exists():
        return NO_FIGURE
    return _not_read(draft)


def _not_read(draft: Submission) -> str:
    if draft.check_state in {"WAITING", "RUNNING"}:
        return NOT_READ_YET
    return UNREADABLE if draft.report.get("stops") else ""


def why_not_check(viewer: Viewer, of: Return) -> str:
    """Why this viewer cannot say that it was checked."""
    return _analyst(viewer, of, "check")


def why_not_send_back(viewer: Viewer, of: Return) -> str:
    """Why this viewer cannot send it back."""
    return _analyst(viewer, of, "send_back")


def why_not_lock(viewer: Viewer, of: Return, basis: str) -> str:
    """Why this viewer cannot lock it; ``basis``: what it is shared under."""
    if not viewer.may(P.RETURN_LOCK, area=of.duty.area_id):
        return NOT_ANALYST
    why = RETURN.why_not("lock", ReturnState(of.state))
    is_about_children = FEEDS[of.duty.feed].child_level
    return why or (NO_BASIS if is_about_children and not basis else "")


def why_not_sign(viewer: Viewer, of: Return, sent: Submission | None) -> str:
    """Why this viewer cannot sign it off for the agency."""
    why = _lead(viewer, of, "sign")
    if why:
        return why
    is_own = sent is not None and sent.sent_by_id == viewer.person
    return OWN_HANDS if is_own else ""


def why_not_decline(viewer: Viewer, of: Return) -> str:
    """Why this viewer cannot decline to sign it."""
    return _lead(viewer, of, "decline")


def why_not_restate(viewer: Viewer, of: Return) -> str:
    """Why this viewer cannot have a locked return sent again."""
    is_analyst = viewer.may(P.RETURN_LOCK, area=of.duty.area_id)
    if not is_analyst and not _is_steward(viewer, of):
        return NOT_STEWARD
    return RETURN.why_not("restate", ReturnState(of.state))


def why_not_read_file(viewer: Viewer, of: Return) -> str:
    """Why this viewer cannot open a file that was sent: rows may be about children."""
    may_check = viewer.may(P.RETURN_CHECK, area=of.duty.area_id)
    return "" if may_check or _is_steward(viewer, of) else NOT_ANALYST


def why_not_unsaid(words: str) -> str:
    """Why a step without its reasons is not taken."""
    return "" if words.strip() else SAY_WHY


def is_late(of: Return, day: date) -> bool:
    """Whether the agency owes it still, past its day."""
    return ReturnState(of.state) in TO_SEND and of.due_on < day


def _is_steward(viewer: Viewer, of: Return) -> bool:
    return viewer.may(
        P.RETURN_SEND, area=of.duty.area_id
    ) and of.duty.organisation_id in spoken_for(viewer)


def _lead(viewer: Viewer, of: Return, move: str) -> str:
    speaks = of.duty.organisation_id in spoken_for(viewer)
    if not speaks or not viewer.may(P.RETURN_SIGN, area=of.duty.area_id):
        return NOT_LEAD
    return RETURN.why_not(move, ReturnState(of.state))


def _analyst(viewer: Viewer, of: Return, move: str) -> str:
    if not viewer.may(P.RETURN_CHECK, area=of.duty.area_id):
        return NOT_ANALYST
    return RETURN.why_not(move, ReturnState(of.state))
