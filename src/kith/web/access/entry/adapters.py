"""Where the sign-in library asks Kith: nobody signs up, and who is let in from where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpResponseRedirect
from django.urls import reverse

from kith.web.access.entry.devices import note_device
from kith.web.access.entry.post import nudge
from kith.web.access.models import Person
from kith.web.access.origins import address_of


if TYPE_CHECKING:
    from allauth.socialaccount.models import SocialLogin
    from django.http import HttpRequest, HttpResponse

    from kith.web.access.requests import KithRequest


FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
LETTERS = {
    "account/email/password_reset_key": "password_reset",
    "account/email/password_changed": "account_changed",
    "account/email/password_reset": "account_changed",
    "account/email/password_set": "account_changed",
    "mfa/email/totp_activated": "account_changed",
    "mfa/email/totp_deactivated": "account_changed",
    "mfa/email/webauthn_added": "account_changed",
    "mfa/email/webauthn_removed": "account_changed",
    "mfa/email/recovery_codes_generated": "account_changed",
}
"""The library's letters, and ours in their place; the rest is not sent."""


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc] # it carries no types
    """Signing in with an address and a password."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - asked so
        """People are invited; nobody signs themselves up."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """What wrong tries are counted by: not one proxy's address for everybody."""
        return address_of(request)

    def post_login(
        self, request: KithRequest, user: Person, **about: Any
    ) -> HttpResponse:
        """Signed in: the browser is noted, and a new one is told to its person."""
        answer: HttpResponse = super().post_login(request, user, **about)
        note_device(request, user, answer)
        return answer

    def is_reauthentication_required(self, *, app: str, **about: Any) -> bool:
        """The first factor follows the password at once; later changes ask again."""
        request = context.request
        if app == "allauth.mfa" and not has_factor(request.user):
            return False
        asked: bool = super().is_reauthentication_required(app=app, **about)
        return asked

    def send_mail(
        self, template_prefix: str, email: str, context: dict[str, Any]
    ) -> None:
        """Our own letters: a nudge and a link, no address of a machine, no content."""
        letter = LETTERS.get(template_prefix)
        person = Person.objects.filter(email__iexact=email, is_active=True).first()
        if letter is None or person is None:
            return
        if letter == "password_reset" and not _has_password(person):
            # A first password comes by an invitation alone, which runs out, or by a
            # tenant: asking for a new one must not be a way round either.
            return
        where = context.get("password_reset_url") or self.request.build_absolute_uri(
            reverse("access:account")
        )
        nudge(person, letter, where=where)


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc] # it carries no types
    """The second factor, which everybody has."""

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """One factor always stays; a new one is added before an old one goes."""
        others = Authenticator.objects.filter(
            user=authenticator.user, type__in=FACTORS
        ).exclude(pk=authenticator.pk)
        return bool(others.exists())

    def get_totp_issuer(self) -> str:
        """What an authenticator app shows beside the code."""
        return "Kith"

    def generate_authenticator_name(self, user: Person, type: Any) -> str:  # noqa: A002 - asked so
        """A name to tell keys apart by, until the person gives a better one."""
        count = Authenticator.objects.filter(user=user, type=type).count()
        return f"Passkey {count + 1}"


class TenantAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc] # it carries no types
    """Signing in at an organisation's own tenant."""

    def is_open_for_signup(
        self,
        request: HttpRequest,  # noqa: ARG002 - asked so
        sociallogin: SocialLogin,  # noqa: ARG002 - asked so
    ) -> bool:
        """A tenant says who somebody is; only an invitation lets them in."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Only people whom the partnership knows, by an address of the tenant's own.

        Asked at every sign-in, so that somebody who changed organisation, or whose
        address the tenant no longer vouches for, is not let in by an old link.
        """
        person = _vouched_for(sociallogin)
        if person is None or not person.is_active:
            raise ImmediateHttpResponse(_not_known())
        if sociallogin.is_existing:
            if sociallogin.user.pk != person.pk:
                raise ImmediateHttpResponse(_not_known())
            return
        sociallogin.connect(request, person)


def _has_password(person: Person) -> bool:
    return bool(person.password) and bool(person.has_usable_password())


def has_factor(person: Any) -> bool:
    """Whether this person has a second factor here."""
    return bool(
        person.is_authenticated
        and Authenticator.objects.filter(user_id=person.pk, type__in=FACTORS).exists()
    )


def _vouched_for(login: SocialLogin) -> Person | None:
    domains = login.provider.app.settings.get("domains", [])
    for one in login.email_addresses:
        domain = one.email.rpartition("@")[2].lower()
        # Some tenants send the word; "false" is not true.
        if one.verified is True and domain in domains:
            return Person.objects.filter(email__iexact=one.email).first()
    return None


def _not_known() -> HttpResponse:
    return HttpResponseRedirect(reverse("access:not_known"))
