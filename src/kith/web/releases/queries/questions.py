"""Questions about figures: one, those that wait, and those answered in public."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.domain.rules.states.questions import QuestionState
from kith.domain.vocabulary.moments import london_day
from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import one_or_404
from kith.web.published.questions import AnsweredQuestion, Standing, Stone
from kith.web.releases.models import Question, Release


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.releases.models.questions import Questions


MOST_STONES = 5


@dataclass(frozen=True)
class Wanted:
    """Which questions are asked for."""

    state: str = ""


def visible_questions(viewer: Viewer) -> Questions:
    """Every question the viewer may see, those to be answered first."""
    rows = Question.objects.visible_to(viewer).select_related("area", "answered_by")
    return rows.order_by("state", "due_on", "id")


def question(viewer: Viewer, key: UUID) -> Question:
    """One question.

    Raises:
        Http404: not there, or not this viewer's.
    """
    return one_or_404(visible_questions(viewer), key)


def questions_to_answer(viewer: Viewer) -> list[Question]:
    """What waits for this viewer's answer."""
    rows = visible_questions(viewer).filter(
        state=QuestionState.ASKED, area__in=viewer.areas(P.QUESTION_ANSWER)
    )
    return list(rows.order_by("due_on", "id"))


def standing_beside(viewer: Viewer, measure: str, area: str) -> Standing:
    """What stands beside a published figure: answers, and editions taken back."""
    if not viewer.may_see_published:
        return Standing()
    rows = Question.objects.answered().filter(measure=measure, area=area)
    taken = Release.objects.filter(
        state="WITHDRAWN", asked__has_key="edition", areas=area
    )
    return Standing(
        answers=tuple(
            AnsweredQuestion(
                one.shown_words,
                one.answer,
                one.is_correction,
                london_day(one.answered_at),
            )
            for one in rows.order_by("-answered_at", "id")
            if one.answered_at is not None
        ),
        stones=tuple(
            Stone(
                one.ledger,
                one.title,
                london_day(one.withdrawn_at),
                one.withdrawn_because,
            )
            for one in taken.order_by("-withdrawn_at", "id")[:MOST_STONES]
            if one.withdrawn_at is not None
        ),
    )
