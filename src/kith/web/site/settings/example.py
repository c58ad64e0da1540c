"""The example partnership on this machine: its own clock, its own numbers."""

from __future__ import annotations

from kith.web.site.settings.base import *  # noqa: F403 - Django's way to extend
from kith.web.site.settings.base import KITH_CLOCK, WEB
from kith.web.site.settings.table import is_on, said


SECRET_KEY = "the example keeps no secret, and nothing in it is signed"  # noqa: S105 - not secret
KITH_EXAMPLE = True
KITH_CLOCK = KITH_CLOCK or "2021-01-15"
KITH_CONTACTS = WEB / "public" / "north_somerset_contacts.toml"
KITH_CONTACT_EMAIL = said("KITH_CONTACT_EMAIL") or "partnership@example.org"
DEBUG = is_on("KITH_DEBUG")
