"""The audit trail: events in one chain, added to and never changed."""

from __future__ import annotations

from typing import NoReturn
from uuid import uuid4

from django.db import models


class AppendOnlyError(TypeError):
    """Somebody tried to change or remove what is only ever added to."""


class AppendOnly(models.QuerySet["Event"]):
    """A queryset that adds and reads, and refuses the rest."""

    def update(self, **_: object) -> NoReturn:
        raise AppendOnlyError("an audit event is never changed")

    def delete(self) -> NoReturn:
        raise AppendOnlyError("an audit event is never removed")

    def bulk_update(self, *_: object, **__: object) -> NoReturn:
        raise AppendOnlyError("an audit event is never changed")


class Event(models.Model):
    """One thing that somebody did, or saw.

    ``details`` holds coded values and the names of fields, never free text: what a
    person wrote stays in the record itself. ``digest`` covers every other field and
    the digest before it.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    sequence = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField()
    actor_person = models.UUIDField(null=True)
    actor_name = models.CharField(max_length=200)
    acting_for = models.CharField(max_length=200, blank=True)
    origin = models.CharField(max_length=100, blank=True)
    verb = models.CharField(max_length=80)
    noun = models.CharField(max_length=40, blank=True)
    key = models.UUIDField(null=True)
    area = models.CharField(max_length=9, blank=True)
    body = models.UUIDField(null=True)
    purpose = models.CharField(max_length=300, blank=True)
    details = models.JSONField(default=dict)
    digest_before = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)

    objects = AppendOnly.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["noun", "key"], name="event_of_a_record"),
            models.Index(fields=["actor_person", "at"], name="event_of_a_person"),
        ]

    def __str__(self) -> str:
        return f"{self.sequence} {self.verb}"

    def save(self, *args: object, **kwargs: object) -> None:
        if not self._state.adding:
            raise AppendOnlyError("an audit event is never changed")
        super().save(*args, **kwargs)  # type: ignore[arg-type] # passed on as they came

    def delete(self, *_: object, **__: object) -> NoReturn:
        raise AppendOnlyError("an audit event is never removed")


class ChainHead(models.Model):
    """The end of the chain. Its row is the lock under which a place is taken."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    sequence = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return f"{self.sequence} {self.digest[:12]}"
