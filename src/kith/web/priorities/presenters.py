"""Priorities in words, tags, next steps and charts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.urls import reverse

from kith.domain.rules.priority_progress import WORDS, Progress
from kith.domain.vocabulary.periods import say_day
from kith.web.priorities import policies
from kith.web.published import queries as published
from kith.web.published.values import NothingPublishedError, NotPublishedError
from kith.web.ui import charts
from kith.web.ui.steps import NextStep


if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.priorities.models import Plan, Priority


TONES = {
    Progress.LITTLE_OR_NONE: "attention",
    Progress.GOOD: "done",
    Progress.ACHIEVED: "done",
}
FEWEST_MONTHS = 2


@dataclass(frozen=True)
class PriorityLine:
    """A priority as the plan shows it."""

    number: int
    title: str
    url: str
    lead: str
    words: str
    tone: str


@dataclass(frozen=True)
class PlanCard:
    """A plan with its priorities, its state, and what can be done with it."""

    key: UUID
    title: str
    body: str
    years: str
    state: str
    lines: tuple[PriorityLine, ...]
    steps: tuple[NextStep, ...]


@dataclass(frozen=True)
class Trend:
    """A measure in place: its chart, or the sentence that says why there is none."""

    title: str
    chart: object | None
    gap: str
    url: str = ""


def standing(priority: Priority) -> tuple[str, str]:
    """How far it has come, in words, and the tone of its tag."""
    progress = Progress(priority.progress)
    return WORDS[progress], TONES.get(progress, "")


def plan_card(viewer: Viewer, plan: Plan, rows: list[Priority]) -> PlanCard:
    """A plan as the list shows it."""
    can = (
        ("Add a priority", "new", policies.why_not_add(viewer, plan), True),
        (
            "Agree this plan",
            "agree",
            policies.why_not_move(viewer, plan, "agree"),
            False,
        ),
        ("End this plan", "end", policies.why_not_move(viewer, plan, "end"), False),
    )
    return PlanCard(
        key=plan.pk,
        title=plan.title,
        body=plan.body.name,
        years=f"{say_day(plan.first_on)} to {say_day(plan.last_on)}",
        state=plan.get_state_display(),
        lines=tuple(_line(one) for one in rows),
        steps=tuple(
            NextStep(words, reverse(f"priorities:{route}", args=[plan.pk]), "", page)
            for words, route, why_not, page in can
            if not why_not
        ),
    )


def facts(priority: Priority) -> list[tuple[str, str]]:
    """What is known of it in a glance."""
    rows = [
        ("Led by", _lead(priority)),
        (
            "Plan",
            f"{priority.plan.title} ({priority.plan.get_state_display().lower()})",
        ),
        ("Until", say_day(priority.plan.last_on)),
    ]
    if priority.area is not None:
        rows.append(("For one area alone", priority.area.name))
    rows.append(("Shown to the public", "Yes" if priority.is_published else "No"))
    return rows


def next_steps(viewer: Viewer, priority: Priority) -> list[NextStep]:
    """What this viewer can do with the priority, and why not the rest."""
    edit = policies.why_not_edit(viewer, priority)
    steps = (
        ("Note progress", "note", policies.why_not_note(viewer, priority)),
        ("Write for a report", "narrative", edit),
        ("Choose its measures", "measures", edit),
        ("Link an action", "link", edit),
        ("Change this priority", "edit", edit),
    )
    return [
        NextStep(
            words,
            reverse(f"priorities:{route}", args=[priority.pk]),
            why_not,
            opens_page=True,
        )
        for words, route, why_not in steps
    ]


def measure_choices(viewer: Viewer, held: list[str]) -> list[tuple[str, str]]:
    """The measures of the edition; those held that it has no longer stay on offer."""
    try:
        known = [(one.code, one.title) for one in published.catalogue(viewer)]
    except NothingPublishedError:
        known = []
    codes = {code for code, _ in known}
    return [
        *known,
        *((code, f"{code} (not published now)") for code in held if code not in codes),
    ]


def trends(viewer: Viewer, codes: list[str], area: str | None) -> list[Trend]:
    """Each measure month by month, or what is missing."""
    return [_trend(viewer, code, area) for code in codes]


def _trend(viewer: Viewer, code: str, area: str | None) -> Trend:
    try:
        measure = published.measure(viewer, code)
        place = published.area(viewer, area)
    except NothingPublishedError:
        return Trend(code, None, "No evidence has been published yet.")
    except NotPublishedError:
        return Trend(code, None, "The published evidence does not hold this measure.")
    months = published.breakdown(viewer, code, place.code, "month")
    url = reverse("scorecards:figure", args=[code])
    if sum(month.status.has_value for month in months) < FEWEST_MONTHS:
        said = "It is not published month by month, so no trend can be drawn."
        return Trend(measure.title, None, said, url)
    chart = charts.run_chart(
        measure.title,
        months,
        period=str(published.edition(viewer).period),
        place=place.name,
        events=(charts.Annotation("March 2020", "schools close"),),
    )
    drawn = charts.figure(replace(chart, carries_over=measure.carries_over))
    return Trend(measure.title, drawn, "", url)


def _line(one: Priority) -> PriorityLine:
    words, tone = standing(one)
    url = reverse("priorities:detail", args=[one.pk])
    return PriorityLine(one.number, one.title, url, _lead(one), words, tone)


def _lead(one: Priority) -> str:
    named = one.lead_organisation.name
    return f"{one.lead.name}, {named}" if one.lead else named


def last_news_needed(today: date) -> date:
    """A priority without news since this day is a need for its lead: a quarter back."""
    month = today.month - 3
    year = today.year if month > 0 else today.year - 1
    return today.replace(year=year, month=month if month > 0 else month + 12, day=1)
