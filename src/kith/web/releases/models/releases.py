"""Tables of releases: editions asked for, what is proposed for the public, its story."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from kith.domain.rules.disclosure import RULE_SETS
from kith.domain.rules.states.releases import IN_PUBLIC, RELEASE, ReleaseState
from kith.domain.vocabulary.periods import Period
from kith.web.access.models import Person
from kith.web.access.permissions import Permission as P
from kith.web.audit.append_only import AppendOnly
from kith.web.bodies.queries import quality_areas
from kith.web.organisations.models import Area


if TYPE_CHECKING:
    from kith.web.access.viewer import Viewer


STATE_CHOICES = [(state.value, words) for state, words in RELEASE.words.items()]


class BuildState(models.TextChoices):
    """Where the building of an edition stands."""

    WAITING = "WAITING", "Waits to be built"
    RUNNING = "RUNNING", "Being built"
    BUILT = "BUILT", "Built"
    STOPPED = "STOPPED", "Stopped by what was found"
    FAILED = "FAILED", "Could not be built"
    CANCELLED = "CANCELLED", "Cancelled"


BUILDING = (BuildState.WAITING, BuildState.RUNNING)


def areas_seen(viewer: Viewer) -> frozenset[str]:
    """Areas whose releases the viewer may see: their own, or their quality group's."""
    return viewer.areas(P.RELEASE_SEE) | quality_areas(viewer, P.RELEASE_SEE)


class Builds(models.QuerySet["Build"]):
    """Editions asked for, by who may see them."""

    def visible_to(self, viewer: Viewer) -> Builds:
        """Those of the viewer's areas."""
        seen = Build.areas.through.objects.filter(area__in=areas_seen(viewer))
        return self.filter(pk__in=seen.values("build"))


class Build(models.Model):
    """A candidate edition that somebody asked for, and what came of it.

    ``outcome`` is what the engine said: counts, and findings with their places. Findings
    describe values and never hold them.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    reference = models.CharField(max_length=60, unique=True)
    areas = models.ManyToManyField(Area, related_name="+")
    first_on = models.DateField()
    last_on = models.DateField()
    edition = models.CharField(max_length=64)
    is_provisional = models.BooleanField(default=False)
    state = models.CharField(
        max_length=10, choices=BuildState.choices, default=BuildState.WAITING
    )
    outcome = models.JSONField(default=dict)
    fault = models.CharField(max_length=300, blank=True)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()

    objects = Builds.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last_on__gt=F("first_on")),
                name="an_edition_is_about_some_days",
            )
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def period(self) -> Period:
        """The days it is about."""
        return Period(self.first_on, self.last_on)


class Releases(models.QuerySet["Release"]):
    """Releases by who may see them."""

    def visible_to(self, viewer: Viewer) -> Releases:
        """Those of the viewer's areas."""
        seen = Release.areas.through.objects.filter(area__in=areas_seen(viewer))
        shown = self.filter(pk__in=seen.values("release"))
        return shown.exclude(pk__in=viewer.blocked_keys("releases"))

    def in_public(self) -> Releases:
        """What the public has seen, taken back or not."""
        return self.filter(state__in=IN_PUBLIC)


class Release(models.Model):
    """A table, or a whole edition, on its way to the public.

    ``options`` ask the engine for it; ``asked`` says the same for people. ``ledger`` is
    its name in the ledger and in its public address; ``answer`` what the ledger said.
    ``table`` is printed as it stands here, with ``titles`` of what it names and what is to
    be said beside it, so that its address outlives every edition; it is empty for an
    edition. No hidden number is in it.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    reference = models.CharField(max_length=60, unique=True)
    title = models.CharField(max_length=150)
    areas = models.ManyToManyField(Area, related_name="+")
    build = models.ForeignKey(
        Build, on_delete=models.PROTECT, null=True, related_name="releases"
    )
    follows = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="followed_by"
    )
    options = models.JSONField(default=list)
    asked = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=STATE_CHOICES)
    ledger = models.CharField(max_length=12, blank=True)
    rule_set = models.CharField(max_length=20, blank=True)
    figures = models.PositiveIntegerField(default=0)
    answer = models.JSONField(default=dict)
    table = models.JSONField(default=list)
    titles = models.JSONField(default=dict)
    fault = models.CharField(max_length=300, blank=True)
    proposed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    approver = models.CharField(max_length=100, blank=True)
    approved_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    approved_at = models.DateTimeField(null=True)
    released_on = models.DateField(null=True)
    withdrawn_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_because = models.CharField(max_length=300, blank=True)
    is_taken_down = models.BooleanField(default=False)

    objects = Releases.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True)
                | ~Q(approved_by=F("proposed_by")),
                name="a_release_is_approved_by_another",
            ),
            models.CheckConstraint(
                condition=Q(approved_at__isnull=True, approved_by__isnull=True)
                | Q(approved_at__isnull=False, approved_by__isnull=False),
                name="a_release_is_approved_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="a_release_is_withdrawn_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state=ReleaseState.WITHDRAWN) | ~Q(withdrawn_because=""),
                name="a_release_is_withdrawn_for_a_reason",
            ),
            models.UniqueConstraint(
                fields=["ledger"],
                condition=Q(
                    state__in=[ReleaseState.APPROVED, *(one.value for one in IN_PUBLIC)]
                ),
                name="a_public_address_is_one_releases",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def is_edition(self) -> bool:
        """Whether it is everything that an edition prints."""
        return "edition" in self.asked

    @property
    def rule_words(self) -> str:
        """How its small numbers are hidden, in words; empty before it was judged."""
        known = RULE_SETS.get(self.rule_set)
        return known.title if known else self.rule_set


class ReleaseStep(AppendOnly):
    """One step of a release's story. Never changed; by nobody where the engine took it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    of = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="steps")
    number = models.PositiveSmallIntegerField()
    move = models.CharField(max_length=12)
    state = models.CharField(max_length=10, choices=STATE_CHOICES)
    words = models.TextField(blank=True)
    taken_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    taken_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["of", "number"], name="a_releases_steps_are_numbered"
            )
        ]

    def __str__(self) -> str:
        return f"{self.move} {self.of_id}"


class Erratum(AppendOnly):
    """What was wrong with a release, said beside it for good."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    of = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="errata")
    words = models.TextField()
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"erratum of {self.of_id}"
