"""Who lets figures stand beside those of other areas, and who was asked to."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from kith.domain.rules.figure_consent import ANSWER_WORDS
from kith.web.access.models import Person
from kith.web.audit.append_only import AppendOnly
from kith.web.organisations.models import Area, Organisation


class FigureConsent(AppendOnly):
    """One answer of an owner. Never changed: a later one stands in its place.

    No ``organisation``: the area's own answer; else that of the police or health about
    their figures of the area. No ``measure``: about every one.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    number = models.PositiveIntegerField()
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, related_name="+"
    )
    measure = models.CharField(max_length=80, blank=True)
    answer = models.CharField(
        max_length=10,
        choices=[(one.value, words) for one, words in ANSWER_WORDS.items()],
    )
    first_on = models.DateField()
    last_on = models.DateField(null=True)
    reason = models.TextField(blank=True)
    said_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["area", "number"], name="one_answer_a_number"
            ),
            models.CheckConstraint(
                condition=Q(last_on__isnull=True) | Q(last_on__gte=F("first_on")),
                name="consent_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(answer="GIVEN") | ~Q(reason=""),
                name="a_no_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.answer} of {self.organisation_id or self.area_id}"


class ConsentAsk(AppendOnly):
    """An owner is asked to let figures be shown; any later answer settles it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, related_name="+"
    )
    measure = models.CharField(max_length=80, blank=True)
    why = models.TextField()
    after = models.PositiveIntegerField()
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(why=""), name="who_asks_says_why"),
        ]
        indexes = [models.Index(fields=["area"], name="asked_of_an_area")]

    def __str__(self) -> str:
        return f"{self.measure or 'every measure'} of {self.area_id}"
