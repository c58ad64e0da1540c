"""The three signatures under terms of reference that no body above can approve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from kith.domain.rules.states.terms import TERMS_OF_REFERENCE
from kith.web.access.refusals import locked, refuse_if
from kith.web.access.writing import writing
from kith.web.approvals.actions import Question, ask_approval
from kith.web.approvals.queries import all_given
from kith.web.bodies import policies
from kith.web.bodies.actions.terms import terms_step
from kith.web.bodies.models import TermsOfReference
from kith.web.bodies.queries import slots_asked, visible_terms
from kith.web.organisations.policies import SIGNATURES


if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.organisations.actions import Signatory


def ask_to_sign_terms(
    *,
    viewer: Viewer,
    at: datetime,
    key: UUID,
    signatories: Mapping[str, Signatory],
    due_on: date | None = None,
) -> TermsOfReference:
    """Each of these partners (by sector) is asked for a signature of their own.

    Raises:
        RefusedError: a body is above, the version is not approved, or all are asked.
    """
    with writing(viewer=viewer, at=at, verb="bodies.terms_signatures_asked") as event:
        terms = locked(visible_terms(viewer), key)
        asked = slots_asked(viewer, terms)
        refuse_if(policies.why_not_ask_to_sign(viewer, terms, asked))
        for sector, one in signatories.items():
            question = Question(
                noun="bodies",
                key=terms.pk,
                slot=sector,
                title=f"Terms of reference of {terms.body.name}, version {terms.number}",
                office=one.office,
                asked_of=one.person,
                url=reverse("bodies:terms", args=[terms.pk]),
                body=terms.body_id,
                due_on=due_on,
            )
            ask_approval(viewer=viewer, at=at, question=question)
        terms_step(terms, "ask_signatures", viewer, at)
        event.about(terms, body=terms.body_id, sectors=sorted(signatories))
    return terms


def sign_terms_when_all_have(*, viewer: Viewer, at: datetime, key: UUID) -> None:
    """When the third of three approvals stands, the version is signed.

    The last signer may not see the body, so the row is found by its key alone.
    """
    terms = TermsOfReference.objects.select_for_update().filter(pk=key).first()
    if terms is None or policies.is_past_signing(terms):
        return
    if not all_given(viewer, "bodies", key, SIGNATURES):
        return
    with writing(viewer=viewer, at=at, verb="bodies.terms_signed") as event:
        terms.state = TERMS_OF_REFERENCE.move("sign").target
        terms.save(update_fields=["state"])
        terms_step(terms, "sign", viewer, at)
        event.about(terms, body=terms.body_id)
