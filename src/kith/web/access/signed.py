"""What the sign-in libraries say happened, written to the audit trail.

The one module of Kith that receives signals: these two libraries tell in no other way.
Nobody's typed address is kept: it may be a password, or somebody else's.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from allauth.account.signals import password_changed, password_reset, password_set
from allauth.mfa.signals import (
    authentication_failed,
    authenticator_added,
    authenticator_removed,
)
from axes.signals import user_locked_out
from django.contrib.auth.signals import (
    user_logged_in,
    user_logged_out,
    user_login_failed,
)
from django.dispatch import receiver

from kith.domain.vocabulary.actors import Actor
from kith.web.access.models import Person
from kith.web.access.origins import origin_of
from kith.web.audit.recording import recorded


if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpRequest

    from kith.web.audit.recording import Recording


NOBODY = "Somebody not signed in"
METHODS_KEY = "account_authentication_methods"


@receiver(user_logged_in)
def signed_in(request: HttpRequest, user: Any, **_: Any) -> None:
    """Somebody signed in, and by what."""
    used = request.session.get(METHODS_KEY, [])
    ways = sorted({str(one.get("type") or one.get("method")) for one in used})
    _say(request, "access.signed_in", user, ways=ways)


@receiver(user_logged_out)
def signed_out(request: HttpRequest, user: Any, **_: Any) -> None:
    """Somebody signed out, or was signed out after a time."""
    if isinstance(user, Person):
        _say(request, "access.signed_out", user)


@receiver(user_login_failed)
def sign_in_failed(request: HttpRequest | None = None, **_: Any) -> None:
    """A password was wrong, or nobody has that address: the trail does not say which."""
    _say(request, "access.sign_in_failed")


@receiver(user_locked_out)
def locked_out(request: HttpRequest, **_: Any) -> None:
    """Too many wrong passwords for one address."""
    _say(request, "access.locked_out")


@receiver(authentication_failed)
def second_step_failed(request: HttpRequest, user: Any, **_: Any) -> None:
    """The password was right, and the second factor was not."""
    _say(request, "access.second_step_failed", user)


@receiver(authenticator_added)
def factor_added(request: HttpRequest, user: Any, authenticator: Any, **_: Any) -> None:
    """A second factor, or recovery codes, stand beside the password from now on."""
    _say(request, "access.factor_added", user, kind=str(authenticator.type))


@receiver(authenticator_removed)
def factor_removed(
    request: HttpRequest, user: Any, authenticator: Any, **_: Any
) -> None:
    """A second factor was given up by its person."""
    _say(request, "access.factor_removed", user, kind=str(authenticator.type))


@receiver([password_changed, password_reset, password_set])
def password_is_new(request: HttpRequest, user: Any, **_: Any) -> None:
    """The person has another password."""
    _say(request, "access.password_changed", user)


def _say(
    request: HttpRequest | None, verb: str, person: Any = None, **details: object
) -> None:
    with _event(request, verb, person) as event:
        if event is None:
            return
        if isinstance(person, Person):
            event.about(person)
            event.details.update(details)
        else:
            event.noun = "access"


@contextmanager
def _event(
    request: HttpRequest | None, verb: str, person: Any
) -> Iterator[Recording | None]:
    # Django's test client signs people in without a request that came through the
    # site; there is no time to write then, and nobody did anything.
    at = getattr(request, "received_at", None)
    if request is None or at is None:
        yield None
        return
    origin = origin_of(request)
    known = isinstance(person, Person)
    actor = Actor(person.name, person.pk, origin=origin) if known else None
    with recorded(actor=actor or Actor(NOBODY, origin=origin), at=at, verb=verb) as one:
        yield one
