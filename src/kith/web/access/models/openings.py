"""What closes a record to one person, or opens it for a while."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from kith.web.access.models.people import Person


class ConflictBlock(models.Model):
    """A record closed to one person: it is about them, or they are named as conflicted.

    The noun and key name the record; what it says is not repeated here.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="blocks")
    noun = models.CharField(max_length=40)
    key = models.UUIDField()
    is_subject = models.BooleanField(default=False)
    reason = models.CharField(max_length=200)
    named_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    named_at = models.DateTimeField()
    lifted_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "noun", "key"],
                condition=Q(lifted_at__isnull=True),
                name="one_standing_block_a_person_and_record",
            ),
            models.CheckConstraint(
                condition=Q(lifted_at__isnull=True, lifted_by__isnull=True)
                | Q(lifted_at__isnull=False, lifted_by__isnull=False),
                name="a_block_is_lifted_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"a {self.noun} closed to {self.person_id}"


class BrokenGlass(models.Model):
    """A restricted record opened in an emergency: why, by whom, and until when."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="emergencies"
    )
    noun = models.CharField(max_length=40)
    key = models.UUIDField()
    reason = models.TextField()
    opened_at = models.DateTimeField()
    until = models.DateTimeField()
    reviewed_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    reviewed_at = models.DateTimeField(null=True)
    review = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(reviewed_at__isnull=True, reviewed_by__isnull=True)
                | Q(reviewed_at__isnull=False, reviewed_by__isnull=False),
                name="broken_glass_is_reviewed_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return f"a {self.noun} opened in emergency"


class Delegation(models.Model):
    """What one person may do in another's place, between two days."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    giver = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="delegations_given"
    )
    taker = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="delegations_taken"
    )
    body = models.UUIDField(null=True)
    reason = models.CharField(max_length=200)
    first_on = models.DateField()
    last_on = models.DateField()
    given_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last_on__gte=F("first_on")),
                name="delegation_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=~Q(giver=F("taker")), name="nobody_delegates_to_themselves"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="a_delegation_is_ended_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"from {self.giver_id} to {self.taker_id}"
