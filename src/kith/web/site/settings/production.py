"""A partnership's own site: everything that must be said is asked for."""

from __future__ import annotations

from django.core.exceptions import ImproperlyConfigured

from kith.web.site.settings.base import *  # noqa: F403 - Django's way to extend
from kith.web.site.settings.base import SILENCED_SYSTEM_CHECKS
from kith.web.site.settings.table import is_on, said


if is_on("KITH_EXAMPLE"):
    raise ImproperlyConfigured(
        "KITH_EXAMPLE is 1: the example lets anybody on this machine look as one of its "
        "people, so it never runs with a partnership's own settings; unset it"
    )


SECRET_KEY = said("KITH_SECRET_KEY")
if len(SECRET_KEY) < 50:
    raise ImproperlyConfigured(
        "KITH_SECRET_KEY is not set, or is shorter than 50 characters (the example needs "
        "none: set KITH_EXAMPLE=1); make one with "
        "python3 -c 'import secrets; print(secrets.token_urlsafe(64))'"
    )

# A partnership's site often stands on a name below a council's own, whose other sites
# are not ours to bind to https, nor to enter into browsers' lists.
SILENCED_SYSTEM_CHECKS = [*SILENCED_SYSTEM_CHECKS, "security.W005", "security.W021"]
