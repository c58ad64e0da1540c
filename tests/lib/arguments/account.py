"""Signing in and one's own account: the library's pages decide more than their doors."""

from __future__ import annotations


_OWN = "what the person has set up decides: an app, a passkey, a password"

ARGUMENTS_OF: dict[str, object] = {}
NARROWER = {
    "mfa_deactivate_totp": _OWN,
    "mfa_remove_webauthn": _OWN,
    "mfa_edit_webauthn": _OWN,
    "mfa_view_recovery_codes": _OWN,
    "mfa_download_recovery_codes": _OWN,
}
