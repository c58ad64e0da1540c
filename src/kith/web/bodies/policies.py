"""What may be done with a body, its seats, its terms and a handover, and by whom."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from kith.domain.rules.states.task_and_finish import TASK_AND_FINISH, GroupState
from kith.domain.rules.states.terms import TERMS_OF_REFERENCE, TermsState
from kith.web.access.permissions import Permission as P
from kith.web.bodies.models import BodyKind
from kith.web.organisations.policies import SIGNATURES


if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.bodies.models import Body, Handover, Seat, TermsOfReference


NOT_YOURS = "Your role in this group does not allow it."
CLOSED = "This group is closed."
SOON = 90
"""Days ahead in which the end of a term is shown: a local choice [?]."""
A_YEAR = timedelta(days=366)
"""How far ahead a seat can be handed over."""


def why_not_open(viewer: Viewer, areas: Collection[str], parent: UUID | None) -> str:
    """Why this viewer cannot open a body of these areas, under this parent."""
    if viewer.areas(P.BODY_EDIT) & set(areas):
        return ""
    if parent is not None and viewer.may(P.BODY_EDIT, body=parent):
        return ""
    return NOT_YOURS


def why_not_edit(viewer: Viewer, body: Body) -> str:
    """Why this viewer cannot change what a body is."""
    return _why_not(viewer, P.BODY_EDIT, body)


def why_not_close(viewer: Viewer, body: Body) -> str:
    """Why not: the parent closes what it commissioned; so its people must say so."""
    place = body.parent_id or body.pk
    if not viewer.may(P.BODY_CLOSE, body=place):
        return NOT_YOURS
    if body.closed_on is not None:
        return CLOSED
    return TASK_AND_FINISH.why_not("close", GroupState(body.state))


def why_not_report(viewer: Viewer, body: Body) -> str:
    """Why a final report cannot be marked: task-and-finish groups alone make one."""
    if body.kind != BodyKind.TASK_AND_FINISH:
        return "Only a task-and-finish group makes a final report."
    if not viewer.may(P.AGENDA_EDIT, body=body.pk):
        return NOT_YOURS
    return TASK_AND_FINISH.why_not("report", GroupState(body.state))


def why_not_send_back(viewer: Viewer, body: Body) -> str:
    """Why not: whoever may close it may ask for more instead."""
    if not viewer.may(P.BODY_CLOSE, body=body.parent_id or body.pk):
        return NOT_YOURS
    return TASK_AND_FINISH.why_not("send_back", GroupState(body.state))


def why_not_start(viewer: Viewer, body: Body) -> str:
    """Why a commissioned group cannot be started."""
    if not viewer.may(P.AGENDA_EDIT, body=body.pk):
        return NOT_YOURS
    return TASK_AND_FINISH.why_not("start", GroupState(body.state))


def why_not_seat(viewer: Viewer, body: Body) -> str:
    """Why this viewer cannot add, fill or end seats of a body."""
    return _why_not(viewer, P.SEAT_FILL, body)


def why_not_fill(viewer: Viewer, seat: Seat) -> str:
    """Why not: only a vacant seat is filled, and a filled one is handed over."""
    refused = why_not_seat(viewer, seat.body)
    if refused or seat.person_id is None:
        return refused
    if has_left(seat):
        return "Its holder has left: hand it over, or mark it vacant first."
    return "Somebody holds this seat; it can be handed over."


def has_left(seat: Seat) -> bool:
    """Whether the account of whoever holds the seat was closed: it waits for another."""
    return seat.person is not None and seat.person.left_at is not None


def why_not_vacate(viewer: Viewer, seat: Seat) -> str:
    """Why not: there must be somebody to leave it, and the seat not ended."""
    refused = why_not_seat(viewer, seat.body)
    if refused:
        return refused
    if seat.person_id is None:
        return "Nobody holds this seat."
    return "It ends already." if seat.ended_because else ""


def why_not_end(viewer: Viewer, seat: Seat) -> str:
    """Why not: a seat ends once, held or vacant."""
    refused = why_not_seat(viewer, seat.body)
    if refused or not seat.ended_because:
        return refused
    return "It ends already."


def why_not_substitute(viewer: Viewer, seat: Seat) -> str:
    """Why not: the holder, or whoever fills seats, names a substitute, where allowed."""
    mine = seat.person_id is not None and seat.person_id == viewer.person
    refused = "" if mine else why_not_seat(viewer, seat.body)
    if refused:
        return refused
    if seat.person_id is None:
        return "Nobody holds this seat, so nobody can stand in."
    return "" if seat.may_send_substitute else "No substitute is allowed in this seat."


def why_not_hand_over(viewer: Viewer, seat: Seat, today: date) -> str:
    """Why not: the holder or whoever fills seats hands over, once."""
    mine = seat.person_id is not None and seat.person_id == viewer.person
    refused = "" if mine else why_not_seat(viewer, seat.body)
    if refused:
        return refused
    if seat.person_id is None:
        return "Nobody holds this seat; it can be filled."
    if hasattr(seat, "handed_on"):
        return "This seat has been handed over."
    if seat.last_on is not None and seat.last_on < today:
        return "This seat has ended."
    return CLOSED if seat.body.closed_on is not None else ""


def why_not_from_day(viewer: Viewer, seat: Seat, on: date, today: date) -> str:
    """Why a seat cannot be handed over from this day.

    Whoever fills seats may write down what happened already; its holder may not, as that
    would change who sat there then.
    """
    if on <= seat.first_on:
        return "The day must come after the first day of the seat."
    if on > today + A_YEAR:
        return "Choose a day within a year."
    if on < today and not viewer.may(P.SEAT_FILL, body=seat.body_id):
        return "You can hand the seat over from today on."
    return ""


def why_not_to(viewer: Viewer, seat: Seat, *, is_of_the_same: bool) -> str:
    """Why a seat cannot go to somebody: it is an organisation's, not its holder's."""
    if is_of_the_same or viewer.may(P.SEAT_FILL, body=seat.body_id):
        return ""
    return (
        "The seat is your organisation's: choose somebody who works or sits for it, or "
        "ask the business unit."
    )


def why_not_acknowledge(viewer: Viewer, handover: Handover) -> str:
    """Why not: the successor alone says that they have read what they take on."""
    if handover.taker_id != viewer.person:
        return "Only the successor can say that they have read it."
    return "It is done already." if handover.acknowledged_at is not None else ""


def why_not_draft_terms(viewer: Viewer, body: Body) -> str:
    """Why this viewer cannot draft a body's terms of reference."""
    return _why_not(viewer, P.TERMS_EDIT, body)


def why_not_edit_terms(viewer: Viewer, terms: TermsOfReference) -> str:
    """Why not: the words change only while they are a draft."""
    refused = why_not_draft_terms(viewer, terms.body)
    if refused or terms.state == TermsState.DRAFT:
        return refused
    return "Only a draft can be changed; write a new version instead."


def why_not_move_terms(viewer: Viewer, terms: TermsOfReference, move: str) -> str:
    """Why not: the body above approves; where none is above, a safeguarding partner,
    and then each of the three signs before it is in force."""
    if move == "approve":
        place = terms.body.parent_id or terms.body_id
        if not viewer.may(P.TERMS_APPROVE, body=place):
            return "The group above approves terms of reference."
    else:
        refused = why_not_draft_terms(viewer, terms.body)
        if refused:
            return refused
    if move == "publish" and _waits_for_signatures(terms):
        return "No group is above this one, so the three partners sign first."
    return TERMS_OF_REFERENCE.why_not(move, TermsState(terms.state))


def why_not_ask_to_sign(
    viewer: Viewer, terms: TermsOfReference, asked: Collection[str]
) -> str:
    """Why not: three sign what no body above approves, and are asked once."""
    refused = why_not_draft_terms(viewer, terms.body)
    if refused:
        return refused
    if terms.body.parent_id is not None:
        return "The group above approves these; nobody else signs them."
    if terms.state != TermsState.APPROVED:
        return TERMS_OF_REFERENCE.why_not("sign", TermsState(terms.state))
    return "" if set(asked) < SIGNATURES else "All three have been asked."


def is_past_signing(terms: TermsOfReference) -> bool:
    """Signed already, in force or replaced: a further approval changes nothing."""
    return terms.state != TermsState.APPROVED


def _waits_for_signatures(terms: TermsOfReference) -> bool:
    return terms.body.parent_id is None and terms.state == TermsState.APPROVED


def _why_not(viewer: Viewer, permission: P, body: Body) -> str:
    if not viewer.may(permission, body=body.pk):
        return NOT_YOURS
    return CLOSED if body.closed_on is not None else ""
