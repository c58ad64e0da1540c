"""Tables of returns: what is owed, each return, what was sent, and its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from kith.contracts.feeds import FEEDS
from kith.domain.rules.return_calendar import Cadence
from kith.domain.rules.states.returns import RETURN, ReturnState
from kith.domain.vocabulary.periods import Period
from kith.web.access.models import Person
from kith.web.access.permissions import Permission as P
from kith.web.audit.append_only import AppendOnly
from kith.web.bodies.queries import spoken_for
from kith.web.organisations.models import Area, Organisation


if TYPE_CHECKING:
    from kith.web.access.viewer import Viewer


STATE_CHOICES = [(state.value, words) for state, words in RETURN.words.items()]
CADENCE_CHOICES = [
    (Cadence.MONTHLY.value, "Every month"),
    (Cadence.QUARTERLY.value, "Every quarter"),
    (Cadence.HALF_YEARLY.value, "Every half year"),
    (Cadence.YEARLY.value, "Every year"),
]


class Way(models.TextChoices):
    """How a return was sent."""

    FILES = "FILES", "Files"
    TYPED = "TYPED", "Typed into the form"
    NIL = "NIL", "Nothing to report"


class CheckState(models.TextChoices):
    """Where the engine's reading of the files stands."""

    NONE = "NONE", "Not asked for"
    WAITING = "WAITING", "Waits to be read"
    RUNNING = "RUNNING", "Being read"
    DONE = "DONE", "Read"
    FAILED = "FAILED", "Could not be read"
    CANCELLED = "CANCELLED", "Cancelled"


class Duty(models.Model):
    """What an agency owes: a feed, for an area, how often, from when, and who sends it.

    ``measures`` names what a feed of figures holds; ``days_to_send`` are working days
    after each period's last day.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="duties")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="duties"
    )
    feed = models.CharField(max_length=40)
    measures = models.JSONField(default=list)
    cadence = models.CharField(max_length=12, choices=CADENCE_CHOICES)
    first_on = models.DateField()
    last_on = models.DateField(null=True)
    days_to_send = models.PositiveSmallIntegerField(default=15)
    steward = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    planned_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    planned_at = models.DateTimeField()
    ended_because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["area", "organisation", "feed"],
                condition=Q(last_on__isnull=True),
                name="a_feed_is_owed_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(first_on__day=1), name="a_duty_starts_with_a_month"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.feed} of {self.organisation_id}"

    @property
    def title(self) -> str:
        """The feed in words."""
        return FEEDS[self.feed].title if self.feed in FEEDS else self.feed

    @property
    def is_of_figures(self) -> bool:
        """Whether what is owed are figures already counted."""
        return self.feed == "aggregate"


class Returns(models.QuerySet["Return"]):
    """Returns by who may see them; by a token, its organisation's and feeds' alone."""

    def visible_to(self, viewer: Viewer) -> Returns:
        """Those of the organisations the viewer speaks for; an area's, to its overseers."""
        held = viewer.areas(P.RETURN_SEE)
        mine = spoken_for(viewer) if held else frozenset()
        overseen = viewer.areas(P.RETURN_OVERSEE)
        rows = self.filter(
            Q(duty__organisation__in=mine, duty__area__in=held)
            | Q(duty__area__in=overseen)
        ).exclude(pk__in=viewer.blocked_keys("returns"))
        if viewer.bearer is None:
            return rows
        return rows.filter(
            duty__organisation=viewer.bearer.organisation,
            duty__feed__in=viewer.bearer.feeds,
        )


class Return(models.Model):
    """What an agency owes, or sent, of one feed for one area and period."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    reference = models.CharField(max_length=80, unique=True)
    duty = models.ForeignKey(Duty, on_delete=models.PROTECT, related_name="returns")
    first_on = models.DateField()
    last_on = models.DateField()
    due_on = models.DateField()
    state = models.CharField(
        max_length=10, choices=STATE_CHOICES, default=ReturnState.DUE.value
    )

    objects = Returns.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["duty", "first_on"], name="a_period_is_owed_once"
            ),
            models.CheckConstraint(
                condition=Q(last_on__gt=F("first_on")),
                name="a_return_is_about_some_days",
            ),
        ]
        indexes = [models.Index(fields=["state", "due_on"], name="returns_by_due_day")]

    def __str__(self) -> str:
        return self.reference

    @property
    def period(self) -> Period:
        """The days it is about."""
        return Period(self.first_on, self.last_on)


class Submission(models.Model):
    """What was prepared for a return, and sent: the first, or one that restates it.

    Until ``sent_at`` it is a draft of the steward's, and can be changed or dropped.
    ``report`` is what the engine said of the files; it holds no values of rows.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    of = models.ForeignKey(Return, on_delete=models.PROTECT, related_name="submissions")
    number = models.PositiveSmallIntegerField()
    way = models.CharField(max_length=6, choices=Way.choices)
    note = models.TextField(blank=True)
    ground = models.CharField(max_length=12, blank=True)
    prepared_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    prepared_at = models.DateTimeField()
    sent_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    sent_at = models.DateTimeField(null=True)
    locked_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    locked_at = models.DateTimeField(null=True)
    check_state = models.CharField(
        max_length=10, choices=CheckState.choices, default=CheckState.NONE
    )
    report = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["of", "number"], name="submissions_are_numbered"
            ),
            models.UniqueConstraint(
                fields=["of"],
                condition=Q(sent_at__isnull=True),
                name="one_draft_a_return",
            ),
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True, sent_by__isnull=True)
                | Q(sent_at__isnull=False, sent_by__isnull=False),
                name="a_return_is_sent_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(locked_at__isnull=True) | Q(sent_at__isnull=False),
                name="only_what_was_sent_is_locked",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.of_id}, number {self.number}"


class SubmittedFile(models.Model):
    """A file of a submission, kept outside the web root, and how its columns are read.

    ``is_own_layout``: figures as `kith evidence figures` prints them, counted at home; the
    file itself is handed to the engine, breakdowns and all. ``gone_on``: its content was
    removed, when others had taken its place.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    submission = models.ForeignKey(
        Submission, on_delete=models.CASCADE, related_name="files"
    )
    file = models.UUIDField()
    kind = models.CharField(max_length=10)
    name = models.CharField(max_length=200)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    scan = models.CharField(max_length=12)
    scanned_with = models.CharField(max_length=100, blank=True)
    sheet = models.CharField(max_length=100, blank=True)
    header_row = models.PositiveIntegerField(default=0)
    columns = models.JSONField(default=dict)
    meanings = models.JSONField(default=dict)
    is_own_layout = models.BooleanField(default=False)
    gone_on = models.DateField(null=True)

    def __str__(self) -> str:
        return f"file of {self.submission_id}"


class SubmittedFigure(models.Model):
    """One figure of a submission. A draft's are replaced; those that were sent stay."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    submission = models.ForeignKey(
        Submission, on_delete=models.CASCADE, related_name="figures"
    )
    measure = models.CharField(max_length=80)
    first_on = models.DateField()
    last_on = models.DateField()
    numerator = models.BigIntegerField(null=True)
    denominator = models.BigIntegerField(null=True)
    row = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "measure", "first_on", "last_on"],
                name="a_figure_stands_once_a_submission",
            ),
            models.CheckConstraint(
                condition=Q(numerator__isnull=True) | Q(numerator__gte=0),
                name="a_figure_is_no_less_than_nought",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure} of {self.submission_id}"


class ReturnStep(AppendOnly):
    """One step of a return's story. Never changed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    of = models.ForeignKey(Return, on_delete=models.PROTECT, related_name="steps")
    submission = models.ForeignKey(
        Submission, on_delete=models.PROTECT, null=True, related_name="+"
    )
    number = models.PositiveSmallIntegerField()
    move = models.CharField(max_length=12)
    state = models.CharField(max_length=10, choices=STATE_CHOICES)
    words = models.TextField(blank=True)
    taken_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.move} {self.of_id}"


class RememberedShape(models.Model):
    """Which heading and which row's label meant what, last time, for this agency."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+"
    )
    feed = models.CharField(max_length=40)
    headings = models.JSONField(default=dict)
    meanings = models.JSONField(default=dict)
    remembered_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+"
    )
    remembered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "feed"], name="one_memory_an_agency_and_feed"
            )
        ]

    def __str__(self) -> str:
        return f"{self.feed} of {self.organisation_id}"
