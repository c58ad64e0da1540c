"""Tables of the API: tokens, how fast they are used, and answers that are given again."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.db.models import Q

from kith.web.access.models import Person
from kith.web.access.permissions import Permission as P
from kith.web.bodies.queries import spoken_for
from kith.web.organisations.models import Organisation


if TYPE_CHECKING:
    from datetime import datetime

    from kith.web.access.viewer import Viewer


class ApiTokens(models.QuerySet["ApiToken"]):
    """Tokens by who keeps them."""

    def visible_to(self, viewer: Viewer) -> ApiTokens:
        """Those of the organisations that the viewer speaks for, where they keep any."""
        keeps = viewer.may(P.API_TOKEN_KEEP)
        return self.filter(organisation__in=spoken_for(viewer) if keeps else ())

    def standing_at(self, now: datetime) -> ApiTokens:
        """Those neither revoked nor over, by the world's clock."""
        return self.filter(revoked_at__isnull=True, open_until__gt=now)


class ApiToken(models.Model):
    """What lets an organisation's program in, for some feeds, until a moment of the
    world's clock, in the name of whoever issued it.

    The token itself is shown once; only its digest stays. ``head`` is its beginning,
    which opens nothing: lists and the trail name it by that.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(max_length=80)
    head = models.CharField(max_length=20)
    digest = models.CharField(max_length=64, unique=True)
    feeds = models.JSONField(default=list)
    may_read = models.BooleanField(default=False)
    may_send = models.BooleanField(default=False)
    issued_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField()
    open_until = models.DateTimeField()
    last_used_on = models.DateField(null=True)
    revoked_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    revoked_at = models.DateTimeField(null=True)

    objects = ApiTokens.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(revoked_at__isnull=True, revoked_by__isnull=True)
                | Q(revoked_at__isnull=False, revoked_by__isnull=False),
                name="a_token_is_revoked_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(may_read=True) | Q(may_send=True),
                name="a_token_is_for_something",
            ),
        ]

    def __str__(self) -> str:
        return self.head


class Pace(models.Model):
    """How often somebody asked within a stretch of time: a token, or an address with
    wrong ones. In the database, so that every process and server counts together.

    ``subject`` is a digest, and ``began`` the second of the world's clock.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    subject = models.CharField(max_length=64)
    began = models.BigIntegerField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "began"], name="a_pace_is_counted_once"
            )
        ]
        indexes = [models.Index(fields=["began"], name="pace_by_beginning")]

    def __str__(self) -> str:
        return f"{self.count} since {self.began}"


class KeptAnswer(models.Model):
    """What was answered under an Idempotency-Key, to be answered again for a day.

    ``mark`` stands for what was asked: the same key with something else is refused.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    token = models.ForeignKey(ApiToken, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=100)
    mark = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(default=0)
    answer = models.JSONField(default=dict)
    open_until = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["token", "key"], name="a_key_is_answered_once_a_token"
            )
        ]

    def __str__(self) -> str:
        return f"{self.status} for {self.token_id}"
