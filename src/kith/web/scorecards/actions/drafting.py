"""A draft: its heading, its questions, their measures, the priorities it shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.domain.vocabulary.moments import london_day
from kith.web.access.references import next_reference
from kith.web.access.refusals import one_or_404, refuse_if
from kith.web.access.writing import writing
from kith.web.bodies.models import Body
from kith.web.scorecards import policies, queries
from kith.web.scorecards.actions.steps import draft_of, told
from kith.web.scorecards.models import (
    Scorecard,
    ScorecardMeasure,
    ScorecardPriority,
    ScorecardQuestion,
)


if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from kith.domain.vocabulary.periods import Period
    from kith.web.access.viewer import Viewer
    from kith.web.organisations.models import Area


NOT_ITS_AREA = "That area is none of the group's."
NOT_ON_OFFER = "The published evidence does not hold that period."
IS_ASKED = "Commentary was asked or given on it, so it stays."


@dataclass(frozen=True)
class Heading:
    """What a scorecard is called, and which days of which area it is about."""

    title: str
    area: Area
    period: Period


@dataclass(frozen=True)
class Asked:
    """A question in the group's words, and the measures that answer it, in order."""

    words: str
    measures: Sequence[str]


def draft_scorecard(
    *, viewer: Viewer, at: datetime, body: Body, heading: Heading
) -> Scorecard:
    """The group has a scorecard in draft, with no questions yet."""
    with writing(viewer=viewer, at=at, verb="scorecards.drafted") as event:
        refuse_if(policies.why_not_draft(viewer, body.pk))
        # Held until the end: two that are drafted at once get two numbers.
        Body.objects.select_for_update().get(pk=body.pk)
        _check(viewer, body, heading)
        scorecard = Scorecard.objects.create(
            reference=next_reference(
                Scorecard.objects.all(),
                "SCORECARD",
                body.code,
                year=london_day(at).year,
            ),
            body=body,
            **_fields(heading),
            drafted_by_id=viewer.who,
            drafted_at=at,
        )
        told(scorecard, "draft", viewer, at)
        event.about(scorecard, body=body.pk, area=heading.area.pk)
    return scorecard


def change_heading(
    *, viewer: Viewer, at: datetime, key: UUID, heading: Heading
) -> Scorecard:
    """The draft is called something else, or is about other days.

    Comparators chosen for another place or other days give way.
    """
    with writing(viewer=viewer, at=at, verb="scorecards.changed") as event:
        scorecard = draft_of(viewer, key)
        _check(viewer, scorecard.body, heading)
        before = _place_and_days(scorecard)
        for name, value in _fields(heading).items():
            setattr(scorecard, name, value)
        scorecard.save(update_fields=list(_fields(heading)))
        if _place_and_days(scorecard) != before:
            # They were chosen for the place and days that it was about.
            scorecard.targets.filter(benchmark__isnull=False).delete()
        event.about(scorecard, body=scorecard.body_id)
    return scorecard


def add_question(
    *, viewer: Viewer, at: datetime, key: UUID, asked: Asked
) -> ScorecardQuestion:
    """The draft asks one question more, the last."""
    with writing(viewer=viewer, at=at, verb="scorecards.question_added") as event:
        scorecard = draft_of(viewer, key)
        refuse_if("" if asked.words.strip() else "Write the question.")
        question = ScorecardQuestion.objects.create(
            scorecard=scorecard,
            number=_next(scorecard.questions.all()),
            words=asked.words.strip(),
        )
        _put(question, asked.measures)
        event.about(
            scorecard, body=scorecard.body_id, measures=sorted(set(asked.measures))
        )
    return question


def change_question(
    *, viewer: Viewer, at: datetime, key: UUID, question: UUID, asked: Asked
) -> ScorecardQuestion:
    """The question is put in other words, or answered by other measures."""
    with writing(viewer=viewer, at=at, verb="scorecards.question_changed") as event:
        scorecard = draft_of(viewer, key)
        refuse_if("" if asked.words.strip() else "Write the question.")
        one = one_or_404(scorecard.questions.all(), question)
        one.words = asked.words.strip()
        one.save(update_fields=["words"])
        gone = one.measures.exclude(measure__in=asked.measures)
        refuse_if(_why_not_gone(scorecard, [row.measure for row in gone]))
        _clear(scorecard, [row.measure for row in gone])
        gone.delete()
        _put(one, asked.measures)
        event.about(
            scorecard, body=scorecard.body_id, measures=sorted(set(asked.measures))
        )
    return one


def remove_question(
    *, viewer: Viewer, at: datetime, key: UUID, question: UUID
) -> Scorecard:
    """The draft does not ask it any more."""
    with writing(viewer=viewer, at=at, verb="scorecards.question_removed") as event:
        scorecard = draft_of(viewer, key)
        one = one_or_404(scorecard.questions.all(), question)
        said = one.commentary.exists() or one.asks.exists()
        codes = [row.measure for row in one.measures.all()]
        refuse_if(IS_ASKED if said else _why_not_gone(scorecard, codes))
        _clear(scorecard, codes)
        one.measures.all().delete()
        one.delete()
        event.about(scorecard, body=scorecard.body_id)
    return scorecard


def move_up(*, viewer: Viewer, at: datetime, key: UUID, measure: UUID) -> Scorecard:
    """The measure stands one place higher under its question."""
    with writing(viewer=viewer, at=at, verb="scorecards.measure_moved") as event:
        scorecard = draft_of(viewer, key)
        one = one_or_404(scorecard.measures.all(), measure)
        rows = list(one.question.measures.order_by("number", "id"))
        place = rows.index(one)
        if place:
            rows[place - 1], rows[place] = rows[place], rows[place - 1]
        for number, row in enumerate(rows, 1):
            row.number = number
            row.save(update_fields=["number"])
        event.about(scorecard, body=scorecard.body_id, measure=one.measure)
    return scorecard


def link_priorities(
    *, viewer: Viewer, at: datetime, key: UUID, priorities: Sequence[UUID]
) -> Scorecard:
    """The draft shows these priorities; those that this viewer cannot see stay."""
    with writing(viewer=viewer, at=at, verb="scorecards.priorities_linked") as event:
        scorecard = draft_of(viewer, key)
        seen = queries.linkable_priorities(viewer)
        chosen = seen.filter(pk__in=priorities)
        scorecard.linked_priorities.filter(priority__in=seen).exclude(
            priority__in=chosen
        ).delete()
        for one in chosen:
            ScorecardPriority.objects.get_or_create(
                scorecard=scorecard,
                priority=one,
                defaults={"linked_by_id": viewer.who, "linked_at": at},
            )
        event.about(scorecard, body=scorecard.body_id)
    return scorecard


def _place_and_days(scorecard: Scorecard) -> tuple[object, ...]:
    return scorecard.area_id, scorecard.first_on, scorecard.last_on


def _fields(heading: Heading) -> dict[str, object]:
    return {
        "title": heading.title,
        "area": heading.area,
        "first_on": heading.period.first,
        "last_on": heading.period.last,
    }


def _check(viewer: Viewer, body: Body, heading: Heading) -> None:
    is_theirs = body.areas.filter(pk=heading.area.pk).exists()
    refuse_if("" if is_theirs else NOT_ITS_AREA)
    held = queries.periods_on_offer(viewer)
    refuse_if("" if heading.period in held else NOT_ON_OFFER)


def _put(question: ScorecardQuestion, codes: Sequence[str]) -> None:
    """The measures under their question; one stands under one question alone."""
    standing = question.scorecard.measures.filter(measure__in=codes)
    twice = standing.exclude(question=question).first()
    refuse_if(f"{twice.measure} stands under another question." if twice else "")
    held = {row.measure for row in standing}
    for code in dict.fromkeys(codes):
        if code not in held:
            ScorecardMeasure.objects.create(
                scorecard=question.scorecard,
                question=question,
                number=_next(question.measures.all()),
                measure=code,
            )


def _next(rows: object) -> int:
    last = rows.order_by("-number").first()  # type: ignore[attr-defined] # rows with a number
    return (last.number if last else 0) + 1


def _why_not_gone(scorecard: Scorecard, codes: Sequence[str]) -> str:
    said = scorecard.commentary.filter(measure__in=codes).exists()
    asked = scorecard.asks.filter(measure__in=codes).exists()
    return IS_ASKED if said or asked else ""


def _clear(scorecard: Scorecard, codes: Sequence[str]) -> None:
    scorecard.targets.filter(measure__in=codes).delete()
    scorecard.step_changes.filter(measure__in=codes).delete()
