"""Every read of delegations. The viewer comes first, always."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from kith.web.access.models import Delegation
from kith.web.access.naming import body_names
from kith.web.access.people.queries import visible_people
from kith.web.access.permissions import Permission as P


if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.models import Person
    from kith.web.access.viewer import Viewer


def visible_delegations(viewer: Viewer) -> QuerySet[Delegation]:
    """What was given by or to this viewer, and in groups whose people they look after,
    or for everything by one of these people."""
    kept = visible_people(viewer, P.PEOPLE_ROLE_GIVE)
    return Delegation.objects.filter(
        Q(giver=viewer.who)
        | Q(taker=viewer.who)
        | Q(body__in=viewer.bodies(P.PEOPLE_ROLE_GIVE))
        | Q(body__isnull=True, giver__in=kept.values("pk"))
    ).select_related("giver", "taker", "ended_by")


def people_to_delegate_to(viewer: Viewer) -> QuerySet[Person]:
    """Whom this viewer may ask to stand in: the people they work with."""
    others = visible_people(viewer).filter(is_active=True).exclude(pk=viewer.who)
    return others.order_by("name", "id")


def bodies_to_delegate(viewer: Viewer) -> dict[UUID, str]:
    """The groups in which this viewer may hand on what they do, by name."""
    return body_names(viewer.bodies(P.DELEGATION_GIVE))
