"""Sharing in words, tags and next steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from kith.contracts.feeds import FEEDS
from kith.domain.rules.sharing import warns_of_lapse
from kith.domain.rules.states.agreements import AGREEMENT, AgreementState
from kith.domain.vocabulary.periods import say_day
from kith.web.agreements import policies
from kith.web.ui.steps import NextStep, StoryLine


if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kith.web.access.viewer import Viewer
    from kith.web.agreements.models import AgreementStep, SharingAgreement


MOVES = {
    "draft": "Drafted",
    "change": "Draft changed",
    "agree": "Agreed by the controller",
    "review": "Reviewed, and stands",
    "renew": "Renewal",
    "end": "Ended",
}
"""A step of the story, in words."""
TONES = {
    AgreementState.DRAFT: "",
    AgreementState.LIVE: "done",
    AgreementState.ENDED: "",
}


@dataclass(frozen=True)
class AgreementLine:
    """An agreement as a list shows it."""

    reference: str
    title: str
    url: str
    parties: str
    feeds: str
    term: str
    state: str
    tone: str


def line(agreement: SharingAgreement, *, today: date) -> AgreementLine:
    """One row of the list, or of the register."""
    words, tone = standing(agreement, today=today)
    return AgreementLine(
        reference=agreement.reference,
        title=agreement.title,
        url=reverse("agreements:detail", args=[agreement.pk]),
        parties=parties(agreement),
        feeds=", ".join(feeds(agreement)),
        term=term(agreement),
        state=words,
        tone=tone,
    )


def standing(agreement: SharingAgreement, *, today: date) -> tuple[str, str]:
    """Where it stands in words, and the tone of its tag."""
    state = AgreementState(agreement.state)
    if state is not AgreementState.LIVE:
        return AGREEMENT.words[state], TONES[state]
    if agreement.last_on is not None and agreement.last_on < today:
        return "Lapsed", "error"
    if agreement.first_on > today:
        return "Agreed, not begun", "done"
    if warns_of_lapse(agreement.last_on, today):
        return "Live, ends soon", "attention"
    if agreement.review_on <= today:
        return "Live, review due", "attention"
    return AGREEMENT.words[state], TONES[state]


def parties(agreement: SharingAgreement) -> str:
    """Who shares: the controller first, then the others by name."""
    others = sorted(one.name for one in agreement.parties.all())
    return ", ".join([f"{agreement.controller.name} (controller)", *others])


def feeds(agreement: SharingAgreement) -> list[str]:
    """The feeds in words; one that Kith no longer has stands as its code."""
    return [FEEDS[code].title if code in FEEDS else code for code in agreement.feeds]


def term(agreement: SharingAgreement) -> str:
    """From when to when."""
    first = say_day(agreement.first_on)
    if agreement.last_on is None:
        return f"From {first}, with no end"
    return f"{first} to {say_day(agreement.last_on)}"


def next_steps(viewer: Viewer, agreement: SharingAgreement) -> list[NextStep]:
    """What this viewer can do with it, and why not the rest."""
    key = [agreement.pk]
    return [
        NextStep(
            "Change the draft",
            reverse("agreements:change", args=key),
            policies.why_not_change(viewer, agreement),
            opens_page=True,
        ),
        NextStep(
            "Agree it for the controller",
            reverse("agreements:agree", args=key),
            policies.why_not_agree(viewer, agreement),
        ),
        NextStep(
            "Say that it was reviewed",
            reverse("agreements:review", args=key),
            policies.why_not_review(viewer, agreement),
            opens_page=True,
        ),
        NextStep(
            "Draft its renewal",
            reverse("agreements:renew", args=key),
            policies.why_not_renew(viewer, agreement),
            opens_page=True,
        ),
        NextStep(
            "End it",
            reverse("agreements:end", args=key),
            policies.why_not_end(viewer, agreement),
            opens_page=True,
        ),
    ]


def story(steps: Iterable[AgreementStep]) -> list[StoryLine]:
    """Its steps in words."""
    return [
        StoryLine(MOVES[one.move], one.taken_by.name, one.taken_at, one.words)
        for one in steps
    ]


def shown(total: int, state: str) -> str:
    """The sentence that says what the list shows."""
    noun = "agreement" if total == 1 else "agreements"
    kind = "" if state else " that are not ended" if total != 1 else ""
    return f"{total} {noun}{kind}, those that end first on top."
