"""Tables of questions: what anybody asks about a figure, and where the answer goes."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.db.models import Q

from kith.domain.rules.states.questions import QUESTION, QuestionState
from kith.web.access.models import Person
from kith.web.organisations.models import Area
from kith.web.releases.models.releases import areas_seen


if TYPE_CHECKING:
    from kith.web.access.viewer import Viewer


STATE_CHOICES = [(state.value, words) for state, words in QUESTION.words.items()]


class Questions(models.QuerySet["Question"]):
    """Questions by who may see them."""

    def visible_to(self, viewer: Viewer) -> Questions:
        """Those of the viewer's areas; the public sees answered ones by `answered`."""
        return self.filter(area__in=areas_seen(viewer))

    def answered(self) -> Questions:
        """Those whose answer stands on the figure's page."""
        return self.filter(state=QuestionState.ANSWERED)


class Question(models.Model):
    """What somebody asked about a published figure, and the answer that stands by it.

    ``words`` are the asker's; the public reads ``shown_words``, which whoever answers
    has gone through. ``is_correction`` is for an answer that puts the figure right.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    reference = models.CharField(max_length=60, unique=True)
    measure = models.CharField(max_length=80)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    edition = models.CharField(max_length=64)
    words = models.TextField()
    asked_at = models.DateTimeField()
    due_on = models.DateField()
    state = models.CharField(max_length=10, choices=STATE_CHOICES)
    shown_words = models.TextField(blank=True)
    answer = models.TextField(blank=True)
    is_correction = models.BooleanField(default=False)
    answered_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True)

    objects = Questions.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by__isnull=True)
                | Q(answered_at__isnull=False, answered_by__isnull=False),
                name="a_question_is_answered_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state=QuestionState.ANSWERED)
                | (~Q(answer="") & ~Q(shown_words="")),
                name="an_answered_question_has_an_answer",
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class Asker(models.Model):
    """Where the answer is sent; apart from the question, and gone once it was sent."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    question = models.OneToOneField(
        Question, on_delete=models.CASCADE, related_name="asker"
    )
    email = models.EmailField()

    def __str__(self) -> str:
        return f"asker of {self.question_id}"
