"""Budgets in words, sums and a chart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from kith.domain.rules.budget_sums import Change, pounds, total, year_words
from kith.domain.rules.states.budgets import BUDGET, BudgetState
from kith.domain.vocabulary.figures import Unit
from kith.domain.vocabulary.periods import say_day
from kith.web.budgets import policies
from kith.web.ui import charts
from kith.web.ui.steps import NextStep, StoryLine


if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from kith.web.access.viewer import Viewer
    from kith.web.approvals.models import Approval
    from kith.web.budgets.models import Budget, BudgetStep, Contribution, Spend


MOVES = {
    "draft": "Drafted",
    "send_to_sign": "Sent to be signed",
    "take_back": "Taken back",
    "agree": "Agreed",
}
TONES = {BudgetState.AGREED: "done", BudgetState.TO_SIGN: "attention"}


@dataclass(frozen=True)
class BudgetLine:
    """A budget as a list shows it."""

    year: str
    url: str
    body: str
    total: str
    state: str
    tone: str


@dataclass(frozen=True)
class GivenLine:
    """What one organisation gives, against the year before."""

    organisation: str
    cash: str
    in_kind: str
    what: str
    total: str
    change: str


@dataclass(frozen=True)
class SpendLine:
    """One heading: planned, spent, and the change of the plan from last year."""

    heading: str
    planned: str
    spent: str
    change: str


@dataclass(frozen=True)
class Signature:
    """One partner's signature, and where it stands."""

    office: str
    state: str
    note: str
    url: str


def standing(budget: Budget) -> tuple[str, str]:
    """Where the budget stands in words, and the tone of its tag."""
    state = BudgetState(budget.state)
    return BUDGET.words[state], TONES.get(state, "")


def line(budget: Budget, given: Sequence[Contribution]) -> BudgetLine:
    """One row of the list."""
    words, tone = standing(budget)
    return BudgetLine(
        year=year_words(budget.first_year),
        url=reverse("budgets:detail", args=[budget.pk]),
        body=budget.body.name,
        total=pounds(total(one.amount for one in given)),
        state=words,
        tone=tone,
    )


def given_lines(
    now: Sequence[Contribution], before: Sequence[Contribution] | None
) -> list[GivenLine]:
    """What each organisation gives; one that gave last year and does not now is there."""
    names = dict.fromkeys(one.organisation.name for one in (*now, *(before or ())))
    lines = []
    for name in sorted(names):
        mine = [one for one in now if one.organisation.name == name]
        cash = total(one.amount for one in mine if one.kind == "CASH")
        kind = total(one.amount for one in mine if one.kind == "IN_KIND")
        what = "; ".join(one.what for one in mine if one.kind == "IN_KIND")
        lines.append(
            GivenLine(
                organisation=name,
                cash=pounds(cash),
                in_kind=pounds(kind),
                what=what,
                total=pounds(cash + kind),
                change=Change(_of(before, name), cash + kind).words,
            )
        )
    return lines


def spend_lines(
    now: Sequence[Spend], before: Sequence[Spend] | None
) -> list[SpendLine]:
    """What each heading has; one of last year that is gone is there, with nothing."""
    old = None if before is None else {one.heading: one.planned for one in before}
    lines = [
        SpendLine(
            heading=one.heading,
            planned=pounds(one.planned),
            spent="not known yet" if one.spent is None else pounds(one.spent),
            change=Change(
                None if old is None else old.get(one.heading, total(())), one.planned
            ).words,
        )
        for one in now
    ]
    gone = [one for one in old or {} if one not in {row.heading for row in now}]
    for name in gone:
        change = Change((old or {})[name], total(()))
        lines.append(SpendLine(name, pounds(total(())), "nothing", change.words))
    return lines


def sentence(now: Sequence[Contribution], before: Sequence[Contribution] | None) -> str:
    """The budget in one computed sentence."""
    cash = total(one.amount for one in now if one.kind == "CASH")
    kind = total(one.amount for one in now if one.kind == "IN_KIND")
    old = None if before is None else total(one.amount for one in before)
    if not now:
        return "Nobody gives anything yet."
    givers = len({one.organisation.pk for one in now})
    noun = "organisation gives" if givers == 1 else "organisations give"
    change = Change(old, cash + kind).words
    return (
        f"{givers} {noun} {pounds(cash + kind)}: {pounds(cash)} in cash and "
        f"{pounds(kind)} in kind. Against the year before: {change}."
    )


def balance(given: Sequence[Contribution], spends: Sequence[Spend]) -> str:
    """Whether what is planned is covered by the cash that is given."""
    cash = total(one.amount for one in given if one.kind == "CASH")
    planned = total(one.planned for one in spends)
    if not spends:
        return "Nothing is planned yet."
    if planned == cash:
        return f"{pounds(planned)} is planned: all of the cash."
    if planned < cash:
        rest = pounds(cash - planned)
        return f"{pounds(planned)} is planned; {rest} of the cash is not planned yet."
    more = pounds(planned - cash)
    return f"{pounds(planned)} is planned: {more} more than the cash that is given."


def spend_chart(budget: Budget, spends: Sequence[Spend]) -> object | None:
    """What is planned by heading, drawn with its table; none for a single heading."""
    if len(spends) <= 1:
        return None
    return charts.figure(
        charts.BarChart(
            name="Planned spend",
            unit=Unit.POUNDS,
            period=year_words(budget.first_year),
            place=budget.body.name,
            bars=tuple(charts.Bar(one.heading, one.planned) for one in spends),
            by="heading",
        )
    )


def signatures(asked: Iterable[Approval]) -> list[Signature]:
    """Each partner's signature."""
    rows = []
    for one in asked:
        said = [one.asked_of.name] if one.asked_of else ["no sign-in"]
        if one.approved_on is not None:
            said.append(say_day(one.approved_on))
        rows.append(
            Signature(
                one.office,
                one.get_state_display(),
                ", ".join(said),
                reverse("approvals:detail", args=[one.pk]),
            )
        )
    return rows


def next_steps(viewer: Viewer, budget: Budget, *, is_empty: bool) -> list[NextStep]:
    """What this viewer can do with the budget, and why not the rest."""
    edit = policies.why_not_edit(viewer, budget)
    steps = (
        ("Set a contribution", "contribution", edit),
        ("Set a heading", "heading", edit),
        (
            "Send to the three partners",
            "send",
            policies.why_not_send(viewer, budget, is_empty=is_empty),
        ),
        ("Take it back", "take_back", policies.why_not_take_back(viewer, budget)),
        ("Say what was spent", "spent", policies.why_not_say_spent(viewer, budget)),
        ("Say what value it had", "value", policies.why_not_note(viewer, budget)),
    )
    return [
        NextStep(
            words,
            reverse(f"budgets:{route}", args=[budget.pk]),
            why_not,
            opens_page=True,
        )
        for words, route, why_not in steps
    ]


def story(steps: Iterable[BudgetStep]) -> list[StoryLine]:
    """The budget's steps in words."""
    return [
        StoryLine(MOVES[one.move], one.taken_by.name, one.taken_at, one.words)
        for one in steps
    ]


def _of(before: Sequence[Contribution] | None, name: str) -> Decimal | None:
    if before is None:
        return None
    return total(one.amount for one in before if one.organisation.name == name)
