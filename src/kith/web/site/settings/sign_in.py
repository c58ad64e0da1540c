"""How people sign in: the settings of the sign-in libraries, and of sessions.

Sign-in itself is in `web.access.entry`.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from kith.web.access.entry.tenants import providers, tenants_of
from kith.web.site.settings.table import is_on, said


KITH_HOME = Path(said("KITH_HOME") or "var").resolve()

# --- an address and a password ---
ACCOUNT_ADAPTER = "kith.web.access.entry.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
# The invitation went to the address, so accepting it proved it.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGIN_ON_PASSWORD_RESET = False
ACCOUNT_LOGOUT_REDIRECT_URL = LOGOUT_REDIRECT_URL = "/"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
# Wrong passwords are counted by axes, over every process and server; this also limits
# wrong codes of the second step.
ACCOUNT_RATE_LIMITS = {"login_failed": "60/m/ip,10/30m/key"}
ACCOUNT_FORMS = {
    "login": "kith.web.access.entry.forms.SignInForm",
    "reset_password": "kith.web.access.entry.forms.AskPasswordResetForm",
    "reset_password_from_key": "kith.web.access.entry.forms.ResetPasswordForm",
    "change_password": "kith.web.access.entry.forms.ChangePasswordForm",
    "set_password": "kith.web.access.entry.forms.SetPasswordForm",
    "reauthenticate": "kith.web.access.entry.forms.ConfirmPasswordForm",
}
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/account/"
PASSWORD_RESET_TIMEOUT = 3_600
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name", "email")},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# --- the second step ---
MFA_ADAPTER = "kith.web.access.entry.adapters.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
# A clock half a minute out is common on an old phone.
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "kith.web.access.entry.forms.CodeForm",
    "reauthenticate": "kith.web.access.entry.forms.ConfirmCodeForm",
    "activate_totp": "kith.web.access.entry.forms.StartAppForm",
    "deactivate_totp": "kith.web.access.entry.forms.StopAppForm",
    "generate_recovery_codes": "kith.web.access.entry.forms.NewCodesForm",
    "add_webauthn": "kith.web.access.entry.forms.AddPasskeyForm",
    "edit_webauthn": "kith.web.access.entry.forms.RenamePasskeyForm",
}

# --- an organisation's own tenant ---
KITH_TENANTS = tenants_of(KITH_HOME / "tenants.toml")
SOCIALACCOUNT_ADAPTER = "kith.web.access.entry.adapters.TenantAdapter"
SOCIALACCOUNT_PROVIDERS = providers(KITH_TENANTS)
# A form that led to a tenant would be stopped by the policy (form-action), and a
# tenant often sends people on to hosts that nobody can list; a link is not.
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_STORE_TOKENS = False

# --- too many wrong passwords ---
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_USERNAME_CALLABLE = "kith.web.access.entry.lockout.counted_under"
AXES_CLIENT_STR_CALLABLE = "kith.web.access.entry.lockout.unnamed"
AXES_LOCKOUT_CALLABLE = "kith.web.access.entry.lockout.locked_out"
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
AXES_USERNAME_FORM_FIELD = "login"
AXES_SENSITIVE_PARAMETERS = ["login", "email", "username", "next", "code"]

# --- what every process must know: codes used once, and how many were wrong ---
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": str(KITH_HOME / "cache"),
    }
}

# --- sessions ---
# Twelve hours in all; thirty quiet minutes end one sooner (`access.entry.sessions`).
SESSION_COOKIE_AGE = 43_200
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = is_on("KITH_HTTPS")
