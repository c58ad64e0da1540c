"""A question is asked by anybody, answered in public or set aside; the asker is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.question_due import question_due
from kith.domain.rules.states.questions import QUESTION, QuestionState
from kith.domain.vocabulary.actors import Actor
from kith.domain.vocabulary.moments import london_day
from kith.web.access.references import next_reference
from kith.web.access.refusals import locked, refuse_if
from kith.web.access.writing import writing
from kith.web.audit.recording import recorded
from kith.web.notices.work import CLOCKS, enqueue_once
from kith.web.releases import policies
from kith.web.releases.actions.steps import held_areas
from kith.web.releases.models import Asker, Question


if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.releases.values import Answered, AskedAbout


TELL = "releases.tell_asker"
"""The kind of background work that tells an asker of the answer."""
ANYBODY = Actor(name="Somebody of the public", origin="web")
"""Nobody is asked who they are, and no address of theirs is kept."""


def ask_about_figure(*, at: datetime, about: AskedAbout) -> Question:
    """The question waits for its answer; an e-mail address is kept apart."""
    with recorded(actor=ANYBODY, at=at, verb="releases.question_asked") as event:
        (area,) = held_areas([about.area])
        day = london_day(at)
        question = Question.objects.create(
            reference=next_reference(Question.objects.all(), "QUESTION", year=day.year),
            measure=about.measure,
            area=area,
            edition=about.edition,
            words=about.words,
            asked_at=at,
            due_on=question_due(day),
            state=QuestionState.ASKED,
        )
        if about.email:
            Asker.objects.create(question=question, email=about.email)
        event.about(question, area=area.pk, measure=about.measure)
    return question


def answer_question(
    *, viewer: Viewer, at: datetime, key: UUID, answered: Answered
) -> Question:
    """The answer stands on the figure's page for good, and the asker is told.

    Raises:
        RefusedError: not theirs to answer, or it is answered.
    """
    with writing(viewer=viewer, at=at, verb="releases.question_answered") as event:
        question = locked(Question.objects.visible_to(viewer), key)
        refuse_if(policies.why_not_answer(viewer, question))
        question.state = QUESTION.move("answer").target
        question.shown_words, question.answer = answered.shown_words, answered.answer
        question.is_correction = answered.is_correction
        question.answered_by_id, question.answered_at = viewer.who, at
        question.save()
        enqueue_once(
            kind=TELL,
            key=f"{TELL} {question.pk}",
            at=CLOCKS.real(),
            arguments={"question": str(question.pk)},
        )
        event.about(question, area=question.area_id, measure=question.measure)
    return question


def set_question_aside(*, viewer: Viewer, at: datetime, key: UUID) -> Question:
    """It is not answered in public, and no address is kept.

    Raises:
        RefusedError: not theirs, or it is answered.
    """
    with writing(viewer=viewer, at=at, verb="releases.question_set_aside") as event:
        question = locked(Question.objects.visible_to(viewer), key)
        refuse_if(policies.why_not_set_aside(viewer, question))
        question.state = QUESTION.move("set_aside").target
        question.save(update_fields=["state"])
        Asker.objects.filter(question=question).delete()
        event.about(question, area=question.area_id, measure=question.measure)
    return question


def forget_asker(*, actor: Actor, at: datetime, key: UUID) -> None:
    """The asker was told, so that their address is kept no longer."""
    with recorded(actor=actor, at=at, verb="releases.asker_told") as event:
        Asker.objects.filter(question=key).delete()
        event.about_several("releases", (key,))
