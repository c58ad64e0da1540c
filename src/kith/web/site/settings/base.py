"""What is the same wherever the site runs."""

from __future__ import annotations

from pathlib import Path

from kith.web.site.settings.databases import database
from kith.web.site.settings.mail import mail
from kith.web.site.settings.sign_in import *  # noqa: F403 - the same settings, in a file of their own
from kith.web.site.settings.table import is_on, said


WEB = Path(__file__).parents[2]

KITH_HOME = Path(said("KITH_HOME") or "var").resolve()
KITH_STORE = Path(said("KITH_STORE") or KITH_HOME / "store").resolve()
KITH_CONTACTS = Path(said("KITH_CONTACTS") or KITH_HOME / "contacts.toml")
KITH_CONTACT_EMAIL = said("KITH_CONTACT_EMAIL")
KITH_CLOCK = said("KITH_CLOCK")
KITH_PROXIES = int(said("KITH_PROXIES") or 0)
KITH_CLAMD = said("KITH_CLAMD")
KITH_FILE_MEGABYTES = int(said("KITH_FILE_MEGABYTES") or 25)
KITH_UNUSUAL_READING = said("KITH_UNUSUAL_READING")
KITH_EXAMPLE = False
# Said by `kith serve`: the example's role chooser shows itself on loopback alone.
KITH_LISTENS_ON = ""

DEBUG = False
ALLOWED_HOSTS = [
    host.strip() for host in (said("KITH_HOSTS") or "127.0.0.1,localhost").split(",")
]

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "django_tasks_db",
    "kith.web.ui",
    "kith.web.audit",
    "kith.web.access",
    "kith.web.search",
    "kith.web.notices",
    "kith.web.documents",
    "kith.web.approvals",
    "kith.web.organisations",
    "kith.web.bodies",
    "kith.web.actions",
    "kith.web.groups",
    "kith.web.risks",
    "kith.web.challenges",
    "kith.web.agreements",
    "kith.web.benchmarks",
    "kith.web.indicators",
    "kith.web.returns",
    "kith.web.api",
    "kith.web.arrivals",
    "kith.web.priorities",
    "kith.web.budgets",
    "kith.web.scorecards",
    "kith.web.releases",
    "kith.web.explorations",
    "kith.web.public",
    "kith.web.site",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "kith.web.site.headers.StrictHeadersMiddleware",
    "kith.web.api.middleware.AnswersInJsonMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "kith.web.site.clock.ClockMiddleware",
    "kith.web.access.entry.sessions.SessionTimesMiddleware",
    "kith.web.access.middleware.ViewerMiddleware",
    "kith.web.api.middleware.BearerMiddleware",
    "kith.web.published.middleware.OneEditionMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "kith.web.access.middleware.DoorsMiddleware",
    "kith.web.access.emergencies.middleware.EmergencyReadingMiddleware",
    "axes.middleware.AxesMiddleware",
]
AUTH_USER_MODEL = "access.Person"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
LOGIN_REDIRECT_URL = "home:home"
ROOT_URLCONF = "kith.web.site.urls"
WSGI_APPLICATION = "kith.web.site.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [
            WEB / noun / "templates"
            for noun in (
                "ui",
                "public",
                "scorecards",
                "reports",
                "access",
                "home",
                "search",
                "notices",
                "approvals",
                "documents",
                "organisations",
                "bodies",
                "actions",
                "arrivals",
                "priorities",
                "budgets",
                "challenges",
                "agreements",
                "benchmarks",
                "indicators",
                "returns",
                "api",
                "releases",
                "explorations",
                "risks",
                "groups",
            )
        ],
        "OPTIONS": {
            "environment": "kith.web.ui.templating.environment",
            "context_processors": [
                "kith.web.public.presenters.frame",
                "kith.web.access.presenters.frame",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

DATABASES = {
    "default": database(
        said("KITH_DATABASE_URL") or f"sqlite:///{KITH_HOME / 'kith.sqlite3'}"
    )
}
# Background work waits in the database itself, so it is promised with what caused it.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

globals().update(mail(said("KITH_SMTP_URL"), KITH_HOME / "mail"))
DEFAULT_FROM_EMAIL = said("KITH_MAIL_FROM") or "kith@localhost"
KITH_ADDRESS = (said("KITH_ADDRESS") or "http://127.0.0.1:8000").rstrip("/")
KITH_LEAD_WAITS_DAYS = int(said("KITH_LEAD_WAITS_DAYS") or "5")
KITH_AUDIT_HEADS = Path(said("KITH_AUDIT_HEADS") or KITH_HOME / "audit-heads.txt")

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = False

# The build names each file by its content, so there is nothing to collect and a
# browser may keep what it has.
STATIC_URL = "/static/"
STATIC_ROOT = WEB / "ui" / "static"
WHITENOISE_IMMUTABLE_FILE_TEST = r"^.+\.[0-9a-f]{12}\..+$"
WHITENOISE_ALLOW_ALL_ORIGINS = False
# Otherwise the example, where debug is on, would look for each file at each request.
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = False

# Nothing but our own files, no inline script or style, in nobody's frame.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "style-src": ["'self'"],
        "font-src": ["'self'"],
        "img-src": ["'self'"],
        "script-src": ["'self'"],
        # A passkey's question, and "stay signed in", are asked of this site alone.
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
# Other sites learn nothing of ours. "no-referrer" would also make browsers send forms
# with the origin "null", which Django refuses.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

SECURE_SSL_REDIRECT = is_on("KITH_HTTPS")
CSRF_COOKIE_SECURE = is_on("KITH_HTTPS")
SECURE_HSTS_SECONDS = 31_536_000 if is_on("KITH_HTTPS") else 0
# Believed only where a proxy is said to stand in front: anybody can send the header.
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if is_on("KITH_HTTPS") else None
)
# Health checks come from the machine itself, by plain http.
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]

# Counted by address alone: a browser that calls itself by another name gains nothing.
SILENCED_SYSTEM_CHECKS = ["axes.W006"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
