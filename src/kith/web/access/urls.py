"""Paths of signing in and of people.

The library's routes are named one by one: what does not stand here, signing up above
all, is no page at all.
"""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount import views as tenants
from allauth.socialaccount.providers.openid_connect import views as oidc
from django.urls import URLPattern, path, re_path

from kith.web.access import choosing
from kith.web.access.entry import views
from kith.web.access.people import account as own
from kith.web.access.people import views as people


app_name = "access"
urlpatterns = [
    path("account/", own.account, name="account"),
    path("account/away/", own.away, name="away"),
    path("account/everywhere/", own.sign_out_everywhere, name="sign_out_everywhere"),
    path("account/stay/", views.stay, name="stay"),
    path("account/signed-out/", views.signed_out, name="signed_out"),
    path("account/not-known/", views.not_known, name="not_known"),
    path("account/invitation/<str:secret>/", views.accept, name="accept"),
    path("people/", people.people_list, name="people"),
    path("people/invite/", people.invite, name="invite"),
    path("people/resets/", people.resets, name="resets"),
    path("people/resets/<uuid:key>/yes/", people.reset_confirm, name="reset_confirm"),
    path("people/resets/<uuid:key>/no/", people.reset_refuse, name="reset_refuse"),
    path("people/roles/<uuid:key>/end/", people.role_end, name="role_end"),
    path("people/<uuid:key>/", people.person, name="person"),
    path("people/<uuid:key>/role/", people.role_give, name="role_give"),
    path("people/<uuid:key>/invite/", people.invite_again, name="invite_again"),
    path("people/<uuid:key>/reset/", people.reset_ask, name="reset_ask"),
    path("people/<uuid:key>/left/", people.let_go, name="let_go"),
    path("example/choose/", choosing.choose, name="choose"),
]

SIGN_IN: list[URLPattern] = [
    path("login/", views.SignInView.as_view(), name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("confirm/", account.reauthenticate, name="account_reauthenticate"),
    path("password/", account.password_change, name="account_change_password"),
    path("password/set/", account.password_set, name="account_set_password"),
    path("password/reset/", account.password_reset, name="account_reset_password"),
    path(
        "password/reset/sent/",
        account.password_reset_done,
        name="account_reset_password_done",
    ),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "password/reset/done/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("second-step/", factors.index, name="mfa_index"),
    path("second-step/check/", factors.authenticate, name="mfa_authenticate"),
    path("second-step/confirm/", factors.reauthenticate, name="mfa_reauthenticate"),
    path("second-step/app/", views.StartAppView.as_view(), name="mfa_activate_totp"),
    path("second-step/app/stop/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path(
        "second-step/codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"
    ),
    path(
        "second-step/codes/new/",
        codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "second-step/codes/download/",
        codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path("second-step/passkeys/", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path(
        "second-step/passkeys/add/",
        views.AddPasskeyView.as_view(),
        name="mfa_add_webauthn",
    ),
    path(
        "second-step/passkeys/confirm/",
        passkeys.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path(
        "second-step/passkeys/<int:pk>/remove/",
        views.RemovePasskeyView.as_view(),
        name="mfa_remove_webauthn",
    ),
    path(
        "second-step/passkeys/<int:pk>/name/",
        passkeys.edit_webauthn,
        name="mfa_edit_webauthn",
    ),
    path("passkey/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path(
        "tenant/cancelled/",
        tenants.login_cancelled,
        name="socialaccount_login_cancelled",
    ),
    path("tenant/error/", tenants.login_error, name="socialaccount_login_error"),
    path("tenant/<slug:provider_id>/", oidc.login, name="openid_connect_login"),
    path(
        "tenant/<slug:provider_id>/back/",
        oidc.callback,
        name="openid_connect_callback",
    ),
]
"""The library's own names, which it looks up; so they carry no name space."""
