"""Decisions and votes in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from kith.domain.rules.circulated_votes import OUTCOME_WORDS, Outcome
from kith.domain.vocabulary.markings import WORDS, Marking
from kith.domain.vocabulary.moments import london_day
from kith.domain.vocabulary.periods import say_day
from kith.web.groups import policies
from kith.web.ui.steps import NextStep


if TYPE_CHECKING:
    from datetime import date

    from kith.web.access.viewer import Viewer
    from kith.web.groups.models import CirculatedVote, Circulation, Decision


@dataclass(frozen=True)
class DecisionRow:
    """A decision as the register shows it."""

    url: str
    reference: str
    wording: str
    body: str
    day: str
    state: str
    tone: str


def row(decision: Decision, *, today: date) -> DecisionRow:
    """One row of the register."""
    state, tone = standing(decision, today=today)
    return DecisionRow(
        url=reverse("groups:decision", args=[decision.pk]),
        reference=decision.reference,
        wording=decision.wording,
        body=decision.decided_by,
        day=say_day(decision.decided_on),
        state=state,
        tone=tone,
    )


def standing(decision: Decision, *, today: date) -> tuple[str, str]:
    """Whether it is to be looked at again or published, and the tone of its tag."""
    if decision.review_on and decision.review_on <= today:
        return "To be looked at again", "attention"
    if decision.published_at:
        return "Published", "done"
    return "In force", ""


def facts(decision: Decision) -> list[tuple[str, str]]:
    """What is known of a decision, row by row."""
    quorum = {True: "Yes", False: "No", None: "Not applicable"}[decision.had_quorum]
    return [
        ("Decided by", decision.decided_by),
        ("Decided on", say_day(decision.decided_on)),
        ("Quorum", quorum),
        ("Options considered", decision.options or "None were written down"),
        ("Reasons", decision.reasons or "None were written down"),
        (
            "Look at it again",
            say_day(decision.review_on) if decision.review_on else "No day was set",
        ),
        ("Who may read it", WORDS[Marking(decision.marking)]),
        ("On the public register", _public(decision)),
    ]


def next_steps(viewer: Viewer, decision: Decision) -> list[NextStep]:
    """What this viewer can do with the decision, and why not the rest."""
    key = [decision.pk]
    return [
        NextStep(
            "Publish this decision",
            reverse("groups:decision_publish", args=key),
            policies.why_not_publish(viewer, decision),
        ),
        NextStep(
            "Write how it reads in public",
            reverse("groups:decision_wording", args=key),
            policies.why_not_prepare(viewer, decision),
            opens_page=True,
        ),
        NextStep(
            "Take it off the public register",
            reverse("groups:decision_unpublish", args=key),
            policies.why_not_unpublish(viewer, decision),
        ),
        NextStep(
            "Say what became of it",
            reverse("groups:decision_review", args=key),
            policies.why_not_review(viewer, decision),
            opens_page=True,
        ),
    ]


def outcome(circulation: Circulation) -> tuple[str, str]:
    """What a vote came to, and the tone of its tag."""
    found = Outcome(circulation.outcome)
    tones = {Outcome.CARRIED: "done", Outcome.OPEN: "attention"}
    return OUTCOME_WORDS[found], tones.get(found, "")


def vote_steps(
    viewer: Viewer,
    circulation: Circulation,
    vote: CirculatedVote | None,
    *,
    still_to_vote: int,
    today: date,
) -> list[NextStep]:
    """What this viewer can do with the vote, and why not the rest."""
    key = [circulation.pk]
    return [
        NextStep(
            "Vote",
            reverse("groups:vote", args=key),
            policies.why_not_vote(viewer, circulation, vote, today),
            opens_page=True,
        ),
        NextStep(
            "Count the votes",
            reverse("groups:circulation_end", args=key),
            policies.why_not_end(
                viewer, circulation, still_to_vote=still_to_vote, on=today
            ),
        ),
    ]


def _public(decision: Decision) -> str:
    if decision.published_at:
        return f"Since {say_day(london_day(decision.published_at))}"
    return "Worded, not published" if decision.is_publishable else "Not for the public"
