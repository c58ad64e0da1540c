"""Meetings: when and where a body meets, and every state a meeting passed through."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from kith.domain.rules.meeting_dates import PAPERS_WORKING_DAYS
from kith.domain.rules.states.meetings import AHEAD, MEETING, TAKEN_PLACE, MeetingState
from kith.domain.vocabulary.moments import london_day
from kith.web.access.models import Person
from kith.web.access.permissions import Permission as P
from kith.web.audit.append_only import AppendOnly
from kith.web.bodies.models import Body


if TYPE_CHECKING:
    from datetime import date, datetime

    from kith.web.access.viewer import Viewer


STATE_CHOICES = [(state.value, words) for state, words in MEETING.words.items()]


class MeetingHabit(models.Model):
    """What a body does by habit: how early papers go out, and whether it publishes.

    A body without a row has the usual days, and publishes no papers.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    body = models.OneToOneField(
        Body, on_delete=models.PROTECT, related_name="meeting_habit"
    )
    papers_working_days = models.PositiveSmallIntegerField(default=PAPERS_WORKING_DAYS)
    publishes_papers = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"habit of {self.body_id}"


class MeetingSeries(models.Model):
    """Meetings that were planned together: a body's year."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    words = models.CharField(max_length=200)
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.words


class Meetings(models.QuerySet["Meeting"]):
    """Meetings by who may see them, and by when they are."""

    def visible_to(self, viewer: Viewer) -> Meetings:
        """Those of bodies whose meetings this viewer sees."""
        return self.filter(
            Q(body__in=viewer.bodies(P.MEETING_SEE))
            | Q(pk__in=viewer.cases("groups", P.MEETING_SEE))
        ).exclude(pk__in=viewer.blocked_keys("groups"))

    def ahead(self) -> Meetings:
        """Still to come, and not cancelled."""
        return self.filter(state__in=[one.value for one in AHEAD])

    def taken_place(self) -> Meetings:
        """Held, whatever became of the minutes."""
        return self.filter(state__in=[one.value for one in TAKEN_PLACE])

    def over_before(self, moment: datetime) -> Meetings:
        """Ended before the moment."""
        return self.filter(ends__lt=moment)


class Meeting(models.Model):
    """One sitting of a body."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="meetings")
    series = models.ForeignKey(
        MeetingSeries, on_delete=models.PROTECT, null=True, related_name="meetings"
    )
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    place = models.CharField(max_length=300, blank=True)
    link = models.URLField(max_length=500, blank=True)
    is_hybrid = models.BooleanField(default=False)
    papers_due_on = models.DateField()
    state = models.CharField(max_length=20, choices=STATE_CHOICES)
    cancelled_because = models.CharField(max_length=300, blank=True)
    planned_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    planned_at = models.DateTimeField()

    objects = Meetings.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__gt=F("starts")), name="meeting_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(state=MeetingState.CANCELLED) & ~Q(cancelled_because="")
                | ~Q(state=MeetingState.CANCELLED) & Q(cancelled_because=""),
                name="a_meeting_is_cancelled_for_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["body", "starts"], name="meetings_of_a_body")]

    def __str__(self) -> str:
        return f"{self.body_id} {self.starts:%Y-%m-%d}"

    @property
    def day(self) -> date:
        """The day of the meeting by the clocks of London."""
        return london_day(self.starts)

    @property
    def url(self) -> str:
        """The meeting's page."""
        return reverse("groups:meeting", args=[self.pk])


class MeetingStep(AppendOnly):
    """One step of a meeting's story. Never changed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="steps")
    move = models.CharField(max_length=30)
    state = models.CharField(max_length=20, choices=STATE_CHOICES)
    words = models.TextField(blank=True)
    taken_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.move} {self.meeting_id}"
