"""A group's scorecard in words, tags, next steps and entries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from kith.domain.rules.states.scorecards import SCORECARD, ScorecardState
from kith.domain.vocabulary.moments import london_day
from kith.domain.vocabulary.periods import Period, say_day
from kith.web.scorecards import policies
from kith.web.scorecards.presenters.entries import Entry, entry_of
from kith.web.scorecards.values import Shown, from_json
from kith.web.ui.steps import NextStep, StoryLine


if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.scorecards.models import (
        Commentary,
        CommentaryAsk,
        Scorecard,
        ScorecardStep,
        ScorecardTarget,
        StepChange,
    )
    from kith.web.scorecards.queries import Part
    from kith.web.scorecards.values import Standing


MOVES = {
    "draft": "Drafted",
    "ask": "Commentary asked",
    "comment": "Commentary written",
    "agree": "Agreed by the group's chair",
    "follow": "Followed by a later version",
}
TONES = {
    ScorecardState.DRAFT: "attention",
    ScorecardState.AGREED: "done",
    ScorecardState.SUPERSEDED: "",
}


@dataclass(frozen=True)
class ScorecardLine:
    """A scorecard as a list shows it."""

    reference: str
    title: str
    url: str
    body: str
    about: str
    state: str
    tone: str


@dataclass(frozen=True)
class Word:
    """What an agency said, as it is read: who, when, and the three answers."""

    who: str
    what: str
    so_what: str
    now_what: str


@dataclass(frozen=True)
class EntryPart:
    """A measure with what agencies say of it."""

    entry: Entry
    said: tuple[Word, ...]


@dataclass(frozen=True)
class QuestionPart:
    """A question with its measures, and what agencies say of it as a whole."""

    number: int
    words: str
    said: tuple[Word, ...]
    entries: tuple[EntryPart, ...]


@dataclass(frozen=True)
class Beside:
    """What was written beside the figures by hand."""

    targets: Sequence[ScorecardTarget] = ()
    changes: Sequence[StepChange] = ()
    said: Sequence[Commentary] = ()


def line(one: Scorecard) -> ScorecardLine:
    """One row of the list."""
    words, tone = standing(one)
    return ScorecardLine(
        reference=one.reference,
        title=one.title,
        url=reverse("scorecards:detail", args=[one.pk]),
        body=one.body.name,
        about=f"{one.area.name}, {Period(one.first_on, one.last_on)}",
        state=words,
        tone=tone,
    )


def standing(one: Scorecard) -> tuple[str, str]:
    """Where it stands in words, and the tone of its tag."""
    state = ScorecardState(one.state)
    return SCORECARD.words[state], TONES[state]


def edition_words(one: Scorecard, now: Standing | None) -> str:
    """Which edition the figures are of, and whether they can still change."""
    if one.stands_on is not None and one.agreed_by and one.agreed_at:
        return (
            f"Agreed on {say_day(london_day(one.agreed_at))} by {one.agreed_by.name}. The "
            f"figures are those of edition {one.edition}, as things stood on "
            f"{say_day(one.stands_on)}, and stay as they were."
        )
    if now is None:
        return "A draft. No evidence has been published yet."
    return (
        f"A draft: the figures are those of edition {now.edition}, which is published "
        f"now, as things stood on {say_day(now.stands_on)}. They are kept as they are "
        "when the group's chair agrees it."
    )


def question_parts(
    one: Scorecard,
    parts: Iterable[Part],
    shown_now: Callable[[str], Shown],
    beside: Beside,
) -> tuple[QuestionPart, ...]:
    """The questions with their figures: as kept, or as published now for a draft."""
    period = Period(one.first_on, one.last_on)

    def entry(code: str, kept: dict[str, object] | None) -> EntryPart:
        shown = from_json(kept) if kept else shown_now(code)
        made = entry_of(
            shown,
            place=one.area.name,
            period=period,
            targets=beside.targets,
            changes=beside.changes,
        )
        return EntryPart(
            made, _words(said for said in beside.said if said.measure == code)
        )

    return tuple(
        QuestionPart(
            number=number,
            words=part.question.words,
            said=_words(s for s in beside.said if s.question_id == part.question.pk),
            entries=tuple(entry(row.measure, row.shown) for row in part.measures),
        )
        for number, part in enumerate(parts, 1)
    )


def about_choices(
    parts: Iterable[Part], titles: dict[str, str]
) -> list[tuple[str, str]]:
    """What commentary may be about: each question, then its measures."""
    found = []
    for part in parts:
        found.append((f"question:{part.question.pk}", part.question.words))
        found += [
            (f"measure:{row.measure}", titles.get(row.measure, row.measure))
            for row in part.measures
        ]
    return found


def asked(ask: CommentaryAsk, titles: dict[str, str]) -> str:
    """What an agency was asked, in a line."""
    about = ask.question.words if ask.question else titles.get(ask.measure, ask.measure)
    return f"{ask.organisation.name} about “{about}”, by {say_day(ask.wanted_on)}"


def next_steps(
    viewer: Viewer,
    one: Scorecard,
    *,
    measures: int,
    spoken_for: Collection[UUID],
    is_followed: bool,
) -> list[NextStep]:
    """What this viewer can do with it, and why not the rest."""
    change = policies.why_not_change(viewer, one)
    pages = (
        (
            "Write commentary",
            "comment",
            policies.why_not_comment(viewer, one, spoken_for),
        ),
        ("Add a question", "question_new", change),
        ("Ask an agency for commentary", "ask", change),
        ("Choose comparators from the benchmarks", "comparators", change),
        ("Set a target or type a comparator", "target", change),
        ("Write on the charts what happened", "annotate", change),
        ("Choose its priorities", "priorities", change),
        ("Change its title, area or period", "heading", change),
    )
    return [
        NextStep(
            "Agree this scorecard",
            reverse("scorecards:agree", args=[one.pk]),
            policies.why_not_agree(viewer, one, measures),
        ),
        *(
            NextStep(
                words,
                reverse(f"scorecards:{route}", args=[one.pk]),
                why,
                opens_page=True,
            )
            for words, route, why in pages
        ),
        NextStep(
            "Draft its next version",
            reverse("scorecards:next", args=[one.pk]),
            policies.why_not_renew(viewer, one, is_followed=is_followed),
        ),
    ]


def story(steps: Iterable[ScorecardStep]) -> list[StoryLine]:
    """Its steps in words."""
    return [
        StoryLine(MOVES[one.move], one.taken_by.name, one.taken_at, one.words)
        for one in steps
    ]


def shown(total: int) -> str:
    """The sentence that says what the list shows."""
    noun = "scorecard" if total == 1 else "scorecards"
    return f"{total} {noun}, the latest period on top."


def _words(said: Iterable[Commentary]) -> tuple[Word, ...]:
    return tuple(
        Word(
            who=f"{one.organisation.name}, {one.written_by.name}, "
            f"{say_day(london_day(one.written_at))}",
            what=one.what,
            so_what=one.so_what,
            now_what=one.now_what,
        )
        for one in said
    )
