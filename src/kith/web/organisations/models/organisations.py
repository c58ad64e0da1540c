"""Organisations, as they were on each day: names, numbers, where, and what followed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from kith.domain.vocabulary.organisation_numbers import NUMBERS
from kith.web.organisations.models.places import Area


if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


class OrganisationKind(models.TextChoices):
    """What an organisation is."""

    COUNCIL = "COUNCIL", "Council"
    POLICE = "POLICE", "Police"
    NHS = "NHS", "NHS"
    SCHOOL = "SCHOOL", "School"
    COLLEGE = "COLLEGE", "College"
    EARLY_YEARS = "EARLY_YEARS", "Early years"
    VOLUNTARY = "VOLUNTARY", "Voluntary"
    PROBATION = "PROBATION", "Probation"
    OTHER = "OTHER", "Other"


class Sector(models.TextChoices):
    """The three statutory safeguarding partners (Children Act 2004 s16E)."""

    COUNCIL = "COUNCIL", "Council"
    POLICE = "POLICE", "Police"
    HEALTH = "HEALTH", "Health"


class Organisations(models.QuerySet["Organisation"]):
    """Organisations by the day and the place."""

    def standing_on(self, day: date) -> Organisations:
        """Begun and not over on the day."""
        return self.filter(_stands_on(day))

    def covering(self, areas: Iterable[str], day: date) -> Organisations:
        """Those that serve any of these areas on the day."""
        here = Footprint.objects.standing_on(day).filter(area__in=list(areas))
        return self.filter(pk__in=here.values("organisation"))


class Organisation(models.Model):
    """A council, a force, an NHS body, a school or another, from a day to a day.

    ``name`` is the latest; `OrganisationName` holds the earlier ones. ``sector`` is
    set for those who are a statutory safeguarding partner, and decides the quorum.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    code = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(
        max_length=20, choices=OrganisationKind.choices, default=OrganisationKind.OTHER
    )
    sector = models.CharField(max_length=10, choices=Sector.choices, blank=True)
    trust = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="schools"
    )
    first_on = models.DateField(null=True)
    last_on = models.DateField(null=True)
    ended_because = models.CharField(max_length=300, blank=True)

    objects = Organisations.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last_on__isnull=True)
                | Q(first_on__isnull=True)
                | Q(last_on__gte=F("first_on")),
                name="organisation_ends_after_it_starts",
            )
        ]
        indexes = [models.Index(fields=["kind", "name"], name="organisations_by_kind")]

    def __str__(self) -> str:
        return self.name

    def name_on(self, day: date) -> str:
        """What it was called on the day, so that an old minute shows what was true then.

        Reads ``names``: prefetch them for a list.
        """
        for one in self.names.all():
            if (one.first_on is None or one.first_on <= day) and one.last_on >= day:
                return one.name
        return self.name


class OrganisationName(models.Model):
    """A name that an organisation had before the one it has now."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="names"
    )
    name = models.CharField(max_length=200)
    first_on = models.DateField(null=True)
    last_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(first_on__isnull=True) | Q(last_on__gte=F("first_on")),
                name="name_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return self.name


class OrganisationNumber(models.Model):
    """A number of an organisation in one of the nation's registers."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="numbers"
    )
    kind = models.CharField(
        max_length=20,
        choices=[(kind.value, rule.name) for kind, rule in NUMBERS.items()],
    )
    value = models.CharField(max_length=12)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "kind"], name="one_number_of_a_kind"
            )
        ]
        indexes = [models.Index(fields=["kind", "value"], name="found_by_its_number")]

    def __str__(self) -> str:
        return f"{self.kind} {self.value}"


class SuccessionKind(models.TextChoices):
    """How one organisation came to follow another."""

    MERGED = "MERGED", "Merged"
    REPLACED = "REPLACED", "Replaced"
    SPLIT = "SPLIT", "Split"
    RENAMED = "RENAMED", "Renamed"


class Succession(models.Model):
    """One organisation followed another on a day; both keep their records."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    before = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="followed_by"
    )
    after = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="follows"
    )
    kind = models.CharField(max_length=10, choices=SuccessionKind.choices)
    on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["before", "after"], name="one_succession_of_two"
            ),
            models.CheckConstraint(
                condition=~Q(before=F("after")), name="nobody_follows_themselves"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.before_id} → {self.after_id}"


class Footprints(models.QuerySet["Footprint"]):
    """Which organisation covers which area, by the day."""

    def standing_on(self, day: date) -> Footprints:
        """Begun and not over on the day."""
        return self.filter(_stands_on(day))


class Footprint(models.Model):
    """An organisation serves an area, from a day to a day; never derived from either."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="footprints"
    )
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="footprints")
    first_on = models.DateField(null=True)
    last_on = models.DateField(null=True)

    objects = Footprints.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last_on__isnull=True)
                | Q(first_on__isnull=True)
                | Q(last_on__gte=F("first_on")),
                name="footprint_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} in {self.area_id}"


def _stands_on(day: date) -> Q:
    return (Q(last_on__isnull=True) | Q(last_on__gte=day)) & (
        Q(first_on__isnull=True) | Q(first_on__lte=day)
    )
