"""People who sign in, the roles they hold, and what opens or closes a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from uuid import uuid4

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from kith.web.access.roles import ROLES, Role


if TYPE_CHECKING:
    from datetime import date


ROLE_CHOICES = [(role.value, duty.name) for role, duty in ROLES.items()]


class People(BaseUserManager["Person"]):
    """Finds people by their address, whatever its capitals."""

    def get_by_natural_key(self, username: str | None) -> Person:
        """The person who signs in with this address."""
        return self.get(email__iexact=username)


class Person(AbstractBaseUser):
    """Somebody with a sign-in. One account serves every area they work in."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)
    away_first_on = models.DateField(null=True)
    away_last_on = models.DateField(null=True)
    added_at = models.DateTimeField()
    # Django would write this at each sign-in, past the audit trail that keeps it.
    last_login = None

    objects: ClassVar[People] = People()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(away_first_on__isnull=True)
                | Q(away_last_on__gte=F("away_first_on")),
                name="person_away_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """The name, as libraries ask for it."""
        return self.name

    def get_short_name(self) -> str:
        """The name again: nobody is called by half of theirs."""
        return self.name


class Dated(models.QuerySet["RoleHolding"]):
    """Holdings by the day on which they stand."""

    def standing_on(self, day: date) -> Dated:
        """Begun and not over on the day; a holding ends by itself."""
        return self.filter(
            Q(last_on__isnull=True) | Q(last_on__gte=day), first_on__lte=day
        )


class RoleHolding(models.Model):
    """A role that a person holds for an area, or over the platform, from a day on.

    Roles in a body come from its seats. ``ended_because`` says why one ended early.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="holdings"
    )
    role = models.CharField(max_length=40, choices=ROLE_CHOICES)
    area = models.CharField(max_length=9, blank=True)
    organisation = models.CharField(max_length=60, blank=True)
    is_deputy = models.BooleanField(default=False)
    first_on = models.DateField()
    last_on = models.DateField(null=True)
    given_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    given_at = models.DateTimeField()
    ended_because = models.CharField(max_length=200, blank=True)

    objects = Dated.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last_on__isnull=True) | Q(last_on__gte=F("first_on")),
                name="role_holding_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return f"{self.words}, {self.area or 'the platform'}"

    @property
    def words(self) -> str:
        """The role's name, a deputy's said so."""
        name = ROLES[Role(self.role)].name
        return f"Deputy {name[0].lower()}{name[1:]}" if self.is_deputy else name


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
