"""Editions and releases in words, tags and next steps."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse

from kith.domain.rules.states.information_requests import (
    INFORMATION,
    InformationState,
)
from kith.domain.rules.states.questions import QUESTION, QuestionState
from kith.domain.rules.states.releases import RELEASE, UNDER_WAY, ReleaseState
from kith.domain.vocabulary.periods import say_day
from kith.web.releases import policies
from kith.web.releases.models import BUILDING, BuildState
from kith.web.scorecards.presenters.downloads import INVENTED, PROVISIONAL
from kith.web.ui.steps import NextStep, StoryLine


if TYPE_CHECKING:
    from collections.abc import Iterable

    from kith.web.access.viewer import Viewer
    from kith.web.releases.models import (
        Build,
        FigureRequest,
        Question,
        Release,
        ReleaseStep,
    )


MOVES = {
    "propose": "Proposed",
    "find_safe": "Found safe beside everything released before",
    "refuse": "Refused",
    "fail": "Could not be judged",
    "ask_again": "Asked again",
    "drop": "Dropped",
    "approve": "Approved",
    "go_out": "Released",
    "withdraw": "Withdrawn",
}
TONES = {
    ReleaseState.PROPOSED: "attention",
    ReleaseState.REFUSED: "attention",
    ReleaseState.FAILED: "attention",
    ReleaseState.RELEASED: "done",
}
BUILD_TONES = {
    BuildState.BUILT: "done",
    BuildState.STOPPED: "attention",
    BuildState.FAILED: "attention",
}
GONE = (ReleaseState.DROPPED, ReleaseState.WITHDRAWN)
"""States after which an edition may be proposed once more."""
PLATFORM = "the ledger of releases"
SEVERITIES = (
    ("quarantine", "set rows aside"),
    ("warn", "to be looked at"),
    ("note", "to know"),
)


def standing(of: Release) -> tuple[str, str]:
    """Where the release stands, and the tone of its tag."""
    state = ReleaseState(of.state)
    return RELEASE.words[state], TONES.get(state, "")


def is_under_way(of: Release) -> bool:
    """Whether the engine is at work on it, so that the page looks again."""
    return of.state in UNDER_WAY


def is_building(build: Build) -> bool:
    """Whether the engine is at work on it, so that the page looks again."""
    return build.state in BUILDING


def build_standing(build: Build) -> tuple[str, str]:
    """Where the edition stands, and the tone of its tag."""
    state = BuildState(build.state)
    return str(state.label), BUILD_TONES.get(state, "")


def areas_words(of: Build | Release) -> str:
    """The areas, by name."""
    return ", ".join(sorted(one.name for one in of.areas.all()))


def notices(of: Release) -> tuple[str, ...]:
    """What has to be said beside its figures: that they are invented, or may change."""
    said = (INVENTED,) if of.titles.get("invented") else ()
    day = of.titles.get("provisional_as_at", "")
    if not day:
        return said
    return (*said, PROVISIONAL.format(say_day(date.fromisoformat(day))))


def built_lines(build: Build) -> list[tuple[str, str]]:
    """What came of a build: every row accounted for."""
    said = build.outcome
    if not said:
        return []
    counts = said.get("findings", {})
    found = [f"{counts[name]:,} {words}" for name, words in SEVERITIES if counts[name]]
    rows = (
        f"{said['rows_read']:,} = {said['rows_accepted']:,} accepted + "
        f"{said['rows_quarantined']:,} set aside"
    )
    return [
        ("Returns read", f"{said['returns']:,}"),
        ("Rows read", rows),
        ("Told again by a later return", f"{said['rows_superseded']:,}"),
        ("What was found", ", ".join(found) or "Nothing"),
        ("Figures", f"{said['figures']:,}, small numbers hidden"),
    ]


def cures(viewer: Viewer, of: Release) -> list[tuple[str, str]]:
    """Each change that the ledger offers, and where to ask for it; none for others."""
    offered = of.answer.get("cure", ())
    return [
        (one["words"], reverse("releases:cure", args=[of.pk, number]))
        for number, one in enumerate(offered)
        if not policies.why_not_cure(viewer, of, number)
    ]


def build_steps(viewer: Viewer, build: Build, *, is_proposed: bool) -> list[NextStep]:
    """What can be done with an edition, and why not."""
    return [
        NextStep(
            "Propose it for release",
            reverse("releases:edition_propose", args=[build.pk]),
            policies.why_not_propose_edition(viewer, build, is_proposed=is_proposed),
        ),
        NextStep(
            "Stop building",
            reverse("releases:edition_cancel", args=[build.pk]),
            policies.why_not_cancel(viewer, build),
        ),
    ]


def release_steps(viewer: Viewer, of: Release) -> list[NextStep]:
    """What can be done with a release, and why not."""

    def step(words: str, name: str, why_not: str, *, opens: bool = False) -> NextStep:
        return NextStep(
            words, reverse(f"releases:{name}", args=[of.pk]), why_not, opens
        )

    return [
        step(
            "Approve it for the public", "approve", policies.why_not_approve(viewer, of)
        ),
        step("Have it judged again", "again", policies.why_not_ask_again(viewer, of)),
        step("Drop it", "drop", policies.why_not_drop(viewer, of)),
        step(
            "Say what was wrong with it",
            "correct",
            policies.why_not_correct(viewer, of),
            opens=True,
        ),
        step(
            "Withdraw it",
            "withdraw",
            policies.why_not_withdraw(viewer, of),
            opens=True,
        ),
    ]


def story(steps: Iterable[ReleaseStep]) -> list[StoryLine]:
    """Who took which step, when and why."""
    return [
        StoryLine(
            MOVES[one.move],
            one.taken_by.name if one.taken_by else PLATFORM,
            one.taken_at,
            one.words,
        )
        for one in steps
    ]


def question_standing(question: Question) -> tuple[str, str]:
    """Where the question stands, and the tone of its tag."""
    state = QuestionState(question.state)
    tone = {QuestionState.ASKED: "attention", QuestionState.ANSWERED: "done"}
    return QUESTION.words[state], tone.get(state, "")


def question_steps(viewer: Viewer, question: Question) -> list[NextStep]:
    """What can be done with a question, and why not."""
    return [
        NextStep(
            "Answer it in public",
            reverse("releases:question_answer", args=[question.pk]),
            policies.why_not_answer(viewer, question),
            opens_page=True,
        ),
        NextStep(
            "Set it aside",
            reverse("releases:question_set_aside", args=[question.pk]),
            policies.why_not_set_aside(viewer, question),
        ),
    ]


def request_standing(kept: FigureRequest, today: date) -> tuple[str, str]:
    """Where a request for information stands, and the tone of its tag."""
    state = InformationState(kept.state)
    if state is InformationState.ANSWERED:
        return INFORMATION.words[state], "done"
    is_late = kept.due_on < today
    return ("Late" if is_late else INFORMATION.words[state]), "attention"


def request_steps(viewer: Viewer, kept: FigureRequest) -> list[NextStep]:
    """What can be done with a request for information, and why not."""
    propose = reverse("releases:new")
    return [
        NextStep(
            "Propose the table that is asked for",
            f"{propose}?request={kept.pk}",
            policies.why_not_propose_for(viewer, kept),
            opens_page=True,
        ),
        NextStep(
            "Keep the answer",
            reverse("releases:request_answer", args=[kept.pk]),
            policies.why_not_close(viewer, kept),
            opens_page=True,
        ),
    ]
