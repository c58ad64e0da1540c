"""How e-mail leaves: by the SMTP server that is named, else into a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


if TYPE_CHECKING:
    from pathlib import Path


PATIENCE = 20
"""Seconds that sending waits for the server."""

PORTS = {"smtp": 587, "smtps": 465}
WRONG = (
    "KITH_SMTP_URL is not understood; write smtp://USER:PASSWORD@HOST:587 (STARTTLS), "
    "smtps://USER:PASSWORD@HOST:465, or smtp://HOST:25?tls=0 for a relay of your own"
)


def mail(address: str, folder: Path) -> dict[str, Any]:
    """Django's settings for sending by this address; into files where there is none.

    Raises:
        ImproperlyConfigured: the address is no smtp or smtps address.
    """
    if not address:
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": str(folder),
        }
    parts = urlsplit(address)
    if parts.scheme not in PORTS or not parts.hostname:
        raise ImproperlyConfigured(WRONG)
    try:
        port = parts.port or PORTS[parts.scheme]
    except ValueError as no_number:
        raise ImproperlyConfigured(WRONG) from no_number
    plain = parse_qs(parts.query).get("tls") == ["0"]
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp" and not plain,
        "EMAIL_TIMEOUT": PATIENCE,
    }
