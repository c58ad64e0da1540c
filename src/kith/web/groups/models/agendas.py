"""Agendas: the items of a meeting, what keeps their numbers, and what comes each time."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.db.models import Q

from kith.domain.vocabulary import markings
from kith.domain.vocabulary.markings import Marking
from kith.web.access.models import Person
from kith.web.access.permissions import Permission as P
from kith.web.access.viewer import MARKING_READ
from kith.web.audit.append_only import AppendOnly
from kith.web.bodies.models import Body
from kith.web.documents.models import Document
from kith.web.groups.models.meetings import Meeting
from kith.web.organisations.models import Organisation


if TYPE_CHECKING:
    from kith.web.access.viewer import Viewer


MARKING_CHOICES = [(one.value, words) for one, words in markings.WORDS.items()]


def readable_in_body(viewer: Viewer, permission: P) -> Q:
    """Records of bodies where the viewer holds this, in markings they may read there."""
    found = Q(marking=Marking.PUBLIC)
    for marking, needed in MARKING_READ.items():
        found |= Q(marking=marking, body__in=viewer.bodies(needed))
    return found & Q(body__in=viewer.bodies(permission))


class Purpose(models.TextChoices):
    """What an item asks of the meeting."""

    DECIDE = "DECIDE", "To decide"
    ASSURE = "ASSURE", "To be assured"
    DISCUSS = "DISCUSS", "To discuss"
    NOTE = "NOTE", "To note"


class StandingItem(models.Model):
    """What stands on every agenda of a body until it is ended."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="standing_items"
    )
    order = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    purpose = models.CharField(max_length=10, choices=Purpose.choices)
    marking = models.CharField(max_length=12, choices=MARKING_CHOICES)
    minutes_allowed = models.PositiveSmallIntegerField(default=5)
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    ended_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="a_standing_item_is_ended_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return self.title


class PlannedItem(models.Model):
    """A line of a body's annual work plan: what it takes up, and in which month."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="planned_items"
    )
    month = models.DateField()
    title = models.CharField(max_length=200)
    purpose = models.CharField(max_length=10, choices=Purpose.choices)
    marking = models.CharField(max_length=12, choices=MARKING_CHOICES)
    lead = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, related_name="+"
    )
    is_dropped = models.BooleanField(default=False)
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(month__day=1), name="a_work_plan_counts_in_whole_months"
            )
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.title}"


class AgendaItems(models.QuerySet["AgendaItem"]):
    """Items by who may read them."""

    def readable_by(self, viewer: Viewer) -> AgendaItems:
        """Those of meetings this viewer sees, whose marking they may read there."""
        readable = Q(marking=Marking.PUBLIC)
        for marking, needed in MARKING_READ.items():
            readable |= Q(marking=marking, meeting__body__in=viewer.bodies(needed))
        return self.filter(
            readable & Q(meeting__in=Meeting.objects.visible_to(viewer))
            | Q(pk__in=viewer.cases("groups", P.MEETING_SEE))
        ).exclude(pk__in=viewer.blocked_keys("groups"))

    def standing(self) -> AgendaItems:
        """Not taken off."""
        return self.filter(is_withdrawn=False)


class AgendaItem(models.Model):
    """One item of one agenda.

    ``order`` is where it stands until papers are out; from then on its number for each
    circle of readers comes from the placings, and stays. ``notes_version`` counts what
    was written to its minutes.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    order = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    purpose = models.CharField(max_length=10, choices=Purpose.choices)
    marking = models.CharField(max_length=12, choices=MARKING_CHOICES)
    cover = models.TextField(blank=True)
    sponsor = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="items_sponsored"
    )
    sponsor_organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, related_name="+"
    )
    minutes_allowed = models.PositiveSmallIntegerField(default=10)
    paper_from = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="papers_owed"
    )
    is_withdrawn = models.BooleanField(default=False)
    withdrawn_because = models.CharField(max_length=300, blank=True)
    is_unfinished = models.BooleanField(default=False)
    standing_item = models.ForeignKey(
        StandingItem, on_delete=models.PROTECT, null=True, related_name="+"
    )
    planned_item = models.ForeignKey(
        PlannedItem, on_delete=models.PROTECT, null=True, related_name="items"
    )
    carried_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="carried_to"
    )
    notes_version = models.PositiveIntegerField(default=0)
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    objects = AgendaItems.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(is_withdrawn=False, withdrawn_because="")
                | Q(is_withdrawn=True) & ~Q(withdrawn_because=""),
                name="an_item_is_withdrawn_for_a_reason",
            )
        ]

    def __str__(self) -> str:
        return self.title


class ItemPaper(AppendOnly):
    """A document tabled for an item; late when it came after the meeting's papers day."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    item = models.ForeignKey(
        AgendaItem, on_delete=models.PROTECT, related_name="papers"
    )
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="tabled"
    )
    is_late = models.BooleanField(default=False)
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["item", "document"], name="a_paper_is_tabled_once_for_an_item"
            )
        ]

    def __str__(self) -> str:
        return f"{self.document_id} for {self.item_id}"


class AgendaPlacing(AppendOnly):
    """An item stands on the agenda under a marking: added to, and never changed.

    Every reader's numbers are read from these (`domain.rules.agenda_numbers`). There are
    none until papers are out.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="placings"
    )
    sequence = models.PositiveSmallIntegerField()
    item = models.ForeignKey(
        AgendaItem, on_delete=models.PROTECT, related_name="placings"
    )
    marking = models.CharField(max_length=12, choices=MARKING_CHOICES)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "sequence"], name="one_placing_at_a_place"
            )
        ]

    def __str__(self) -> str:
        return f"{self.sequence} of {self.meeting_id}"
