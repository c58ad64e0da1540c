"""Minutes: what was said of each item, who agreed it, and what was corrected later."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import Q

from kith.domain.rules.states.minutes import MINUTES
from kith.web.access.models import Person
from kith.web.actions.models import Action
from kith.web.audit.append_only import AppendOnly
from kith.web.groups.models.agendas import AgendaItem
from kith.web.groups.models.meetings import Meeting


STATE_CHOICES = [(state.value, words) for state, words in MINUTES.words.items()]


class Minutes(models.Model):
    """The minutes of one meeting: where they stand, and who agreed them where."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    meeting = models.OneToOneField(
        Meeting, on_delete=models.PROTECT, related_name="minutes"
    )
    state = models.CharField(max_length=20, choices=STATE_CHOICES)
    started_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    agreed_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    agreed_at = models.DateTimeField(null=True)
    agreed_in = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, null=True, related_name="minutes_agreed"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(agreed_at__isnull=True, agreed_by__isnull=True)
                | Q(agreed_at__isnull=False, agreed_by__isnull=False),
                name="minutes_are_agreed_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return f"minutes of {self.meeting_id}"


class MinutesStep(AppendOnly):
    """One step of the minutes' story. Never changed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="steps")
    move = models.CharField(max_length=30)
    state = models.CharField(max_length=20, choices=STATE_CHOICES)
    words = models.TextField(blank=True)
    taken_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.move} {self.minutes_id}"


class ItemNote(AppendOnly):
    """What the minutes say of one item, version by version. Never changed.

    The item's ``notes_version`` names the one that stands.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="notes")
    version = models.PositiveIntegerField()
    words = models.TextField(blank=True)
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["item", "version"], name="one_note_a_version"
            )
        ]

    def __str__(self) -> str:
        return f"version {self.version} of {self.item_id}"


class ItemAction(AppendOnly):
    """An action that was proposed from an item of a meeting."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    item = models.ForeignKey(
        AgendaItem, on_delete=models.PROTECT, related_name="action_links"
    )
    action = models.ForeignKey(
        Action, on_delete=models.PROTECT, related_name="item_links"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["item", "action"], name="an_action_comes_once_from_an_item"
            )
        ]

    def __str__(self) -> str:
        return f"{self.action_id} from {self.item_id}"


class MinutesComment(AppendOnly):
    """What somebody says about a draft, of one item or of the whole."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    minutes = models.ForeignKey(
        Minutes, on_delete=models.PROTECT, related_name="comments"
    )
    item = models.ForeignKey(
        AgendaItem, on_delete=models.PROTECT, null=True, related_name="comments"
    )
    words = models.TextField()
    said_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"comment on {self.minutes_id}"


class Correction(AppendOnly):
    """What a later meeting put right in agreed minutes, which stay as they were."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    minutes = models.ForeignKey(
        Minutes, on_delete=models.PROTECT, related_name="corrections"
    )
    item = models.ForeignKey(
        AgendaItem, on_delete=models.PROTECT, null=True, related_name="corrections"
    )
    noted_in = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="corrections_noted"
    )
    words = models.TextField()
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"correction to {self.minutes_id}"
