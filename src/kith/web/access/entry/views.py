"""The library's pages where Kith's differ, and Kith's own on the way in."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING, Any

from allauth.account.internal.flows.login import record_authentication
from allauth.account.views import LoginView
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, RemoveWebAuthnView
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)
from markupsafe import Markup

from kith.web.access.entry.adapters import FactorAdapter
from kith.web.access.entry.forms import AcceptForm
from kith.web.access.entry.invitations import accept_invitation, standing_invitation
from kith.web.access.entry.sessions import IDLE, begin


if TYPE_CHECKING:
    from kith.web.access.requests import KithRequest


BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
NOT_FOUND = 404


class SignInView(LoginView):  # type: ignore[misc] # it carries no types
    """Sign in: by a passkey, by address and password, at one's own tenant."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the tenants, and whether passkeys work under this name."""
        shown: dict[str, Any] = super().get_context_data(**kwargs)
        return {
            **shown,
            "tenants": settings.KITH_TENANTS,
            "by_name": address_by_name(self.request),
        }


class StartAppView(ActivateTOTPView):  # type: ignore[misc] # it carries no types
    """Set up an authenticator app; the code that was typed makes the session whole."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the picture to scan as mark-up: the policy lets no data address in."""
        shown: dict[str, Any] = super().get_context_data(**kwargs)
        svg = shown["totp_svg"].partition("?>")[2] or shown["totp_svg"]
        return {**shown, "picture": Markup(svg)}  # noqa: S704 - drawn by the library here

    def form_valid(self, form: Any) -> HttpResponse:
        """The person has just shown that they hold the factor."""
        answer: HttpResponse = super().form_valid(form)
        _made_whole(self.request, "totp")
        return answer


class AddPasskeyView(AddWebAuthnView):  # type: ignore[misc] # it carries no types
    """Add a passkey or security key; having it makes the session whole."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With its form, and whether passkeys work under this name."""
        shown: dict[str, Any] = super().get_context_data(**kwargs)
        shown.setdefault("form", kwargs.get("form") or self.get_form())
        return {**shown, "by_name": address_by_name(self.request)}

    def form_valid(self, form: Any) -> HttpResponse:
        """The person has just shown that they hold the factor."""
        answer: HttpResponse = super().form_valid(form)
        _made_whole(self.request, "webauthn")
        return answer


class RemovePasskeyView(RemoveWebAuthnView):  # type: ignore[misc] # it carries no types
    """Give up a passkey, where another factor stays."""

    def dispatch(self, request: KithRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """One factor always stays."""
        mine = self.get_queryset().filter(pk=kwargs["pk"]).first()
        if mine is not None and not FactorAdapter().can_delete_authenticator(mine):
            messages.error(
                request, "This is your only second step. Add another before it goes."
            )
            return HttpResponseRedirect(reverse("mfa_index"))
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)
        return answer


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def accept(request: KithRequest, secret: str) -> HttpResponse:
    """An invited person chooses a password; a second step comes next.

    Wrong, used, withdrawn and expired links get one and the same page.
    """
    standing = standing_invitation(secret, now=request.real_time_at)
    if standing is None:
        return render(request, "access/no_invitation.html", status=NOT_FOUND)
    form = AcceptForm(request.POST or None, person=standing.person)
    if not form.is_valid():
        shown = {"form": form, "person": standing.person}
        return render(request, "access/accept.html", shown)
    person = accept_invitation(
        secret=secret,
        password=form.cleaned_data["password1"],
        at=request.received_at,
        now=request.real_time_at,
    )
    if person is None:
        return render(request, "access/no_invitation.html", status=NOT_FOUND)
    login(request, person, backend=BACKEND)
    begin(request, request.real_time_at)
    record_authentication(request, person, method="password", email=person.email)
    return HttpResponseRedirect(reverse("mfa_index"))


@never_cache
@require_safe
def signed_out(request: KithRequest) -> HttpResponse:
    """Where a session that was quiet for too long ends up."""
    asked = request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    about = {"back": asked if safe else "", "minutes": int(IDLE.total_seconds() // 60)}
    return render(request, "access/signed_out.html", about)


@never_cache
@require_safe
def not_known(request: KithRequest) -> HttpResponse:
    """A tenant vouched for somebody whom the partnership has not invited."""
    return render(request, "access/not_known.html", status=403)


@require_POST
def stay(request: KithRequest) -> HttpResponse:
    """Stay signed in: the script asks this, and so does the button without it."""
    if request.headers.get("Sec-Fetch-Mode") == "cors":
        return HttpResponse(status=204)
    return HttpResponseRedirect(reverse("access:account"))


def address_by_name(request: KithRequest) -> str:
    """Where passkeys would work, if they don't under a bare address; else empty.

    A passkey belongs to a name (Web Authentication, section 5.1.2): a browser makes
    none for 127.0.0.1, and does for localhost.
    """
    host, _, port = request.get_host().partition(":")
    try:
        is_loopback = ipaddress.ip_address(host).is_loopback
    except ValueError:
        return ""
    if not is_loopback:
        return "the site's own name"
    return f"http://localhost{':' + port if port else ''}{reverse('account_login')}"


def _made_whole(request: KithRequest, kind: str) -> None:
    # The recovery codes come next, which are shown only to whoever proved it is them.
    record_authentication(request, request.user, "mfa", type=kind, reauthenticated=True)
