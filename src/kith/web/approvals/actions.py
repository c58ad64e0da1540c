"""Every write of approvals: one transaction, one audit event each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from kith.domain.rules.states.approvals import APPROVAL, ApprovalState
from kith.web.access.refusals import locked, refuse_if
from kith.web.access.writing import writing
from kith.web.approvals import policies
from kith.web.approvals.models import Approval, ApprovalStep
from kith.web.approvals.queries import may_show, standing_slots, visible_approvals


if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from kith.web.access.models import Person
    from kith.web.access.viewer import Viewer


@dataclass(frozen=True)
class Question:
    """What is to be approved, by whom, in which office, for which place.

    ``slot`` tells the signatures of one record apart; ``asked_of`` is nobody where the
    officer has no sign-in: then it can only be recorded as approved elsewhere.
    """

    noun: str
    key: UUID
    slot: str
    title: str
    office: str
    asked_of: Person | None = None
    url: str = ""
    area: str = ""
    body: UUID | None = None
    due_on: date | None = None


@dataclass(frozen=True)
class Elsewhere:
    """When and how somebody approved off the platform, and the document that shows it."""

    approved_on: date
    how: str
    evidence: UUID


class Settled(Protocol):
    """Told, in the same transaction, that a record of its noun has one more approval."""

    def __call__(self, *, viewer: Viewer, at: datetime, key: UUID) -> None: ...


WHEN_GIVEN: dict[str, Settled] = {}
"""By noun: what follows when an approval is given. Filled by `site` when it starts."""


def ask_approval(*, viewer: Viewer, at: datetime, question: Question) -> Approval:
    """An approval is asked for, and waits for its person.

    Raises:
        RefusedError: it is asked already, or this viewer may not ask there.
    """
    with writing(viewer=viewer, at=at, verb="approvals.asked") as event:
        refuse_if(policies.why_not_ask(viewer, area=question.area, body=question.body))
        if question.slot in standing_slots(viewer, question.noun, question.key):
            refuse_if("This approval has been asked for already.")
        approval = Approval.objects.create(
            area=question.area,
            body=question.body,
            noun=question.noun,
            key=question.key,
            slot=question.slot,
            title=question.title,
            url=question.url,
            office=question.office,
            asked_of=question.asked_of,
            due_on=question.due_on,
            asked_by_id=viewer.who,
            asked_at=at,
        )
        _step(approval, "ask", viewer, at)
        event.about(
            approval,
            area=question.area,
            body=question.body,
            of=question.noun,
            slot=question.slot,
        )
    return approval


def give_approval(
    *, viewer: Viewer, at: datetime, key: UUID, words: str = ""
) -> Approval:
    """The person who was asked has signed.

    Raises:
        RefusedError: it is not theirs, or not asked any more.
    """
    with writing(viewer=viewer, at=at, verb="approvals.given") as event:
        approval = locked(visible_approvals(viewer), key)
        refuse_if(policies.why_not_give(viewer, approval))
        approval.approved_on = at.date()
        _move(approval, "give", viewer, at, words)
        event.about(approval, area=approval.area, body=approval.body)
        _tell(approval, viewer, at)
    return approval


def refuse_approval(
    *, viewer: Viewer, at: datetime, key: UUID, reason: str
) -> Approval:
    """The person who was asked has refused, with a reason."""
    with writing(viewer=viewer, at=at, verb="approvals.refused") as event:
        approval = locked(visible_approvals(viewer), key)
        refuse_if(policies.why_not_refuse(viewer, approval))
        _move(approval, "refuse", viewer, at, reason)
        event.about(approval, area=approval.area, body=approval.body)
    return approval


def record_approval_elsewhere(
    *, viewer: Viewer, at: datetime, key: UUID, elsewhere: Elsewhere
) -> Approval:
    """It is recorded that somebody approved off the platform; another must confirm.

    Raises:
        RefusedError: no evidence is attached that this viewer may open, or the day has
            not come.
    """
    with writing(viewer=viewer, at=at, verb="approvals.recorded") as event:
        approval = locked(visible_approvals(viewer), key)
        refuse_if(policies.why_not_record(viewer, approval))
        if not elsewhere.how.strip():
            refuse_if("Say how it was approved and what shows it.")
        if elsewhere.approved_on > at.date():
            refuse_if("The day on which it was approved cannot be in the future.")
        if not may_show(viewer, elsewhere.evidence):
            refuse_if("Choose the document that shows it, from those open to you.")
        approval.approved_on = elsewhere.approved_on
        approval.how, approval.evidence = elsewhere.how, elsewhere.evidence
        approval.recorded_by_id, approval.recorded_at = viewer.who, at
        _move(approval, "record", viewer, at, elsewhere.how)
        event.about(
            approval,
            area=approval.area,
            body=approval.body,
            document=str(elsewhere.evidence),
        )
    return approval


def confirm_approval(*, viewer: Viewer, at: datetime, key: UUID) -> Approval:
    """A second person has confirmed what was recorded: the approval stands.

    Raises:
        RefusedError: it is the same person, or nothing is recorded.
    """
    with writing(viewer=viewer, at=at, verb="approvals.confirmed") as event:
        approval = locked(visible_approvals(viewer), key)
        refuse_if(policies.why_not_confirm(viewer, approval))
        approval.confirmed_by_id, approval.confirmed_at = viewer.who, at
        _move(approval, "confirm", viewer, at)
        event.about(approval, area=approval.area, body=approval.body)
        _tell(approval, viewer, at)
    return approval


def send_back_approval(
    *, viewer: Viewer, at: datetime, key: UUID, reason: str
) -> Approval:
    """The evidence did not convince: the approval is asked for again."""
    with writing(viewer=viewer, at=at, verb="approvals.sent_back") as event:
        approval = locked(visible_approvals(viewer), key)
        refuse_if(policies.why_not_send_back(viewer, approval))
        approval.approved_on, approval.how, approval.evidence = None, "", None
        approval.recorded_by, approval.recorded_at = None, None
        _move(approval, "send_back", viewer, at, reason)
        event.about(approval, area=approval.area, body=approval.body)
    return approval


def withdraw_approval(
    *, viewer: Viewer, at: datetime, key: UUID, reason: str
) -> Approval:
    """The approval is not asked for any more, with a reason."""
    with writing(viewer=viewer, at=at, verb="approvals.withdrawn") as event:
        approval = locked(visible_approvals(viewer), key)
        refuse_if(policies.why_not_withdraw(viewer, approval))
        _move(approval, "withdraw", viewer, at, reason)
        event.about(approval, area=approval.area, body=approval.body)
    return approval


def _move(
    approval: Approval, move: str, viewer: Viewer, at: datetime, words: str = ""
) -> None:
    approval.state = APPROVAL.move(move).target
    approval.save()
    _step(approval, move, viewer, at, words)


def _step(
    approval: Approval, move: str, viewer: Viewer, at: datetime, words: str = ""
) -> None:
    ApprovalStep.objects.create(
        approval=approval,
        move=move,
        state=approval.state,
        words=words,
        taken_by_id=viewer.who,
        taken_at=at,
    )


def _tell(approval: Approval, viewer: Viewer, at: datetime) -> None:
    follow = WHEN_GIVEN.get(approval.noun)
    if follow and approval.state == ApprovalState.GIVEN:
        follow(viewer=viewer, at=at, key=approval.key)
