"""Every write of risks: one transaction, one audit event each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from kith.domain.rules.risk_levels import Mark, why_not_mark
from kith.domain.rules.risk_replies import reply_due_on
from kith.domain.rules.states.risks import RISK, RiskState
from kith.domain.vocabulary.moments import london_day
from kith.web.access.references import next_reference
from kith.web.access.refusals import locked, refuse_if
from kith.web.access.writing import writing
from kith.web.bodies.models import Body
from kith.web.risks import policies
from kith.web.risks.models import (
    Control,
    ControlStanding,
    Evidence,
    Raising,
    Reply,
    Review,
    Risk,
    RiskStep,
    Seen,
)
from kith.web.risks.queries import visible_risks


if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from kith.web.access.models import Person
    from kith.web.access.viewer import Viewer
    from kith.web.organisations.models import Organisation
    from kith.web.risks.models import Risks


REVIEW_EVERY = timedelta(days=91)
"""A risk that names no review day is looked at again in a quarter: a local habit."""


@dataclass(frozen=True)
class RiskAccount:
    """A risk as somebody tells it: because of the cause, the event; its effect."""

    title: str
    cause: str
    event: str
    effect: str
    owner: Person
    before: Mark
    now: Mark
    target: Mark
    owner_organisation: Organisation | None = None
    review_on: date | None = None


@dataclass(frozen=True)
class Guard:
    """A control: what is done, who sees to it, whether it works already."""

    wording: str
    owner: Person
    standing: ControlStanding = ControlStanding.IN_PLACE
    due_on: date | None = None


def record_risk(
    *, viewer: Viewer, at: datetime, body: Body, account: RiskAccount
) -> Risk:
    """The body has a risk on its register, with its first dated review."""
    with writing(viewer=viewer, at=at, verb="risks.recorded") as event:
        refuse_if(policies.why_not_record(viewer, body.pk))
        refuse_if(_why_not_marks(account))
        # Held until the end: two that are recorded at once get two numbers.
        Body.objects.select_for_update().get(pk=body.pk)
        risk = Risk.objects.create(
            reference=next_reference(
                Risk.objects.all(), "RISK", body.code, year=london_day(at).year
            ),
            body=body,
            tier=body,
            title=account.title,
            cause=account.cause,
            event=account.event,
            effect=account.effect,
            owner_organisation=account.owner_organisation,
            owner=account.owner,
            state=RiskState.OPEN,
            before_likelihood=account.before.likelihood,
            before_impact=account.before.impact,
            now_likelihood=account.now.likelihood,
            now_impact=account.now.impact,
            target_likelihood=account.target.likelihood,
            target_impact=account.target.impact,
            review_on=account.review_on or london_day(at) + REVIEW_EVERY,
            recorded_by_id=viewer.who,
            recorded_at=at,
        )
        _review(risk, account.now, "", viewer, at)
        _step(risk, "record", viewer, at)
        event.about(risk, body=body.pk, level=account.now.level.name)
    return risk


def review_risk(
    *,
    viewer: Viewer,
    at: datetime,
    key: UUID,
    mark: Mark,
    review_on: date,
    words: str = "",
) -> Review:
    """The risk was looked at: its marks of the day, and when it is looked at next."""
    with writing(viewer=viewer, at=at, verb="risks.reviewed") as event:
        risk = locked(visible_risks(viewer), key)
        refuse_if(policies.why_not_look_after(viewer, risk))
        refuse_if(why_not_mark(mark, before=risk.before, what="The mark of now"))
        before = risk.now
        risk.now_likelihood, risk.now_impact = mark.likelihood, mark.impact
        risk.review_on = review_on
        risk.save(update_fields=["now_likelihood", "now_impact", "review_on"])
        review = _review(risk, mark, words, viewer, at)
        _step(risk, "review", viewer, at, words)
        event.about(risk, body=risk.body_id, before=before.product, after=mark.product)
    return review


def reassign_risk(
    *, viewer: Viewer, at: datetime, key: UUID, owner: Person, words: str
) -> Risk:
    """Somebody else owns the risk from now on."""
    with writing(viewer=viewer, at=at, verb="risks.reassigned") as event:
        risk = locked(visible_risks(viewer), key)
        refuse_if(policies.why_not_look_after(viewer, risk))
        refuse_if(policies.why_not_unsaid(words))
        risk.owner = owner
        risk.save(update_fields=["owner"])
        _step(risk, "reassign", viewer, at, words)
        event.about(risk, body=risk.body_id, owner=str(owner.pk))
    return risk


def add_control(*, viewer: Viewer, at: datetime, key: UUID, guard: Guard) -> Control:
    """Something makes the risk smaller, or will."""
    with writing(viewer=viewer, at=at, verb="risks.control_added") as event:
        risk = locked(visible_risks(viewer), key)
        refuse_if(policies.why_not_look_after(viewer, risk))
        control = Control.objects.create(
            risk=risk,
            wording=guard.wording,
            owner=guard.owner,
            standing=guard.standing,
            due_on=guard.due_on,
            added_by_id=viewer.who,
            added_at=at,
        )
        _step(risk, "add_control", viewer, at, guard.wording)
        event.about(risk, body=risk.body_id, standing=str(guard.standing))
    return control


def change_control(
    *,
    viewer: Viewer,
    at: datetime,
    key: UUID,
    control: UUID,
    standing: ControlStanding,
    words: str,
) -> Control:
    """A control is in place now, or was given up, with the reason."""
    with writing(viewer=viewer, at=at, verb="risks.control_changed") as event:
        risk = locked(visible_risks(viewer), key)
        refuse_if(policies.why_not_look_after(viewer, risk))
        refuse_if(policies.why_not_unsaid(words))
        changed = locked(risk.controls.all(), control)
        changed.standing = standing
        changed.save(update_fields=["standing"])
        _step(risk, "change_control", viewer, at, words)
        event.about(risk, body=risk.body_id, standing=str(standing))
    return changed


def add_evidence(
    *,
    viewer: Viewer,
    at: datetime,
    key: UUID,
    words: str,
    measure: str = "",
    document: UUID | None = None,
) -> Evidence:
    """Something shows how large the risk is."""
    with writing(viewer=viewer, at=at, verb="risks.evidence_added") as event:
        risk = locked(visible_risks(viewer), key)
        refuse_if(policies.why_not_look_after(viewer, risk))
        evidence = Evidence.objects.create(
            risk=risk,
            words=words,
            measure=measure,
            document=document,
            added_by_id=viewer.who,
            added_at=at,
        )
        _step(risk, "add_evidence", viewer, at, words)
        event.about(risk, body=risk.body_id, measure=measure)
    return evidence


def raise_risk(*, viewer: Viewer, at: datetime, key: UUID, reason: str) -> Raising:
    """The risk goes to the body above the one that holds it, which owes a reply.

    Raises:
        RefusedError: nobody stands above, or this is not theirs to raise.
    """
    with writing(viewer=viewer, at=at, verb="risks.raised") as event:
        risk = locked(_with_tier(viewer), key)
        refuse_if(policies.why_not_raise(viewer, risk))
        refuse_if(policies.why_not_unsaid(reason))
        raising = _raise(risk, "raise", reason, viewer, at)
        event.about(risk, body=raising.from_body_id, to_body=str(raising.to_body_id))
    return raising


def accept_risk(*, viewer: Viewer, at: datetime, key: UUID, words: str) -> Raising:
    """The higher body holds the risk from now on, and says what it will do."""
    with writing(viewer=viewer, at=at, verb="risks.accepted") as event:
        risk = locked(_with_tier(viewer), key)
        refuse_if(policies.why_not_reply(viewer, risk))
        refuse_if(policies.why_not_unsaid(words))
        raising = _reply(risk, Reply.ACCEPTED, words, viewer, at)
        _move(risk, "accept", words, viewer, at)
        event.about(risk, body=raising.to_body_id)
    return raising


def send_risk_back(*, viewer: Viewer, at: datetime, key: UUID, words: str) -> Raising:
    """The higher body gives its advice, and the risk is held below again."""
    with writing(viewer=viewer, at=at, verb="risks.sent_back") as event:
        risk = locked(_with_tier(viewer), key)
        refuse_if(policies.why_not_reply(viewer, risk))
        refuse_if(policies.why_not_unsaid(words))
        raising = _reply(risk, Reply.SENT_BACK, words, viewer, at)
        _move(risk, "send_back", words, viewer, at)
        risk.tier = raising.from_body
        risk.save(update_fields=["tier"])
        event.about(risk, body=raising.to_body_id)
    return raising


def raise_risk_on(*, viewer: Viewer, at: datetime, key: UUID, words: str) -> Raising:
    """The higher body passes the risk to the one above itself; the next reply is due."""
    with writing(viewer=viewer, at=at, verb="risks.raised_on") as event:
        risk = locked(_with_tier(viewer), key)
        refuse_if(policies.why_not_raise_on(viewer, risk))
        refuse_if(policies.why_not_unsaid(words))
        _reply(risk, Reply.RAISED_ON, words, viewer, at)
        raising = _raise(risk, "raise_on", words, viewer, at)
        event.about(risk, body=raising.from_body_id, to_body=str(raising.to_body_id))
    return raising


def close_risk(*, viewer: Viewer, at: datetime, key: UUID, words: str) -> Risk:
    """The risk is over, or is accepted as it is, for a reason."""
    with writing(viewer=viewer, at=at, verb="risks.closed") as event:
        risk = locked(visible_risks(viewer), key)
        refuse_if(policies.why_not_close(viewer, risk))
        refuse_if(policies.why_not_unsaid(words))
        _move(risk, "close", words, viewer, at)
        event.about(risk, body=risk.tier_id)
    return risk


def reopen_risk(*, viewer: Viewer, at: datetime, key: UUID, words: str) -> Risk:
    """The risk is back, for a reason."""
    with writing(viewer=viewer, at=at, verb="risks.reopened") as event:
        risk = locked(visible_risks(viewer), key)
        refuse_if(policies.why_not_reopen(viewer, risk))
        refuse_if(policies.why_not_unsaid(words))
        _move(risk, "reopen", words, viewer, at)
        event.about(risk, body=risk.tier_id)
    return risk


def note_seen(*, viewer: Viewer, at: datetime, raising: Raising) -> Seen:
    """Somebody of the body that was asked has opened the risk for the first time."""
    with writing(viewer=viewer, at=at, verb="risks.seen") as event:
        seen, _ = Seen.objects.get_or_create(
            raising=raising, seen_by_id=viewer.who, defaults={"seen_at": at}
        )
        event.about(raising.risk, body=raising.to_body_id)
    return seen


def _with_tier(viewer: Viewer) -> Risks:
    return visible_risks(viewer).select_related("tier__parent")


def _raise(risk: Risk, move: str, reason: str, viewer: Viewer, at: datetime) -> Raising:
    above = risk.tier.parent
    assert above is not None  # the policy has asked
    raising = Raising.objects.create(
        risk=risk,
        number=risk.raisings.count() + 1,
        from_body=risk.tier,
        to_body=above,
        reason=reason,
        reply_due_on=reply_due_on(london_day(at), above.kind),
        raised_by_id=viewer.who,
        raised_at=at,
    )
    risk.tier = above
    risk.save(update_fields=["tier"])
    _move(risk, move, reason, viewer, at)
    return raising


def _reply(
    risk: Risk, reply: Reply, words: str, viewer: Viewer, at: datetime
) -> Raising:
    raising = risk.raisings.select_related("from_body").get(reply="")
    raising.reply = reply
    raising.reply_words = words
    raising.replied_by_id = viewer.who
    raising.replied_at = at
    raising.save(update_fields=["reply", "reply_words", "replied_by", "replied_at"])
    return raising


def _move(risk: Risk, move: str, words: str, viewer: Viewer, at: datetime) -> None:
    risk.state = RISK.move(move).target
    risk.save(update_fields=["state"])
    _step(risk, move, viewer, at, words)


def _step(risk: Risk, move: str, viewer: Viewer, at: datetime, words: str = "") -> None:
    RiskStep.objects.create(
        risk=risk,
        number=risk.steps.count() + 1,
        move=move,
        state=risk.state,
        body_id=risk.tier_id,
        words=words,
        taken_by_id=viewer.who,
        taken_at=at,
    )


def _review(risk: Risk, mark: Mark, words: str, viewer: Viewer, at: datetime) -> Review:
    return Review.objects.create(
        risk=risk,
        number=risk.reviews.count() + 1,
        on=london_day(at),
        likelihood=mark.likelihood,
        impact=mark.impact,
        words=words,
        reviewed_by_id=viewer.who,
        reviewed_at=at,
    )


def _why_not_marks(account: RiskAccount) -> str:
    return why_not_mark(
        account.now, before=account.before, what="The mark of now"
    ) or why_not_mark(account.target, before=account.before, what="The target")
