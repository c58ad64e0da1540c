"""Reads of the published arrangements and of the agencies that they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from kith.domain.rules.states.terms import TermsState
from kith.web.access.models import Person, RoleHolding
from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import one_or_404
from kith.web.access.roles import ROLES
from kith.web.approvals.queries import approvals_of, standing_slots, visible_approvals
from kith.web.organisations.models import (
    ArrangementsVersion,
    Organisation,
    Partnership,
    RelevantAgency,
    Sector,
)
from kith.web.organisations.queries.organisations import areas_seen


if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.viewer import Viewer
    from kith.web.approvals.models import Approvals
    from kith.web.organisations.models import ArrangementsStep, Organisations


OPEN_TO_ALL = (TermsState.PUBLISHED.value, TermsState.SUPERSEDED.value)


def visible_arrangements(viewer: Viewer) -> QuerySet[ArrangementsVersion]:
    """Published ones for all who see arrangements; drafts for those of the areas."""
    if not viewer.may(P.ARRANGEMENTS_SEE):
        return ArrangementsVersion.objects.none()
    mine = Partnership.objects.filter(areas__in=areas_seen(viewer, P.ARRANGEMENTS_SEE))
    return (
        ArrangementsVersion.objects.filter(
            Q(state__in=OPEN_TO_ALL) | Q(partnership__in=mine.values("pk"))
        )
        .exclude(pk__in=viewer.blocked_keys("organisations"))
        .select_related("partnership", "drafted_by")
    )


def arrangements(viewer: Viewer, key: UUID) -> ArrangementsVersion:
    """One version.

    Raises:
        Http404: not there, or not this viewer's.
    """
    return one_or_404(visible_arrangements(viewer), key)


def arrangements_story(
    viewer: Viewer, of: ArrangementsVersion
) -> QuerySet[ArrangementsStep]:
    """Its steps, oldest first."""
    steps = arrangements(viewer, of.pk).steps
    return steps.select_related("taken_by").order_by("taken_at", "id")


def signatures(viewer: Viewer, of: ArrangementsVersion) -> Approvals:
    """The three approvals asked for a version, and earlier ones refused."""
    return approvals_of(viewer, "organisations", of.pk)


def signatures_open_to(viewer: Viewer, of: ArrangementsVersion) -> frozenset[UUID]:
    """Those of its approvals that this viewer may open."""
    found = visible_approvals(viewer).filter(noun="organisations", key=of.pk)
    return frozenset(found.values_list("pk", flat=True))


def agencies(viewer: Viewer, of: ArrangementsVersion) -> QuerySet[RelevantAgency]:
    """The agencies that a version names, with who accepted."""
    shown = arrangements(viewer, of.pk)
    return shown.agencies.select_related(
        "organisation", "acceptance", "version"
    ).order_by("organisation__name", "id")


def agency(viewer: Viewer, key: UUID) -> RelevantAgency:
    """One agency as a version names it."""
    visible = visible_arrangements(viewer)
    named = RelevantAgency.objects.filter(version__in=visible.values("pk"))
    return one_or_404(
        named.select_related("organisation", "version__partnership", "acceptance"), key
    )


def areas_of(
    viewer: Viewer,  # noqa: ARG001 - which areas a partnership has is public
    of: Partnership,
) -> frozenset[str]:
    """The codes of a partnership's areas."""
    return frozenset(of.areas.values_list("code", flat=True))


def partnerships_to_draft_for(viewer: Viewer) -> QuerySet[Partnership]:
    """The partnerships for which this viewer may draft arrangements."""
    mine = viewer.areas(P.ARRANGEMENTS_EDIT)
    return Partnership.objects.filter(areas__in=mine).distinct().order_by("name", "id")


def slots_asked(viewer: Viewer, of: ArrangementsVersion) -> frozenset[str]:
    """The partners, by sector, whose signature is asked for or given."""
    return standing_slots(viewer, "organisations", of.pk)


def sectors_to_ask(viewer: Viewer, of: ArrangementsVersion) -> list[tuple[str, str]]:
    """The partners whose signature has still to be asked for."""
    asked = slots_asked(viewer, of)
    return [(one.value, one.label) for one in Sector if one.value not in asked]


def who_may_sign(viewer: Viewer, areas: frozenset[str]) -> QuerySet[Person]:
    """The people who sign for a partner of these areas: never a deputy."""
    if not viewer.areas(P.ARRANGEMENTS_EDIT) & areas:
        return Person.objects.none()
    signing = [
        role.value
        for role, duty in ROLES.items()
        if P.APPROVAL_GIVE in duty.permissions
    ]
    held = RoleHolding.objects.filter(
        area__in=areas, role__in=signing, is_deputy=False, ended_because=""
    )
    return Person.objects.filter(pk__in=held.values("person"), is_active=True).order_by(
        "name", "id"
    )


def possible_agencies(viewer: Viewer, *, on: date) -> Organisations:
    """Every organisation that serves an area for which this viewer drafts or asks."""
    mine = viewer.areas(P.ARRANGEMENTS_EDIT) | viewer.areas(P.INFORMATION_REQUEST)
    return (
        Organisation.objects.standing_on(on).covering(mine, on).order_by("name", "id")
    )
