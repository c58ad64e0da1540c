"""Reads of decisions: the register, the public one, and votes between meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from kith.web.access.refusals import one_or_404
from kith.web.groups.models import Circulation, Circulations, Decision, Decisions


if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.viewer import Viewer
    from kith.web.groups.models import CirculatedVote, DecisionReview


def visible_decisions(viewer: Viewer) -> Decisions:
    """Every decision the viewer may see, with its body."""
    return Decision.objects.visible_to(viewer).select_related("body", "meeting")


def decisions_found(
    viewer: Viewer,
    *,
    words: str = "",
    body: UUID | None = None,
    first: date | None = None,
    last: date | None = None,
) -> Decisions:
    """The register by its filters, the latest first."""
    found = visible_decisions(viewer)
    if words:
        found = found.filter(
            Q(wording__icontains=words)
            | Q(reasons__icontains=words)
            | Q(reference__icontains=words)
        )
    if body is not None:
        found = found.filter(body=body)
    if first is not None:
        found = found.filter(decided_on__gte=first)
    if last is not None:
        found = found.filter(decided_on__lte=last)
    return found.order_by("-decided_on", "reference")


def decision(viewer: Viewer, key: UUID) -> Decision:
    """One decision.

    Raises:
        Http404: not there, or not this viewer's.
    """
    found = visible_decisions(viewer)
    return one_or_404(found.select_related("item", "circulation", "recorded_by"), key)


def public_decisions(viewer: Viewer, *, words: str = "") -> Decisions:
    """What anybody may read, the latest first."""
    if not viewer.may_see_published:
        return Decision.objects.none()
    found = Decision.objects.published().select_related("body")
    if words:
        found = found.filter(wording_for_all__icontains=words)
    return found.order_by("-decided_on", "reference")


def reviews(viewer: Viewer, of: Decision) -> QuerySet[DecisionReview]:
    """The later looks at a decision, the oldest first."""
    shown = decision(viewer, of.pk)
    return shown.reviews.select_related("reviewed_by").order_by("reviewed_at", "id")


def visible_circulations(viewer: Viewer) -> Circulations:
    """Every circulation the viewer may see."""
    return Circulation.objects.visible_to(viewer).select_related("body", "opened_by")


def circulation(viewer: Viewer, key: UUID) -> Circulation:
    """One circulation.

    Raises:
        Http404: not there, or not this viewer's.
    """
    return one_or_404(visible_circulations(viewer), key)


def votes(viewer: Viewer, of: Circulation) -> QuerySet[CirculatedVote]:
    """Who votes, and how each voted: votes in a body are open to the body."""
    shown = circulation(viewer, of.pk)
    return shown.votes.select_related(
        "person", "seat__organisation", "voted_by"
    ).order_by("seat__organisation__name", "person__name", "id")


def own_vote(viewer: Viewer, of: Circulation) -> CirculatedVote | None:
    """The vote that this viewer holds: one still to give first."""
    if not viewer.is_signed_in:
        return None
    return of.votes.filter(person=viewer.person).order_by("choice", "id").first()


def decision_of(viewer: Viewer, of: Circulation) -> Decision | None:
    """What a carried proposal became."""
    return visible_decisions(viewer).filter(circulation=of).first()


def circulations_to_report(viewer: Viewer, body: UUID) -> Circulations:
    """What was settled in writing, and no meeting has yet been told."""
    return (
        visible_circulations(viewer)
        .filter(body=body, ended_at__isnull=False, reported_in__isnull=True)
        .order_by("ended_at", "id")
    )
