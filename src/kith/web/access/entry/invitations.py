"""Invitations: a link that works once, for seven days of the world's clock.

The secret goes out with the link and is kept nowhere; its digest finds the invitation.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from allauth.account.models import EmailAddress

from kith.domain.vocabulary.actors import Actor
from kith.web.access.models import Invitation, Person
from kith.web.audit.recording import recorded


if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet


LASTS = timedelta(days=7)
"""[?] A week: `domain.md` 17 asks that invitations expire and names no number."""


@dataclass(frozen=True)
class Sent:
    """An invitation and the secret of its link, which is known only now."""

    invitation: Invitation
    secret: str


def make_invitation(
    *,
    person: Person,
    area: str,
    by: UUID | None,
    at: datetime,
    now: datetime,
    already_in: bool = False,
) -> Sent:
    """The person may come in by a new link; any earlier one is withdrawn.

    Whoever is ``already_in`` has a password: theirs is kept as accepted, and its link
    never works. Called by an action, inside its transaction and its event.
    """
    person.invitations.filter(
        accepted_at__isnull=True, withdrawn_at__isnull=True
    ).update(withdrawn_at=now)
    secret = secrets.token_urlsafe(32)
    made = Invitation.objects.create(
        person=person,
        area=area,
        digest=_digest(secret),
        invited_by_id=by,
        invited_at=at,
        open_until=now + LASTS,
        accepted_at=now if already_in else None,
    )
    return Sent(made, secret)


def standing_invitation(secret: str, *, now: datetime) -> Invitation | None:
    """The invitation of this link, where it can still be accepted."""
    return (
        _standing(now).select_related("person").filter(digest=_digest(secret)).first()
    )


def accept_invitation(
    *, secret: str, password: str, at: datetime, now: datetime
) -> Person | None:
    """The person has a password and a proven address, and the link works no more.

    None where somebody else was quicker with the same link, or it was withdrawn.
    """
    known = standing_invitation(secret, now=now)
    if known is None:
        return None
    actor = Actor(known.person.name, known.person_id, origin="web")
    try:
        with recorded(actor=actor, at=at, verb="access.invitation_accepted") as event:
            held = _standing(now).select_for_update().filter(pk=known.pk).first()
            if held is None:
                raise _TooLateError
            held.accepted_at = now
            held.save(update_fields=["accepted_at"])
            person = Person.objects.get(pk=held.person_id)
            person.set_password(password)
            person.save(update_fields=["password"])
            EmailAddress.objects.update_or_create(
                user=person,
                email=person.email,
                defaults={"verified": True, "primary": True},
            )
            event.about(person, area=held.area)
    except _TooLateError:
        return None
    return person


class _TooLateError(Exception):
    """Somebody else accepted first."""


def _standing(now: datetime) -> QuerySet[Invitation]:
    return Invitation.objects.filter(
        accepted_at__isnull=True,
        withdrawn_at__isnull=True,
        open_until__gt=now,
        person__is_active=True,
    )


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
