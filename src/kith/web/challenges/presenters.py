"""Challenges in words, tags, rungs and next steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from kith.domain.rules.disagreement_ladder import (
    LADDER,
    RUNG_DAYS,
    RUNG_WORDS,
    Rung,
    next_rung,
)
from kith.domain.rules.states.challenges import CHALLENGE, ChallengeState
from kith.domain.vocabulary.moments import london_day
from kith.domain.vocabulary.periods import say_day
from kith.web.challenges import policies
from kith.web.ui.steps import NextStep, StoryLine


if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kith.web.access.viewer import Viewer
    from kith.web.challenges.models import Challenge, ChallengeRung, ChallengeStep


MOVES = {
    "raise": "Raised",
    "answer": "Answered",
    "go_up": "Taken one rung up",
    "resolve": "Resolved",
    "withdraw": "Withdrawn",
    "close": "Closed, with what was learnt",
}
"""A step of the story, in words."""
TONES = {
    ChallengeState.AWAITING: "attention",
    ChallengeState.ANSWERED: "",
    ChallengeState.RESOLVED: "done",
    ChallengeState.WITHDRAWN: "",
    ChallengeState.CLOSED: "done",
}


@dataclass(frozen=True)
class ChallengeLine:
    """A challenge as a list shows it."""

    reference: str
    title: str
    url: str
    between: str
    rung: str
    due: str
    state: str
    tone: str


def line(challenge: Challenge, due_on: date | None, *, today: date) -> ChallengeLine:
    """One row of the list."""
    words, tone = standing(challenge, due_on, today=today)
    return ChallengeLine(
        reference=challenge.reference,
        title=challenge.title,
        url=reverse("challenges:detail", args=[challenge.pk]),
        between=f"{challenge.raised_by_organisation.name}, about "
        f"{challenge.about_organisation.name}",
        rung=RUNG_WORDS[Rung(challenge.rung)],
        due=say_day(due_on) if due_on else "No reply is due",
        state=words,
        tone=tone,
    )


def standing(
    challenge: Challenge, due_on: date | None, *, today: date
) -> tuple[str, str]:
    """Where the challenge stands in words, and the tone of its tag."""
    state = ChallengeState(challenge.state)
    if state is ChallengeState.AWAITING and due_on and due_on < today:
        return "Reply overdue", "error"
    return CHALLENGE.words[state], TONES[state]


@dataclass(frozen=True)
class RungLine:
    """One rung of the ladder: reached or not, who is asked, the reply."""

    words: str
    limit: str
    is_reached: bool
    is_here: bool
    facts: tuple[tuple[str, str], ...]


def ladder(
    challenge: Challenge, reached: Iterable[ChallengeRung], *, today: date
) -> list[RungLine]:
    """Every rung, from the first, with what happened on those that were reached."""
    by_rung = {one.rung: one for one in reached}
    return [_rung(challenge, rung, by_rung.get(rung), today) for rung in LADDER]


def _rung(
    challenge: Challenge, rung: Rung, reached: ChallengeRung | None, today: date
) -> RungLine:
    days = RUNG_DAYS[rung]
    return RungLine(
        words=RUNG_WORDS[rung],
        limit=f"{days} working {'day' if days == 1 else 'days'} to reply",
        is_reached=reached is not None,
        is_here=challenge.rung == rung,
        facts=_facts(reached, today) if reached else (),
    )


def _facts(reached: ChallengeRung, today: date) -> tuple[tuple[str, str], ...]:
    late = not reached.answer and reached.due_on < today
    facts = [("Reply due by", say_day(reached.due_on) + (" (overdue)" if late else ""))]
    if reached.asked:
        facts.insert(0, ("Asked", reached.asked.name))
    if reached.reason:
        facts.insert(0, ("Why it came here", reached.reason))
    if reached.answer and reached.answered_by and reached.answered_at:
        facts += [
            (
                "Reply",
                f"{reached.get_answer_display()}: {reached.answer_words}",
            ),
            (
                "By",
                f"{reached.answered_by.name}, {say_day(london_day(reached.answered_at))}",
            ),
        ]
    return tuple(facts)


def next_steps(viewer: Viewer, challenge: Challenge) -> list[NextStep]:
    """What this viewer can do with the challenge, and why not the rest."""
    above = next_rung(Rung(challenge.rung))
    up = f"Take it up to: {RUNG_WORDS[above].lower()}" if above else "Take it up"
    steps = (
        ("Reply to it", "answer", policies.why_not_answer(viewer, challenge)),
        (
            "Say how it was resolved",
            "resolve",
            policies.why_not_resolve(viewer, challenge),
        ),
        (up, "up", policies.why_not_go_up(viewer, challenge)),
        ("Withdraw it", "withdraw", policies.why_not_withdraw(viewer, challenge)),
        (
            "Write down what was learnt, and close it",
            "close",
            policies.why_not_close(viewer, challenge),
        ),
    )
    return [
        NextStep(
            words,
            reverse(f"challenges:{route}", args=[challenge.pk]),
            why,
            opens_page=True,
        )
        for words, route, why in steps
    ]


def story(steps: Iterable[ChallengeStep]) -> list[StoryLine]:
    """The challenge's steps in words."""
    return [
        StoryLine(
            f"{MOVES[one.move]} ({one.get_rung_display().lower()})",
            one.taken_by.name,
            one.taken_at,
            one.words,
        )
        for one in steps
    ]


def shown(total: int, state: str) -> str:
    """The sentence that says what the list shows."""
    noun = "challenge" if total == 1 else "challenges"
    kind = (
        "" if state else " that are not closed" if total != 1 else " that is not closed"
    )
    return f"{total} {noun}{kind}, those with a reply due first."
