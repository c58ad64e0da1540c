"""Signing in, one's own account, and people.

The sign-in library brings more pages than these; what is not named here, signing up
above all, has no address either (`access.urls`).
"""

from __future__ import annotations

from kith.web.access.doors.door import Answer, Door, Who
from kith.web.access.permissions import Permission as P


_CHANGE, _OTHER = Answer.CHANGE, Answer.OTHER

# A page with a form sets the cookie that protects it, so it is not among the public
# pages that tests open; those of signing in have tests of their own.
_SIGN_IN = (
    Door("account_login", Who.ANYBODY, "sign in", _OTHER),
    Door("account_logout", Who.SIGNING_IN, "sign out", _OTHER),
    Door("account_inactive", Who.ANYBODY, "that an account is closed"),
    Door("account_reset_password", Who.ANYBODY, "ask for a new password", _OTHER),
    Door("account_reset_password_done", Who.ANYBODY, "that a link may have been sent"),
    Door(
        "account_reset_password_from_key",
        Who.ANYBODY,
        "choose a new password, by a link that was sent",
        _OTHER,
    ),
    Door(
        "account_reset_password_from_key_done",
        Who.ANYBODY,
        "that the password is changed",
    ),
    Door("mfa_authenticate", Who.ANYBODY, "the second step of signing in", _OTHER),
    Door("mfa_login_webauthn", Who.ANYBODY, "sign in by a passkey alone", _OTHER),
    Door("openid_connect_login", Who.ANYBODY, "go to one's own tenant", _OTHER),
    Door("openid_connect_callback", Who.ANYBODY, "come back from it", _OTHER),
    Door("socialaccount_login_cancelled", Who.ANYBODY, "that one turned back there"),
    Door("socialaccount_login_error", Who.ANYBODY, "that a tenant failed", _OTHER),
    Door(
        "access:not_known", Who.ANYBODY, "that a tenant's person is not invited", _OTHER
    ),
    Door("access:accept", Who.ANYBODY, "come in by an invitation", _OTHER),
    Door("access:signed_out", Who.ANYBODY, "that a session is over"),
    Door(
        "access:choose", Who.ANYBODY, "the example's people, on loopback alone", _OTHER
    ),
)
_SECOND_STEP = (
    Door("mfa_index", Who.SIGNING_IN, "one's second steps"),
    Door("mfa_activate_totp", Who.SIGNING_IN, "set up an authenticator app"),
    Door("mfa_add_webauthn", Who.SIGNING_IN, "add a passkey or security key"),
    Door("mfa_deactivate_totp", Who.SIGNED_IN, "give up the app", _OTHER),
    Door("mfa_reauthenticate", Who.SIGNED_IN, "a code once more", _OTHER),
    Door("mfa_reauthenticate_webauthn", Who.SIGNED_IN, "a passkey once more", _OTHER),
    Door("mfa_list_webauthn", Who.SIGNED_IN, "one's passkeys"),
    Door("mfa_remove_webauthn", Who.SIGNED_IN, "give up a passkey", _OTHER),
    Door("mfa_edit_webauthn", Who.SIGNED_IN, "rename a passkey", _OTHER),
    Door("mfa_view_recovery_codes", Who.SIGNED_IN, "one's recovery codes", _OTHER),
    Door("mfa_generate_recovery_codes", Who.SIGNED_IN, "new recovery codes", _OTHER),
    Door("mfa_download_recovery_codes", Who.SIGNED_IN, "the same as a file", _OTHER),
)
_OWN = (
    Door("access:account", Who.SIGNED_IN, "one's own account"),
    Door("access:away", Who.SIGNED_IN, "say when one is away"),
    Door("access:stay", Who.SIGNED_IN, "stay signed in", _CHANGE),
    Door("access:sign_out_everywhere", Who.SIGNED_IN, "end every session", _CHANGE),
    Door("account_reauthenticate", Who.SIGNED_IN, "one's password once more", _OTHER),
    Door("account_change_password", Who.SIGNED_IN, "change one's password", _OTHER),
    Door("account_set_password", Who.SIGNED_IN, "set a first password", _OTHER),
)
_PEOPLE = (
    Door("access:people", P.PEOPLE_SEE, "the people of one's areas and groups"),
    Door("access:person", P.PEOPLE_SEE, "one person, and their roles"),
    Door("access:invite", P.PEOPLE_INVITE, "invite somebody"),
    Door("access:invite_again", P.PEOPLE_INVITE, "send a new invitation", _CHANGE),
    Door("access:role_give", P.PEOPLE_ROLE_GIVE, "give a role"),
    Door("access:role_end", P.PEOPLE_ROLE_GIVE, "end a role"),
    Door("access:let_go", P.PEOPLE_ROLE_GIVE, "close the account of a leaver"),
    Door("access:reset_ask", P.PEOPLE_FACTOR_RESET, "ask for a lost factor's reset"),
    Door("access:resets", P.PEOPLE_FACTOR_RESET, "the resets that wait"),
    Door("access:reset_confirm", P.PEOPLE_FACTOR_RESET, "agree to a reset", _CHANGE),
    Door("access:reset_refuse", P.PEOPLE_FACTOR_RESET, "refuse a reset", _CHANGE),
)

DOORS: tuple[Door, ...] = (*_SIGN_IN, *_SECOND_STEP, *_OWN, *_PEOPLE)
