"""Published statistics beside our measures, and what areas say of those."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import Q

from kith.domain.rules.published_statistics import (
    POPULATION_WORDS,
    SYMBOL_WORDS,
    PopulationBasis,
)
from kith.domain.vocabulary.definitions import DEFINITION_WORDS
from kith.domain.vocabulary.periods import Period
from kith.web.access.models import Person
from kith.web.audit.append_only import AppendOnly
from kith.web.organisations.models import Area


DEFINITION_CHOICES = [(one.value, words) for one, words in DEFINITION_WORDS.items()]


class StatisticsRelease(AppendOnly):
    """A published table, as somebody brought it in. Never changed; its file is kept.

    A later release of the same numbers is another row: both stay. ``layout``: its filters with their values, and its
    indicators.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    title = models.CharField(max_length=200)
    publisher = models.CharField(max_length=200)
    published_on = models.DateField()
    address = models.URLField(max_length=500, blank=True)
    file = models.UUIDField()
    layout = models.JSONField()
    sha256 = models.CharField(max_length=64, unique=True)
    brought_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    brought_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.title


class Benchmark(AppendOnly):
    """An indicator of a release, set beside a measure of ours. Never changed.

    ``places``: with how many decimal places the release prints it.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    release = models.ForeignKey(
        StatisticsRelease, on_delete=models.PROTECT, related_name="benchmarks"
    )
    indicator = models.CharField(max_length=200)
    filters = models.JSONField(default=dict)
    measure = models.CharField(max_length=80)
    definition = models.CharField(max_length=10, choices=DEFINITION_CHOICES)
    how = models.TextField(blank=True)
    population = models.CharField(
        max_length=12,
        choices=[(one.value, words) for one, words in POPULATION_WORDS.items()],
        default=PopulationBasis.NONE.value,
    )
    places = models.PositiveSmallIntegerField(default=0)
    rows_left_out = models.PositiveIntegerField(default=0)
    set_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["release", "measure"],
                name="one_benchmark_a_release_and_measure",
            ),
            models.CheckConstraint(
                condition=~Q(definition="DIFFERS") | ~Q(how=""),
                name="a_difference_is_said",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} beside {self.measure}"


class PublishedNumber(AppendOnly):
    """One published number, for a place and days; or the symbol in its stead.

    ``population_year``: whose mid-year estimate it rests on, where it is a rate.
    ``region``: in which an area lies.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    benchmark = models.ForeignKey(
        Benchmark, on_delete=models.PROTECT, related_name="numbers"
    )
    level = models.CharField(max_length=20)
    code = models.CharField(max_length=12)
    name = models.CharField(max_length=200)
    region = models.CharField(max_length=12, blank=True)
    first_on = models.DateField()
    last_on = models.DateField()
    value = models.DecimalField(max_digits=20, decimal_places=6, null=True)
    symbol = models.CharField(
        max_length=1,
        blank=True,
        choices=[(one.value, words) for one, words in SYMBOL_WORDS.items()],
    )
    population_year = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["benchmark", "code", "first_on", "last_on"],
                name="one_number_a_place_and_period",
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=True) ^ Q(symbol=""),
                name="a_number_or_why_there_is_none",
            ),
        ]
        indexes = [models.Index(fields=["code"], name="numbers_of_a_place")]

    def __str__(self) -> str:
        return f"{self.code} of {self.benchmark_id}"

    @property
    def period(self) -> Period:
        """The days it is about."""
        return Period(self.first_on, self.last_on)


class MeasureNote(AppendOnly):
    """What an area says of a measure of its own: how it holds it, beside its figure.

    The latest holds; those before it stay.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    measure = models.CharField(max_length=80)
    definition = models.CharField(max_length=10, choices=DEFINITION_CHOICES)
    how = models.TextField(blank=True)
    footprint = models.TextField(blank=True)
    said_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(definition="AGREED") | ~Q(how=""),
                name="what_differs_or_is_not_held_says_how",
            ),
        ]
        indexes = [models.Index(fields=["area", "measure"], name="notes_of_a_measure")]

    def __str__(self) -> str:
        return f"{self.measure} in {self.area_id}"
