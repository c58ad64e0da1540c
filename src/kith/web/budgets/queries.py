"""Every read of budgets. The viewer comes first, always."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.models import Person, RoleHolding
from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import one_or_404
from kith.web.access.roles import ROLES
from kith.web.bodies.models import Body, Seat
from kith.web.budgets.models import Budget, Budgets, BudgetStep, Contribution, Spend
from kith.web.organisations.models import Organisation


if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.viewer import Viewer


def visible_budgets(viewer: Viewer) -> Budgets:
    """Every budget the viewer may see."""
    return Budget.objects.visible_to(viewer).select_related("body")


def budget(viewer: Viewer, key: UUID) -> Budget:
    """One budget.

    Raises:
        Http404: not there, or not this viewer's.
    """
    return one_or_404(visible_budgets(viewer), key)


def year_before(viewer: Viewer, of: Budget) -> Budget | None:
    """The same body's budget of the year before, where there is one."""
    return (
        visible_budgets(viewer)
        .filter(body=of.body_id, first_year=of.first_year - 1)
        .first()
    )


def contributions(viewer: Viewer, of: Budget) -> list[Contribution]:
    """What each organisation gives, by organisation, cash first."""
    found = Contribution.objects.filter(budget__in=_seen(viewer, of))
    return list(
        found.select_related("organisation").order_by(
            "organisation__name", "kind", "what", "id"
        )
    )


def spends(viewer: Viewer, of: Budget) -> list[Spend]:
    """What it is spent on, the largest heading first."""
    found = Spend.objects.filter(budget__in=_seen(viewer, of))
    return list(found.order_by("-planned", "heading", "id"))


def story(viewer: Viewer, of: Budget) -> QuerySet[BudgetStep]:
    """Its steps, oldest first."""
    found = BudgetStep.objects.filter(budget__in=_seen(viewer, of))
    return found.select_related("taken_by").order_by("number")


def bodies_to_budget_for(viewer: Viewer) -> QuerySet[Body]:
    """The open bodies for which this viewer may draft a budget."""
    return Body.objects.filter(
        pk__in=viewer.bodies(P.BUDGET_EDIT), closed_on__isnull=True
    ).order_by("name", "id")


def possible_givers(viewer: Viewer, of: Budget) -> QuerySet[Organisation]:
    """The organisations that sit in the budget's body."""
    seats = Seat.objects.filter(body__in=_seen(viewer, of).values("body"))
    return Organisation.objects.filter(pk__in=seats.values("organisation")).order_by(
        "name", "id"
    )


def possible_signers(viewer: Viewer, of: Budget, *, day: date) -> QuerySet[Person]:
    """The people whose role lets them agree the budget of the body's areas."""
    roles = [role for role, duty in ROLES.items() if P.BUDGET_AGREE in duty.permissions]
    areas = _seen(viewer, of).values("body__areas")
    held = RoleHolding.objects.standing_on(day).filter(
        role__in=roles, area__in=areas, is_deputy=False
    )
    return Person.objects.filter(pk__in=held.values("person"), is_active=True).order_by(
        "name", "id"
    )


def _seen(viewer: Viewer, of: Budget) -> Budgets:
    return Budget.objects.visible_to(viewer).filter(pk=of.pk)


def latest_sending(viewer: Viewer, of: Budget) -> BudgetStep | None:
    """The step with which it was last sent to be signed: what the signatures are of."""
    sent = story(viewer, of).filter(move="send_to_sign")
    return sent.order_by("-number").first()


def given_by_budget(viewer: Viewer, of: list[Budget]) -> dict[UUID, list[Contribution]]:
    """The contributions of several budgets, in one question."""
    held: dict[UUID, list[Contribution]] = {one.pk: [] for one in of}
    rows = Contribution.objects.filter(
        budget__in=Budget.objects.visible_to(viewer).filter(pk__in=held)
    )
    for one in rows:
        held[one.budget_id].append(one)
    return held
