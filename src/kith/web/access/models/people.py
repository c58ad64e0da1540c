"""People who sign in, the roles they hold, and what opens or closes a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from uuid import uuid4

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.crypto import salted_hmac

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
    # Part of what every session is checked against: a new number ends them all.
    session_round = models.PositiveIntegerField(default=0)
    left_at = models.DateTimeField(null=True)
    left_by = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="+"
    )
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
            ),
            models.CheckConstraint(
                condition=Q(left_at__isnull=True, left_by__isnull=True)
                | Q(left_at__isnull=False, left_by__isnull=False, is_active=False),
                name="whoever_left_was_let_go_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What Django compares each session with: the password, and the round.

        Django asks for it under this name, for the standing and the former key alike.
        """
        salt = "kith.web.access.models.Person.session"
        value = f"{self.password} {self.session_round}"
        return salted_hmac(salt, value, secret=secret, algorithm="sha256").hexdigest()

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
