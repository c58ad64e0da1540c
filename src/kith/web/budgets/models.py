"""The shared budget of a financial year: who gives what, and what it is spent on."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.db.models import Q

from kith.domain.rules.states.budgets import BUDGET, BudgetState
from kith.web.access.models import Person
from kith.web.access.permissions import Permission as P
from kith.web.audit.append_only import AppendOnly
from kith.web.bodies.models import Body
from kith.web.organisations.models import Organisation


if TYPE_CHECKING:
    from kith.web.access.viewer import Viewer


STATE_CHOICES = [(state.value, words) for state, words in BUDGET.words.items()]


class ContributionKind(models.TextChoices):
    """What a partner gives."""

    CASH = "CASH", "Cash"
    IN_KIND = "IN_KIND", "In kind"


class Budgets(models.QuerySet["Budget"]):
    """Budgets by who may see them."""

    def visible_to(self, viewer: Viewer) -> Budgets:
        """Those of bodies whose budget this viewer may see, and single ones opened."""
        return self.filter(
            Q(body__in=viewer.bodies(P.BUDGET_SEE))
            | Q(pk__in=viewer.cases("budgets", P.BUDGET_SEE))
        ).exclude(pk__in=viewer.blocked_keys("budgets"))


class Budget(models.Model):
    """The budget of one financial year (April to March), by the year it begins in.

    The three signatures are approvals: their noun is ``budgets``, their key the step
    with which the budget was sent to be signed, since what changes is signed anew.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="budgets")
    first_year = models.PositiveSmallIntegerField()
    state = models.CharField(
        max_length=8, choices=STATE_CHOICES, default=BudgetState.DRAFT.value
    )
    value_note = models.TextField(blank=True)
    drafted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    agreed_on = models.DateField(null=True)

    objects = Budgets.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "first_year"], name="one_budget_a_year"
            ),
            models.CheckConstraint(
                condition=Q(state=BudgetState.AGREED.value, agreed_on__isnull=False)
                | ~Q(state=BudgetState.AGREED.value) & Q(agreed_on__isnull=True),
                name="an_agreed_budget_has_its_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body_id} {self.first_year}"


class Contribution(models.Model):
    """What one organisation gives to the year: money, or something worth money.

    ``what`` says what is given in kind. The same organisation may give both.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    budget = models.ForeignKey(
        Budget, on_delete=models.PROTECT, related_name="contributions"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="contributions"
    )
    kind = models.CharField(max_length=8, choices=ContributionKind.choices)
    what = models.CharField(max_length=200, blank=True)
    amount = models.DecimalField(max_digits=12, decimal_places=2)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["budget", "organisation", "kind", "what"],
                name="a_contribution_is_named_once",
            ),
            models.CheckConstraint(
                condition=Q(amount__gte=0), name="a_contribution_is_not_negative"
            ),
            models.CheckConstraint(
                condition=~Q(kind=ContributionKind.IN_KIND.value) | ~Q(what=""),
                name="what_is_given_in_kind_is_named",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.organisation_id}"


class Spend(models.Model):
    """What is planned for one heading, and what was spent once that is known."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    budget = models.ForeignKey(Budget, on_delete=models.PROTECT, related_name="spends")
    heading = models.CharField(max_length=120)
    planned = models.DecimalField(max_digits=12, decimal_places=2)
    spent = models.DecimalField(max_digits=12, decimal_places=2, null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["budget", "heading"], name="a_heading_stands_once"
            ),
            models.CheckConstraint(
                condition=Q(planned__gte=0), name="nothing_negative_is_planned"
            ),
        ]

    def __str__(self) -> str:
        return self.heading


class BudgetStep(AppendOnly):
    """One step of a budget's story. Never changed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    number = models.PositiveIntegerField()
    budget = models.ForeignKey(Budget, on_delete=models.PROTECT, related_name="steps")
    move = models.CharField(max_length=30)
    state = models.CharField(max_length=8, choices=STATE_CHOICES)
    words = models.TextField(blank=True)
    taken_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["budget", "number"], name="one_budget_step_a_number"
            )
        ]

    def __str__(self) -> str:
        return f"{self.move} {self.budget_id}"
