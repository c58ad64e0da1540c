"""Risks in words, tags, a matrix and next steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from kith.domain.rules.risk_levels import (
    IMPACT,
    LIKELIHOOD,
    Level,
    Mark,
    Trend,
    trend,
)
from kith.domain.rules.states.risks import LIVE, RISK, RiskState
from kith.domain.vocabulary.moments import london_day
from kith.domain.vocabulary.periods import say_day
from kith.web.published import queries as published
from kith.web.published.values import NothingPublishedError
from kith.web.risks import policies
from kith.web.ui.steps import NextStep, StoryLine


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from kith.web.access.viewer import Viewer
    from kith.web.risks.models import Raising, Review, Risk, RiskStep


MOVES = {
    "record": "Recorded",
    "review": "Looked at again",
    "reassign": "Given another owner",
    "add_control": "Control added",
    "change_control": "Control changed",
    "add_evidence": "Evidence added",
    "raise": "Raised",
    "accept": "Accepted by the higher group",
    "send_back": "Sent back with advice",
    "raise_on": "Raised on",
    "close": "Closed",
    "reopen": "Reopened",
}
"""A step of the story, in words."""

TONES = {
    Level.LOW: "done",
    Level.MODERATE: "",
    Level.HIGH: "attention",
    Level.VERY_HIGH: "error",
}
HEAD = (
    "Reference",
    "Risk",
    "Because of",
    "There is a risk that",
    "Which would mean",
    "Recorded by",
    "Held by",
    "Owner",
    "Before controls",
    "Now",
    "Aimed for",
    "Trend",
    "Where it stands",
    "Looked at again",
)
"""The columns of the download."""


@dataclass(frozen=True)
class RiskLine:
    """A risk as a list shows it."""

    reference: str
    title: str
    url: str
    owner: str
    holder: str
    now: str
    tone: str
    trend: str
    state: str
    review: str
    is_late: bool


def line(risk: Risk, reviews: Sequence[Review], *, today: date) -> RiskLine:
    """One row of the list."""
    return RiskLine(
        reference=risk.reference,
        title=risk.title,
        url=reverse("risks:detail", args=[risk.pk]),
        owner=risk.owner.name,
        holder=risk.tier.name,
        now=f"{risk.now.level} ({risk.now.product})",
        tone=TONES[risk.now.level],
        trend=moving(reviews).value,
        state=RISK.words[RiskState(risk.state)],
        review=say_day(risk.review_on),
        is_late=risk.state in LIVE and risk.review_on < today,
    )


def moving(reviews: Sequence[Review]) -> Trend:
    """The trend of dated reviews, oldest first."""
    return trend([one.mark for one in reviews])


def sentence(reviews: Sequence[Review]) -> str:
    """One true sentence on how the risk moved."""
    which = moving(reviews)
    if which is Trend.FIRST:
        return f"It was looked at once, on {say_day(reviews[0].on)}."
    before, now = reviews[-2], reviews[-1]
    words = {Trend.RISING: "rose", Trend.FALLING: "fell", Trend.STEADY: "stayed"}[which]
    if which is Trend.STEADY:
        return (
            f"It stayed at {now.mark.product} between {say_day(before.on)} and "
            f"{say_day(now.on)}."
        )
    return (
        f"It {words} from {before.mark.product} on {say_day(before.on)} to "
        f"{now.mark.product} on {say_day(now.on)}."
    )


def standing(risk: Risk) -> tuple[str, str]:
    """Where the risk stands in words, and the tone of its tag."""
    state = RiskState(risk.state)
    words = RISK.words[state]
    if state in {RiskState.RAISED, RiskState.ACCEPTED}:
        words = f"{words}: {risk.tier.name}"
    return words, {RiskState.RAISED: "attention", RiskState.CLOSED: "done"}.get(
        state, ""
    )


@dataclass(frozen=True)
class Cell:
    """A place of the matrix: its words, and the risks that stand there."""

    level: str
    product: int
    tone: str
    risks: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Row:
    """The places of one likelihood, from the least impact to the most."""

    likelihood: str
    cells: tuple[Cell, ...]


def matrix(risks: Iterable[Risk]) -> list[Row]:
    """Five by five, the most likely on top; each place says its level in words."""
    placed: dict[tuple[int, int], list[tuple[str, str]]] = {}
    for one in risks:
        url = reverse("risks:detail", args=[one.pk])
        placed.setdefault((one.now_likelihood, one.now_impact), []).append(
            (one.title, url)
        )
    return [
        Row(
            f"{likelihood} {words}",
            tuple(_cell(likelihood, impact, placed) for impact in IMPACT),
        )
        for likelihood, words in sorted(LIKELIHOOD.items(), reverse=True)
    ]


def impacts() -> list[str]:
    """The heads of the matrix's columns."""
    return [f"{step} {words}" for step, words in IMPACT.items()]


def _cell(
    likelihood: int, impact: int, placed: dict[tuple[int, int], list[tuple[str, str]]]
) -> Cell:
    mark = Mark(likelihood, impact)
    return Cell(
        level=mark.level.value,
        product=mark.product,
        tone=mark.level.name.lower().replace("_", "-"),
        risks=tuple(placed.get((likelihood, impact), ())),
    )


def next_steps(viewer: Viewer, risk: Risk) -> list[NextStep]:
    """What this viewer can do with the risk, and why not the rest."""
    above = risk.tier.parent
    upwards = f"Raise it to {above.name}" if above else "Raise it to a higher group"
    looking = policies.why_not_look_after(viewer, risk)
    steps = (
        ("Reply to whoever raised it", "reply", policies.why_not_reply(viewer, risk)),
        ("Look at it again", "review", looking),
        (upwards, "raise", policies.why_not_raise(viewer, risk)),
        ("Add a control", "control", looking),
        ("Add evidence", "evidence", looking),
        ("Give it another owner", "owner", looking),
        ("Close it", "close", policies.why_not_close(viewer, risk)),
        ("Reopen it", "reopen", policies.why_not_reopen(viewer, risk)),
    )
    return [
        NextStep(words, reverse(f"risks:{route}", args=[risk.pk]), why, opens_page=True)
        for words, route, why in steps
    ]


@dataclass(frozen=True)
class Climb:
    """One time that the risk went up, in words."""

    to: str
    by: str
    reason: str
    due: str
    is_late: bool
    reply: str
    reply_words: str
    replied: str
    seen: str


def climbs(raisings: Iterable[Raising], *, today: date) -> Iterator[Climb]:
    """How the risk was raised, with each reply."""
    for one in raisings:
        seen = sorted(one.seen.all(), key=lambda look: look.seen_at)
        yield Climb(
            to=one.to_body.name,
            by=f"{one.raised_by.name} for {one.from_body.name}, "
            f"{say_day(london_day(one.raised_at))}",
            reason=one.reason,
            due=say_day(one.reply_due_on),
            is_late=one.is_overdue_on(today),
            reply=one.get_reply_display() if one.reply else "",
            reply_words=one.reply_words,
            replied=f"{one.replied_by.name}, {say_day(london_day(one.replied_at))}"
            if one.replied_by and one.replied_at
            else "",
            seen=", ".join(
                f"{look.seen_by.name} on {say_day(london_day(look.seen_at))}"
                for look in seen
            ),
        )


def story(steps: Iterable[RiskStep]) -> list[StoryLine]:
    """The risk's steps in words."""
    return [
        StoryLine(
            f"{MOVES[one.move]} ({one.body.name})",
            one.taken_by.name,
            one.taken_at,
            one.words,
        )
        for one in steps
    ]


def shown(total: int, asked: dict[str, str]) -> str:
    """The sentence that says what the list shows."""
    noun = "risk" if total == 1 else "risks"
    state = asked.get("state", "")
    kind = "live " if not state else ""
    return f"{total} {kind}{noun}, the largest first."


def download_rows(
    risks: Iterable[tuple[Risk, Sequence[Review]]],
) -> Iterator[list[str]]:
    """The rows of the download, in the order of its head."""
    for risk, reviews in risks:
        yield [
            risk.reference,
            risk.title,
            risk.cause,
            risk.event,
            risk.effect,
            risk.body.name,
            risk.tier.name,
            risk.owner.name,
            risk.before.words,
            risk.now.words,
            risk.target.words,
            moving(reviews).value,
            RISK.words[RiskState(risk.state)],
            risk.review_on.isoformat(),
        ]


def measure_choices(viewer: Viewer) -> list[tuple[str, str]]:
    """The figures of the edition that may show how large a risk is."""
    try:
        return [(one.code, one.title) for one in published.catalogue(viewer)]
    except NothingPublishedError:
        return []
