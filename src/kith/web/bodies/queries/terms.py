"""Reads of terms of reference."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from kith.domain.rules.states.terms import TermsState
from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import one_or_404
from kith.web.approvals.queries import approvals_of, standing_slots, visible_approvals
from kith.web.bodies.models import TermsOfReference
from kith.web.organisations.models import Sector
from kith.web.organisations.queries import who_may_sign


if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.models import Person
    from kith.web.access.viewer import Viewer
    from kith.web.approvals.models import Approvals
    from kith.web.bodies.models import Body, TermsStep


AHEAD = 30
"""Days before its review that a version is shown as due: a local choice [?]."""


def visible_terms(viewer: Viewer) -> QuerySet[TermsOfReference]:
    """Every version of the bodies that this viewer may see."""
    return TermsOfReference.objects.filter(
        body__in=viewer.bodies(P.BODY_SEE)
    ).select_related("body__parent", "drafted_by")


def terms(viewer: Viewer, key: UUID) -> TermsOfReference:
    """One version.

    Raises:
        Http404: not there, or not this viewer's.
    """
    return one_or_404(visible_terms(viewer), key)


def terms_of(viewer: Viewer, of: Body) -> QuerySet[TermsOfReference]:
    """A body's versions, the latest first."""
    return visible_terms(viewer).filter(body=of).order_by("-number", "id")


def terms_story(viewer: Viewer, of: TermsOfReference) -> QuerySet[TermsStep]:
    """A version's steps, oldest first."""
    steps = terms(viewer, of.pk).steps
    return steps.select_related("taken_by").order_by("taken_at", "id")


def slots_asked(viewer: Viewer, of: TermsOfReference) -> frozenset[str]:
    """The partners, by sector, whose signature is asked for or given."""
    return standing_slots(viewer, "bodies", of.pk)


def sectors_to_ask(viewer: Viewer, of: TermsOfReference) -> list[tuple[str, str]]:
    """The partners whose signature has still to be asked for."""
    asked = slots_asked(viewer, of)
    return [(one.value, one.label) for one in Sector if one.value not in asked]


def terms_signatures(viewer: Viewer, of: TermsOfReference) -> Approvals:
    """The three approvals asked for a version, and earlier ones refused."""
    return approvals_of(viewer, "bodies", of.pk)


def terms_signatures_open_to(viewer: Viewer, of: TermsOfReference) -> frozenset[UUID]:
    """Those of its approvals that this viewer may open."""
    found = visible_approvals(viewer).filter(noun="bodies", key=of.pk)
    return frozenset(found.values_list("pk", flat=True))


def who_may_sign_terms(viewer: Viewer, of: TermsOfReference) -> QuerySet[Person]:
    """The people who sign for a partner of the body's areas: never a deputy."""
    areas = frozenset(of.body.areas.values_list("code", flat=True))
    return who_may_sign(viewer, areas)


def terms_to_review(viewer: Viewer, *, today: date) -> QuerySet[TermsOfReference]:
    """What is in force and due to be looked at again, where this viewer drafts."""
    return (
        visible_terms(viewer)
        .filter(
            body__in=viewer.bodies(P.TERMS_EDIT),
            body__closed_on__isnull=True,
            state=TermsState.PUBLISHED.value,
            review_on__lte=today + timedelta(days=AHEAD),
        )
        .order_by("review_on", "id")
    )
