"""The example partnership on this machine: its own clock, its own numbers."""

from __future__ import annotations

from kith.web.site.settings.base import *  # noqa: F403 - Django's way to extend
from kith.web.site.settings.base import KITH_CLOCK, MIDDLEWARE, WEB
from kith.web.site.settings.table import said


SECRET_KEY = "the example keeps no secret, and nothing in it is signed"  # noqa: S105 - not secret
KITH_EXAMPLE = True
KITH_CLOCK = KITH_CLOCK or "2021-01-15"
KITH_CONTACTS = WEB / "public" / "north_somerset_contacts.toml"
KITH_CONTACT_EMAIL = said("KITH_CONTACT_EMAIL") or "partnership@example.org"
# The role chooser shows itself only with debug on; faults still get our own pages.
DEBUG = said("KITH_DEBUG") != "0"
MIDDLEWARE = ["kith.web.site.own_errors.OwnErrorsMiddleware", *MIDDLEWARE]
DEFAULT_EXCEPTION_REPORTER = "kith.web.site.own_errors.OwnReporter"
# http://localhost is no secure origin to the library, and is one to every browser.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
