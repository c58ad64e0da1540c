"""Writes of terms of reference: drafted, consulted on, approved, in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.states.terms import TERMS_OF_REFERENCE, TermsState
from kith.web.access.refusals import locked, refuse_if
from kith.web.access.writing import writing
from kith.web.bodies import policies
from kith.web.bodies.models import Body, TermsOfReference, TermsStep
from kith.web.bodies.queries import visible_terms


if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer


def draft_terms(
    *,
    viewer: Viewer,
    at: datetime,
    body: Body,
    text: str,
    review_on: date | None = None,
) -> TermsOfReference:
    """The body has a new draft of its terms of reference."""
    with writing(viewer=viewer, at=at, verb="bodies.terms_drafted") as event:
        place = locked(Body.objects.visible_to(viewer), body.pk)
        refuse_if(policies.why_not_draft_terms(viewer, place))
        last = place.terms.order_by("-number").first()
        terms = TermsOfReference.objects.create(
            body=place,
            number=last.number + 1 if last else 1,
            text=text,
            review_on=review_on,
            drafted_by_id=viewer.who,
            drafted_at=at,
        )
        terms_step(terms, "draft", viewer, at)
        event.about(terms, body=place.pk, number=terms.number)
    return terms


def edit_terms(
    *,
    viewer: Viewer,
    at: datetime,
    key: UUID,
    text: str,
    review_on: date | None = None,
) -> TermsOfReference:
    """The draft says this now."""
    with writing(viewer=viewer, at=at, verb="bodies.terms_edited") as event:
        terms = locked(visible_terms(viewer), key)
        refuse_if(policies.why_not_edit_terms(viewer, terms))
        terms.text, terms.review_on = text, review_on
        terms.save(update_fields=["text", "review_on"])
        event.about(terms, body=terms.body_id)
    return terms


def consult_on_terms(
    *, viewer: Viewer, at: datetime, key: UUID, words: str = ""
) -> TermsOfReference:
    """The draft has been consulted on."""
    return _moved(viewer, at, key, "consult", words)


def revise_terms(
    *, viewer: Viewer, at: datetime, key: UUID, words: str = ""
) -> TermsOfReference:
    """After consultation it is a draft again."""
    return _moved(viewer, at, key, "revise", words)


def approve_terms(
    *, viewer: Viewer, at: datetime, key: UUID, words: str = ""
) -> TermsOfReference:
    """The body above has approved the version; where none is, a partner, for signing."""
    return _moved(viewer, at, key, "approve", words)


def publish_terms(
    *, viewer: Viewer, at: datetime, key: UUID, words: str = ""
) -> TermsOfReference:
    """The version is in force, and the one before it superseded."""
    return _moved(viewer, at, key, "publish", words)


def _moved(
    viewer: Viewer, at: datetime, key: UUID, move: str, words: str
) -> TermsOfReference:
    done = {"consult": "consulted", "revise": "revised", "approve": "approved"}
    verb = f"bodies.terms_{done.get(move, 'in_force')}"
    with writing(viewer=viewer, at=at, verb=verb) as event:
        terms = locked(visible_terms(viewer), key)
        refuse_if(policies.why_not_move_terms(viewer, terms, move))
        if move == "publish":
            _supersede(terms, viewer, at)
            terms.in_force_from = at.date()
        terms.state = TERMS_OF_REFERENCE.move(move).target
        terms.save(update_fields=["state", "in_force_from"])
        terms_step(terms, move, viewer, at, words)
        event.about(terms, body=terms.body_id)
    return terms


def _supersede(by: TermsOfReference, viewer: Viewer, at: datetime) -> None:
    standing = by.body.terms.filter(state=TermsState.PUBLISHED.value)
    for one in standing.select_for_update():
        one.state = TERMS_OF_REFERENCE.move("supersede").target
        one.superseded_on = at.date()
        one.save(update_fields=["state", "superseded_on"])
        terms_step(one, "supersede", viewer, at, f"Version {by.number} took its place.")


def terms_step(
    terms: TermsOfReference, move: str, viewer: Viewer, at: datetime, words: str = ""
) -> None:
    """One more step of a version's story."""
    TermsStep.objects.create(
        terms=terms,
        move=move,
        state=terms.state,
        words=words,
        taken_by_id=viewer.who,
        taken_at=at,
    )
