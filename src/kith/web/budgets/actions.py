"""Every write of budgets: one transaction, one audit event each."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from kith.domain.rules.budget_sums import year_words
from kith.domain.rules.states.approvals import ApprovalState
from kith.domain.rules.states.budgets import BUDGET, BudgetState
from kith.web.access.refusals import locked, refuse_if
from kith.web.access.writing import writing
from kith.web.approvals.actions import Question, ask_approval, withdraw_approval
from kith.web.approvals.queries import all_given, approvals_of
from kith.web.budgets import policies
from kith.web.budgets.models import (
    Budget,
    BudgetStep,
    Contribution,
    ContributionKind,
    Spend,
)
from kith.web.budgets.queries import visible_budgets
from kith.web.organisations.models import Sector


if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from uuid import UUID

    from kith.web.access.models import Person
    from kith.web.access.viewer import Viewer
    from kith.web.bodies.models import Body
    from kith.web.organisations.models import Organisation


SIGNERS = {
    Sector.COUNCIL: "Lead safeguarding partner, council",
    Sector.HEALTH: "Lead safeguarding partner, health",
    Sector.POLICE: "Lead safeguarding partner, police",
}
"""The three who sign, each for themselves (Working Together 2023, chapter 2)."""


@dataclass(frozen=True)
class Given:
    """What one organisation gives: money, or something worth money, named."""

    organisation: Organisation
    kind: ContributionKind
    amount: Decimal
    what: str = ""


@dataclass(frozen=True)
class Heading:
    """What is planned for one heading."""

    heading: str
    planned: Decimal


def draft_budget(
    *, viewer: Viewer, at: datetime, body: Body, first_year: int
) -> Budget:
    """The body has a budget in draft for the financial year that begins that April."""
    with writing(viewer=viewer, at=at, verb="budgets.drafted") as event:
        refuse_if(policies.why_not_draft(viewer, body.pk))
        if Budget.objects.filter(body=body, first_year=first_year).exists():
            refuse_if(f"There is a budget for {year_words(first_year)} already.")
        budget = Budget.objects.create(
            body=body, first_year=first_year, drafted_by_id=viewer.who, drafted_at=at
        )
        _told(budget, "draft", viewer, at)
        event.about(budget, body=body.pk, first_year=first_year)
    return budget


def set_contribution(
    *, viewer: Viewer, at: datetime, key: UUID, given: Given
) -> Contribution | None:
    """The organisation gives this much; an amount of nothing takes the line away.

    Raises:
        RefusedError: the budget is no draft, a kind has no name, or not theirs.
    """
    with writing(viewer=viewer, at=at, verb="budgets.contribution_set") as event:
        budget = locked(visible_budgets(viewer), key)
        refuse_if(policies.why_not_edit(viewer, budget))
        what = given.what.strip()
        if given.kind == ContributionKind.IN_KIND and not what:
            refuse_if("Say what is given in kind.")
        refuse_if("An amount cannot be less than nothing." if given.amount < 0 else "")
        same = budget.contributions.filter(
            organisation=given.organisation, kind=given.kind, what=what
        )
        line = None
        if given.amount == 0:
            same.delete()
        else:
            line, _ = Contribution.objects.update_or_create(
                budget=budget,
                organisation=given.organisation,
                kind=given.kind,
                what=what,
                defaults={"amount": given.amount},
            )
        event.about(
            budget,
            body=budget.body_id,
            organisation=str(given.organisation.pk),
            kind=str(given.kind),
            amount=str(given.amount),
        )
    return line


def set_heading(
    *, viewer: Viewer, at: datetime, key: UUID, heading: Heading
) -> Spend | None:
    """This much is planned for the heading; nothing takes the heading away."""
    with writing(viewer=viewer, at=at, verb="budgets.heading_set") as event:
        budget = locked(visible_budgets(viewer), key)
        refuse_if(policies.why_not_edit(viewer, budget))
        name = heading.heading.strip()
        refuse_if("" if name else "Name the heading.")
        refuse_if(
            "An amount cannot be less than nothing." if heading.planned < 0 else ""
        )
        line = None
        if heading.planned == 0:
            budget.spends.filter(heading=name).delete()
        else:
            line, _ = Spend.objects.update_or_create(
                budget=budget, heading=name, defaults={"planned": heading.planned}
            )
        event.about(budget, body=budget.body_id, planned=str(heading.planned))
    return line


def say_spent(
    *, viewer: Viewer, at: datetime, key: UUID, heading: str, spent: Decimal
) -> Spend:
    """It is known what was spent under a heading of an agreed budget."""
    with writing(viewer=viewer, at=at, verb="budgets.spent") as event:
        budget = locked(visible_budgets(viewer), key)
        refuse_if(policies.why_not_say_spent(viewer, budget))
        line, _ = Spend.objects.get_or_create(
            budget=budget, heading=heading.strip(), defaults={"planned": Decimal(0)}
        )
        line.spent = spent
        line.save(update_fields=["spent"])
        event.about(budget, body=budget.body_id, spent=str(spent))
    return line


def note_value(*, viewer: Viewer, at: datetime, key: UUID, words: str) -> Budget:
    """The budget says what value the money had."""
    with writing(viewer=viewer, at=at, verb="budgets.value_noted") as event:
        budget = locked(visible_budgets(viewer), key)
        refuse_if(policies.why_not_note(viewer, budget))
        budget.value_note = words.strip()
        budget.save(update_fields=["value_note"])
        event.about(budget, body=budget.body_id)
    return budget


def send_to_sign(
    *,
    viewer: Viewer,
    at: datetime,
    key: UUID,
    signers: Mapping[Sector, Person | None],
    url: str = "",
    due_on: date | None = None,
) -> Budget:
    """The three partners are asked to sign; nothing in the budget changes meanwhile.

    A partner without a sign-in is asked as an office: their approval is then recorded
    by one person and confirmed by another.
    """
    with writing(viewer=viewer, at=at, verb="budgets.sent_to_sign") as event:
        budget = locked(visible_budgets(viewer), key)
        is_empty = not budget.contributions.exists()
        refuse_if(policies.why_not_send(viewer, budget, is_empty=is_empty))
        sent = _moved(budget, "send_to_sign", viewer, at)
        for sector, office in SIGNERS.items():
            ask_approval(
                viewer=viewer,
                at=at,
                question=Question(
                    noun="budgets",
                    key=sent.pk,
                    slot=str(sector),
                    title=f"Budget {year_words(budget.first_year)}, {budget.body.name}",
                    office=office,
                    asked_of=signers.get(sector),
                    url=url,
                    body=budget.body_id,
                    due_on=due_on,
                ),
            )
        event.about(budget, body=budget.body_id)
    return budget


def take_back(*, viewer: Viewer, at: datetime, key: UUID, reason: str) -> Budget:
    """The budget is a draft again, and is signed anew when it is sent anew.

    What was given stays as it was: it was for the budget as it was sent then.
    """
    with writing(viewer=viewer, at=at, verb="budgets.taken_back") as event:
        budget = locked(visible_budgets(viewer), key)
        refuse_if(policies.why_not_take_back(viewer, budget))
        kept = reason.strip()
        refuse_if("" if kept else "Say why it is taken back.")
        waiting = [ApprovalState.ASKED.value, ApprovalState.RECORDED.value]
        sent = _sent(budget)
        for one in approvals_of(viewer, "budgets", sent.pk).filter(state__in=waiting):
            withdraw_approval(viewer=viewer, at=at, key=one.pk, reason=kept)
        _moved(budget, "take_back", viewer, at, kept)
        event.about(budget, body=budget.body_id)
    return budget


def settle_signatures(*, viewer: Viewer, at: datetime, key: UUID) -> None:
    """After a signature: with the third of three, the budget is agreed.

    ``key`` is the step with which it was sent: what was signed is what stood then.

    Called by approvals in the signature's own transaction; with a signature missing,
    nothing happens, and there is nothing to tell the trail.
    """
    slots = frozenset(str(sector) for sector in SIGNERS)
    if not all_given(viewer, "budgets", key, slots):
        return
    with writing(viewer=viewer, at=at, verb="budgets.agreed") as event:
        # Whoever signed for a chief officer may not see budgets: the signature counts.
        budget = Budget.objects.select_for_update().get(steps=key)
        # Signatures of an earlier sending settle nothing.
        if _sent(budget).pk != key:
            refuse_if("The budget was taken back since this was asked.")
        refuse_if(BUDGET.why_not("agree", BudgetState(budget.state)))
        budget.agreed_on = at.date()
        budget.state = BUDGET.move("agree").target
        budget.save(update_fields=["agreed_on", "state"])
        _told(budget, "agree", viewer, at)
        event.about(budget, body=budget.body_id)


def _sent(budget: Budget) -> BudgetStep:
    """The step with which it was last sent to be signed."""
    return budget.steps.filter(move="send_to_sign").order_by("-number")[0]


def _moved(
    budget: Budget, move: str, viewer: Viewer, at: datetime, words: str = ""
) -> BudgetStep:
    budget.state = BUDGET.move(move).target
    budget.save(update_fields=["state"])
    return _told(budget, move, viewer, at, words)


def _told(
    budget: Budget, move: str, viewer: Viewer, at: datetime, words: str = ""
) -> BudgetStep:
    return BudgetStep.objects.create(
        budget=budget,
        number=budget.steps.count() + 1,
        move=move,
        state=budget.state,
        words=words,
        taken_by_id=viewer.who,
        taken_at=at,
    )
