"""Writes of decisions: recorded, published, looked at again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.references import next_reference
from kith.web.access.refusals import locked, one_or_404, refuse_if
from kith.web.access.writing import writing
from kith.web.bodies.models import Body
from kith.web.groups import policies
from kith.web.groups.models import Decision, DecisionReview, Dissent
from kith.web.groups.policies.quorum import quorum
from kith.web.groups.queries.agendas import readable_items
from kith.web.groups.queries.attendance import register
from kith.web.groups.queries.decisions import visible_decisions


if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.groups.models import AgendaItem, Circulation
    from kith.web.groups.values import Decided


def record_decision(
    *,
    viewer: Viewer,
    at: datetime,
    body: Body,
    decided: Decided,
    item: UUID | None = None,
) -> Decision:
    """The register has the decision; from an item, with whether there was a quorum."""
    with writing(viewer=viewer, at=at, verb="groups.decision_recorded") as event:
        of = None
        if item is not None:
            of = one_or_404(readable_items(viewer), item)
            refuse_if(
                ""
                if of.meeting.body_id == body.pk
                else "That item belongs to another group."
            )
        refuse_if(policies.why_not_decide(viewer, body.pk, of.meeting if of else None))
        refuse_if(
            ""
            if decided.marking in viewer.markings(body=body.pk)
            else "You cannot use a marking that you may not read."
        )
        decision = put_decision(viewer, at, body, decided, item=of)
        event.about(decision, body=body.pk, marking=decision.marking)
    return decision


def put_decision(
    viewer: Viewer,
    at: datetime,
    body: Body,
    decided: Decided,
    *,
    item: AgendaItem | None = None,
    circulation: Circulation | None = None,
) -> Decision:
    """The row itself, inside the action that asks for it."""
    # Held until the end: two decisions recorded at once get two numbers.
    Body.objects.select_for_update().get(pk=body.pk)
    meeting = item.meeting if item else None
    decision = Decision.objects.create(
        reference=next_reference(
            Decision.objects.all(), body.code, "D", year=decided.decided_on.year
        ),
        body=body,
        meeting=meeting,
        item=item,
        circulation=circulation,
        wording=decided.wording,
        options=decided.options,
        reasons=decided.reasons,
        decided_by=decided.decided_by or body.name,
        decided_on=decided.decided_on,
        had_quorum=quorum(meeting, register(viewer, meeting)).is_met
        if meeting
        else None,
        marking=decided.marking,
        review_on=decided.review_on,
        is_publishable=bool(decided.wording_for_all),
        wording_for_all=decided.wording_for_all,
        recorded_by_id=viewer.who,
        recorded_at=at,
    )
    Dissent.objects.bulk_create(
        Dissent(decision=decision, who=one.who, words=one.words)
        for one in decided.dissent
    )
    return decision


def prepare_for_publication(
    *, viewer: Viewer, at: datetime, key: UUID, wording_for_all: str
) -> Decision:
    """The decision has the words that the public register will print; or none."""
    with writing(viewer=viewer, at=at, verb="groups.decision_prepared") as event:
        decision = locked(visible_decisions(viewer), key)
        refuse_if(policies.why_not_prepare(viewer, decision))
        decision.wording_for_all = wording_for_all.strip()
        decision.is_publishable = bool(decision.wording_for_all)
        decision.save(update_fields=["wording_for_all", "is_publishable"])
        event.about(
            decision, body=decision.body_id, publishable=decision.is_publishable
        )
    return decision


def publish_decision(*, viewer: Viewer, at: datetime, key: UUID) -> Decision:
    """Anybody can read the decision on the public register."""
    with writing(viewer=viewer, at=at, verb="groups.decision_published") as event:
        decision = locked(visible_decisions(viewer), key)
        refuse_if(policies.why_not_publish(viewer, decision))
        decision.published_by_id, decision.published_at = viewer.who, at
        decision.save(update_fields=["published_by", "published_at"])
        event.about(decision, body=decision.body_id)
    return decision


def unpublish_decision(*, viewer: Viewer, at: datetime, key: UUID) -> Decision:
    """The decision is off the public register; the trail keeps that it was there."""
    with writing(viewer=viewer, at=at, verb="groups.decision_unpublished") as event:
        decision = locked(visible_decisions(viewer), key)
        refuse_if(policies.why_not_unpublish(viewer, decision))
        decision.published_by, decision.published_at = None, None
        decision.save(update_fields=["published_by", "published_at"])
        event.about(decision, body=decision.body_id)
    return decision


def review_decision(
    *,
    viewer: Viewer,
    at: datetime,
    key: UUID,
    words: str,
    again_on: date | None = None,
) -> DecisionReview:
    """The decision has been looked at again: what became of it, and when next."""
    with writing(viewer=viewer, at=at, verb="groups.decision_reviewed") as event:
        decision = locked(visible_decisions(viewer), key)
        refuse_if(policies.why_not_review(viewer, decision))
        refuse_if("" if words.strip() else "Say what became of the decision.")
        review = DecisionReview.objects.create(
            decision=decision,
            words=words.strip(),
            again_on=again_on,
            reviewed_by_id=viewer.who,
            reviewed_at=at,
        )
        decision.review_on = again_on
        decision.save(update_fields=["review_on"])
        event.about(decision, body=decision.body_id)
    return review
