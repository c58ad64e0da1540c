"""A partnership's own site: everything that must be said is asked for."""

from __future__ import annotations

from django.core.exceptions import ImproperlyConfigured

from kith.web.site.settings.base import *  # noqa: F403 - Django's way to extend
from kith.web.site.settings.table import said


SECRET_KEY = said("KITH_SECRET_KEY")
if len(SECRET_KEY) < 50:
    raise ImproperlyConfigured(
        "KITH_SECRET_KEY is not set, or is shorter than 50 characters; make one with "
        "python3 -c 'import secrets; print(secrets.token_urlsafe(64))'"
    )
