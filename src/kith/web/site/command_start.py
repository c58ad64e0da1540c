"""Makes the site ready for a command: its settings, its applications, its nouns."""

from __future__ import annotations

import os

import django

from kith.web.site.settings.table import is_on


def start() -> None:
    """Django stands, as `kith serve` would have it.

    Raises:
        ImproperlyConfigured: a setting that must be said is not.
    """
    kind = "example" if is_on("KITH_EXAMPLE") else "production"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"kith.web.site.settings.{kind}")
    django.setup()
