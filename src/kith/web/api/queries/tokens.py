"""Tokens: those of an organisation, what a new one may be for, and a program's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django.http import Http404

from kith.domain.vocabulary.moments import london_day
from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import one_or_404
from kith.web.api import policies
from kith.web.api.models import ApiToken
from kith.web.bodies.queries import spoken_for
from kith.web.organisations.models import Organisation
from kith.web.returns.queries import visible_duties


if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.viewer import Viewer


def visible_tokens(viewer: Viewer) -> QuerySet[ApiToken]:
    """The tokens that this viewer keeps, those issued last first."""
    return (
        ApiToken.objects.visible_to(viewer)
        .select_related("organisation", "issued_by", "revoked_by")
        .order_by("-issued_at", "-open_until", "id")
    )


def organisations_to_issue_for(viewer: Viewer) -> QuerySet[Organisation]:
    """The organisations for which this viewer may issue one."""
    mine = spoken_for(viewer) if viewer.may(P.API_TOKEN_KEEP) else ()
    return Organisation.objects.filter(pk__in=mine).order_by("name", "id")


def feeds_owed(viewer: Viewer, day: date) -> dict[UUID, tuple[str, ...]]:
    """Organisation → the feeds that it owes on the day."""
    found: dict[UUID, tuple[str, ...]] = {}
    mine = organisations_to_issue_for(viewer)
    stands = Q(last_on__isnull=True) | Q(last_on__gte=day)
    for one in visible_duties(viewer).filter(stands, organisation__in=mine):
        known = found.get(one.organisation_id, ())
        found[one.organisation_id] = tuple(dict.fromkeys((*known, one.feed)))
    return found


def areas_of(viewer: Viewer, organisation: UUID) -> tuple[str, ...]:
    """The areas for which the organisation owes something, as far as is seen."""
    owed = visible_duties(viewer).filter(organisation=organisation)
    return tuple(sorted({one.area_id for one in owed}))


def tokens_ending(viewer: Viewer, today: date) -> Iterator[tuple[ApiToken, date]]:
    """Those that this viewer issued, that are used, and that end within two weeks, with
    their last days."""
    if not viewer.may(P.API_TOKEN_KEEP):
        return
    used = visible_tokens(viewer).filter(
        issued_by=viewer.person, revoked_at__isnull=True, last_used_on__isnull=False
    )
    for one in used.order_by("open_until", "id"):
        last = london_day(one.open_until)
        if today <= last <= today + policies.SOON:
            yield one, last


def own_token(viewer: Viewer) -> ApiToken:
    """The token by which this program asks.

    Raises:
        Http404: no program asks.
    """
    if viewer.bearer is None:
        raise Http404("no program asks")
    rows = ApiToken.objects.select_related("organisation")
    return one_or_404(rows, viewer.bearer.key)
