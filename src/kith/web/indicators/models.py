"""Tables of indicators: each change of a definition, kept for good."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import Q

from kith.contracts.published.measures import QUESTIONS
from kith.domain.vocabulary.agencies import WELL_KNOWN
from kith.domain.vocabulary.figures import Kind, Polarity, Unit
from kith.web.access.models import Person
from kith.web.audit.append_only import AppendOnly


KIND_WORDS = {
    Kind.FLOW: "Counted as it happens in the period",
    Kind.EVER: "Children or people, each once in the period",
    Kind.SNAPSHOT: "As it stands on the last day",
    Kind.RATIO: "A share: one count of another",
    Kind.RATE: "A rate: a count by population",
    Kind.TIMELINESS: "A share that was on time",
    Kind.DURATION: "A length of time",
}
POLARITY_WORDS = {
    Polarity.HIGHER_IS_BETTER: "Higher is better",
    Polarity.LOWER_IS_BETTER: "Lower is better",
    Polarity.NEITHER: "Neither, or it cannot be said",
}
OWNERS = sorted(
    {**WELL_KNOWN, "marac": "MARAC", "youth_justice": "Youth justice"}.items()
)


class IndicatorVersion(AppendOnly):
    """An indicator's whole definition as it stood from one change to the next.

    ``number`` counts the changes made here. ``version`` rises where ``counts_anew``:
    then it counts something else from ``valid_from`` on, and its series breaks there.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    code = models.CharField(max_length=80)
    number = models.PositiveIntegerField()
    version = models.PositiveIntegerField()
    title = models.CharField(max_length=150)
    definition = models.TextField()
    unit = models.CharField(max_length=20, choices=[(u.value, u.value) for u in Unit])
    kind = models.CharField(
        max_length=30, choices=[(k.value, words) for k, words in KIND_WORDS.items()]
    )
    question = models.CharField(max_length=20, choices=QUESTIONS)
    owner = models.CharField(max_length=40, choices=OWNERS)
    numerator = models.CharField(max_length=500)
    denominator = models.CharField(max_length=500, blank=True)
    authority = models.CharField(max_length=500)
    polarity = models.CharField(
        max_length=10, choices=[(p.value, words) for p, words in POLARITY_WORDS.items()]
    )
    doubt = models.TextField(blank=True)
    is_process = models.BooleanField(default=False)
    valid_from = models.DateField()
    counts_anew = models.BooleanField()
    because = models.TextField()
    said_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["code", "number"], name="an_indicator_changes_in_order"
            ),
            models.CheckConstraint(
                condition=~Q(because=""), name="a_change_of_definition_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.number}"
