"""Writes the trail: one event an action, its place in the chain taken last."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC
from typing import TYPE_CHECKING

from django.db import transaction

from kith.domain.rules.event_digest import digest_of
from kith.web.audit.models import ChainHead, Event, Touched


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime
    from uuid import UUID

    from django.db.models import Model

    from kith.domain.vocabulary.actors import Actor


class NothingSaidError(RuntimeError):
    """An action ended without saying what it was about."""


@dataclass
class Recording:
    """What an action tells the trail while it runs."""

    actor: Actor
    at: datetime
    verb: str
    purpose: str = ""
    noun: str = ""
    key: UUID | None = None
    area: str = ""
    body: UUID | None = None
    details: dict[str, object] = field(default_factory=dict)
    record: Model | None = None
    others: tuple[UUID, ...] = ()
    beside: list[Model] = field(default_factory=list)

    def about(
        self,
        record: Model,
        *,
        area: str = "",
        body: UUID | None = None,
        **details: object,
    ) -> None:
        """Name the record; details are coded values and names of fields, no text."""
        self.noun = record._meta.app_label
        self.key = record.pk
        self.record = record
        self.area, self.body = area, body
        self.details.update(details)

    def also(self, records: Iterable[Model]) -> None:
        """Name what changed with the record: followers learn of it, the trail does not."""
        self.beside += records

    def about_several(
        self,
        noun: str,
        keys: tuple[UUID, ...],
        *,
        area: str = "",
        body: UUID | None = None,
        **details: object,
    ) -> None:
        """Name many records of one noun, or none of it: a list, a search, an export."""
        self.noun = noun
        self.key = keys[0] if len(keys) == 1 else None
        self.others = keys if len(keys) > 1 else ()
        self.area, self.body = area, body
        self.details.update(details)
        if self.others:
            self.details["records"] = sorted(str(key) for key in self.others)


FOLLOWERS: list[Callable[[Recording], None]] = []
"""What else happens in the same transaction, for every action: the search index for
one. Filled by `site` when it starts."""

_open: ContextVar[list[Recording] | None] = ContextVar("open_recordings", default=None)


@contextmanager
def recorded(
    *, actor: Actor, at: datetime, verb: str, purpose: str = ""
) -> Iterator[Recording]:
    """One transaction and one event: if either fails, neither happened.

    An action inside another joins its transaction; all their events take their places
    together, at the end.

    Raises:
        NothingSaidError: the block ended without ``about``.
    """
    event = Recording(actor=actor, at=at, verb=verb, purpose=purpose)
    outer = _open.get()
    if outer is not None:
        with transaction.atomic():
            yield event
        outer.append(_complete(event))
        return
    gathered: list[Recording] = []
    token = _open.set(gathered)
    try:
        with transaction.atomic():
            yield event
            gathered.append(_complete(event))
            for one in gathered:
                for follow in FOLLOWERS:
                    follow(one)
            _take_places(gathered)
    finally:
        _open.reset(token)


def _complete(event: Recording) -> Recording:
    if not event.noun:
        raise NothingSaidError(f"{event.verb} did not say what it was about")
    if not _is_coded(event.details):
        raise TypeError(f"{event.verb}: details are names, codes and whole numbers")
    return event


def _is_coded(value: object) -> bool:
    """A fraction is refused: databases write it differently, and the chain would break."""
    if isinstance(value, dict):
        return all(
            isinstance(key, str) and _is_coded(held) for key, held in value.items()
        )
    if isinstance(value, list | tuple):
        return all(_is_coded(held) for held in value)
    return value is None or isinstance(value, str | int)


def _take_places(gathered: list[Recording]) -> None:
    """The chain's end is locked only here, so that nobody waits for slow work."""
    ChainHead.objects.get_or_create(pk=1)
    head = ChainHead.objects.select_for_update().get(pk=1)
    for one in gathered:
        event = _event(one, head)
        event.digest = digest_of(event.digest_before, chained_fields(event))
        event.save()
        Touched.objects.bulk_create(
            Touched(event=event, noun=event.noun, key=key) for key in one.others
        )
        head.sequence, head.digest = event.sequence, event.digest
    head.save()


def _event(told: Recording, head: ChainHead) -> Event:
    return Event(
        sequence=head.sequence + 1,
        at=told.at,
        actor_person=told.actor.person,
        actor_name=_fit("actor_name", told.actor.name),
        acting_for=_fit("acting_for", told.actor.acting_for),
        origin=_fit("origin", told.actor.origin),
        verb=told.verb,
        noun=told.noun,
        key=told.key,
        area=told.area,
        body=told.body,
        purpose=_fit("purpose", told.purpose),
        details=told.details,
        digest_before=head.digest,
    )


def _fit(name: str, words: str) -> str:
    """PostgreSQL refuses what is too long and SQLite does not: cut for both alike."""
    longest = getattr(Event._meta.get_field(name), "max_length", None)
    return words[:longest]


def chained_fields(event: Event) -> dict[str, object]:
    """Every field that the digest covers, told the same by every database."""
    return {
        "id": str(event.id),
        "sequence": event.sequence,
        "at": event.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "actor_person": str(event.actor_person or ""),
        "actor_name": event.actor_name,
        "acting_for": event.acting_for,
        "origin": event.origin,
        "verb": event.verb,
        "noun": event.noun,
        "key": str(event.key or ""),
        "area": event.area,
        "body": str(event.body or ""),
        "purpose": event.purpose,
        "details": event.details,
    }
