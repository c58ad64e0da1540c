"""Every read of actions. The viewer comes first, always."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.models import Person
from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import one_or_404
from kith.web.actions.models import Action, Actions
from kith.web.bodies.models import Body, Seat
from kith.web.organisations.models import Organisation


if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.viewer import Viewer
    from kith.web.actions.models import ActionStep


def visible_actions(viewer: Viewer) -> Actions:
    """Every action the viewer may see, with what a list shows of each."""
    return Action.objects.visible_to(viewer).select_related(
        "body", "owner", "owner_organisation"
    )


def action(viewer: Viewer, key: UUID) -> Action:
    """One action.

    Raises:
        Http404: not there, or not this viewer's.
    """
    return one_or_404(visible_actions(viewer), key)


def story(viewer: Viewer, of: Action) -> QuerySet[ActionStep]:
    """The action's steps, oldest first."""
    shown = action(viewer, of.pk)
    return shown.steps.select_related("taken_by").order_by("taken_at", "id")


def bodies_to_propose_in(viewer: Viewer) -> QuerySet[Body]:
    """The open bodies in which this viewer may propose an action."""
    return Body.objects.filter(
        pk__in=viewer.bodies(P.ACTION_PROPOSE), closed_on__isnull=True
    ).order_by("name", "id")


def owned_and_open(viewer: Viewer) -> Actions:
    """What this viewer owns and has not finished, the most urgent first."""
    return (
        visible_actions(viewer)
        .still_open()
        .filter(owner=viewer.person)
        .order_by("due_on", "id")
    )


def possible_owner_organisations(viewer: Viewer) -> QuerySet[Organisation]:
    """The organisations that sit in a body where this viewer may propose."""
    seats = Seat.objects.filter(body__in=viewer.bodies(P.ACTION_PROPOSE))
    return Organisation.objects.filter(pk__in=seats.values("organisation")).order_by(
        "name", "id"
    )


def possible_owners(viewer: Viewer) -> QuerySet[Person]:
    """The people who sit in a body where this viewer may propose."""
    seats = Seat.objects.filter(body__in=viewer.bodies(P.ACTION_PROPOSE))
    return Person.objects.filter(
        pk__in=seats.values("person"), is_active=True
    ).order_by("name", "id")
