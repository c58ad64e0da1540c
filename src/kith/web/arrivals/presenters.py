"""Imports in words: columns side by side, the preview, what became of each row."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from kith.domain.rules.states.arrivals import ARRIVAL, ArrivalState
from kith.domain.vocabulary.moments import say_moment
from kith.web.arrivals.models import ArrivalKind, Outcome


if TYPE_CHECKING:
    from collections.abc import Iterable

    from kith.web.arrivals.kinds.kind import Planned
    from kith.web.arrivals.models import Arrival, ArrivalRow
    from kith.web.ui.forms import KithForm


TONES = {
    Outcome.NEW: "done",
    Outcome.CHANGED: "attention",
    Outcome.SAME: "",
    Outcome.CANNOT: "error",
    Outcome.LEFT_OUT: "",
}
RECORD_PAGES = {"actions": "actions:detail", "risks": "risks:detail"}


@dataclass(frozen=True)
class ArrivalLine:
    """An import as the list shows it."""

    what: str
    url: str
    body: str
    who: str
    state: str


def line(arrival: Arrival) -> ArrivalLine:
    """One row of the list."""
    return ArrivalLine(
        what=f"{arrival.get_kind_display()}, {arrival.file_name}",
        url=page_of(arrival),
        body=arrival.body.name,
        who=f"{arrival.uploaded_by.name}, {say_moment(arrival.uploaded_at)}",
        state=ARRIVAL.words[ArrivalState(arrival.state)],
    )


def page_of(arrival: Arrival) -> str:
    """Where to go on with an import."""
    route = {
        ArrivalState.READ: "arrivals:columns",
        ArrivalState.MATCHED: "arrivals:check",
    }.get(ArrivalState(arrival.state), "arrivals:detail")
    return reverse(route, args=[arrival.pk])


@dataclass(frozen=True)
class PlanLine:
    """A row of the preview."""

    number: int
    outcome: str
    tone: str
    title: str
    remark: str
    changes: tuple[tuple[str, str, str], ...]


def preview(plans: Iterable[Planned]) -> list[PlanLine]:
    """What each row would become."""
    return [
        PlanLine(
            number=one.row.number,
            outcome=one.outcome.label,
            tone=TONES[one.outcome],
            title=one.title,
            remark=one.remark,
            changes=one.changes,
        )
        for one in plans
    ]


def summary(outcomes: Iterable[str]) -> str:
    """One sentence: how many rows become what."""
    counts = Counter(outcomes)
    told = [
        f"{counts[one.value]} {one.label.lower()}"
        for one in Outcome
        if counts[one.value]
    ]
    total = sum(counts.values())
    rows = "1 row" if total == 1 else f"{total} rows"
    return f"{rows}: {', '.join(told)}." if told else "The file holds no rows."


@dataclass(frozen=True)
class Became:
    """What a row of an applied import became."""

    number: int
    outcome: str
    tone: str
    url: str
    reference: str


def became(rows: Iterable[ArrivalRow]) -> list[Became]:
    """What every row became, each with its page where it has one."""
    return [
        Became(
            number=one.number,
            outcome=Outcome(one.outcome).label,
            tone=TONES[Outcome(one.outcome)],
            url=reverse(RECORD_PAGES[one.noun], args=[one.record])
            if one.record and one.noun in RECORD_PAGES
            else "",
            reference=one.source_reference,
        )
        for one in rows
    ]


def is_action_log(arrival: Arrival) -> bool:
    """Whether days and done rows have to be asked about."""
    return arrival.kind == ArrivalKind.ACTIONS


def has_choices(form: KithForm) -> bool:
    """Whether there is anything to choose before the preview."""
    return bool(form.fields)
