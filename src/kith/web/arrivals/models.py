"""Tables of moving in: a spreadsheet as it was read, what it became, what is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.db.models import Q

from kith.domain.rules.states.arrivals import ARRIVAL
from kith.web.access.models import Person
from kith.web.access.permissions import Permission as P
from kith.web.bodies.models import Body


if TYPE_CHECKING:
    from kith.web.access.viewer import Viewer


STATE_CHOICES = [(state.value, words) for state, words in ARRIVAL.words.items()]


class ArrivalKind(models.TextChoices):
    """What the spreadsheet holds."""

    ACTIONS = "ACTIONS", "Action log"
    RISKS = "RISKS", "Risk register"
    MEMBERS = "MEMBERS", "Member list"
    MEETINGS = "MEETINGS", "Meeting dates"


class Outcome(models.TextChoices):
    """What a row became, or would."""

    NEW = "NEW", "New"
    CHANGED = "CHANGED", "Changed"
    SAME = "SAME", "Already here"
    CANNOT = "CANNOT", "Cannot be brought in"
    LEFT_OUT = "LEFT_OUT", "Left out"


class Arrivals(models.QuerySet["Arrival"]):
    """Imports by who may see them."""

    def visible_to(self, viewer: Viewer) -> Arrivals:
        """Those into bodies for which this viewer may bring things in."""
        return self.filter(body__in=viewer.bodies(P.ARRIVAL_IMPORT))


class Arrival(models.Model):
    """One spreadsheet brought in for one body; its key is the batch's.

    ``cells`` is the sheet as text and is emptied when the import ends, whichever way:
    what it held stands in the records then, or nowhere.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    kind = models.CharField(max_length=10, choices=ArrivalKind.choices)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="arrivals")
    file_name = models.CharField(max_length=200)
    sheet = models.CharField(max_length=100, blank=True)
    state = models.CharField(max_length=10, choices=STATE_CHOICES)
    cells = models.JSONField(default=list)
    header_row = models.PositiveIntegerField(default=0)
    columns = models.JSONField(default=dict)
    choices = models.JSONField(default=dict)
    uploaded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()
    applied_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    applied_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    undone_at = models.DateTimeField(null=True)

    objects = Arrivals.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(applied_at__isnull=True, applied_by__isnull=True)
                | Q(applied_at__isnull=False, applied_by__isnull=False),
                name="an_import_is_applied_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True, undone_by__isnull=True)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
                name="an_import_is_undone_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


class ArrivalRow(models.Model):
    """A row of an applied import: what it became, and how the record stood then.

    ``before`` holds what the undo puts back; ``stood`` is what the record looked like when the batch had written it, so that the
    undo can tell whether somebody has worked on it since; ``fingerprint`` tells the same
    row of a later file.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    arrival = models.ForeignKey(Arrival, on_delete=models.PROTECT, related_name="rows")
    number = models.PositiveIntegerField()
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    noun = models.CharField(max_length=40, blank=True)
    record = models.UUIDField(null=True)
    source_reference = models.CharField(max_length=80, blank=True)
    fingerprint = models.CharField(max_length=64)
    before = models.JSONField(default=dict)
    stood = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["arrival", "number"], name="a_row_comes_once_a_batch"
            )
        ]
        indexes = [models.Index(fields=["fingerprint"], name="rows_by_fingerprint")]

    def __str__(self) -> str:
        return f"row {self.number} of {self.arrival_id}"


class RememberedColumns(models.Model):
    """Which heading meant which field, last time, for this kind and this body."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    kind = models.CharField(max_length=10, choices=ArrivalKind.choices)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    headings = models.JSONField(default=dict)
    remembered_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+"
    )
    remembered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "body"], name="one_memory_a_kind_and_body"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.body_id}"
