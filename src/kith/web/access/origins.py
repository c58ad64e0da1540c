"""Where a request came from: what the trail says of it, and what wrong tries count by.

Behind a proxy every request comes from the proxy's own address. What it says of the one
before it is believed only as far as `KITH_PROXIES` goes: anybody can send the header.
"""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING

from django.conf import settings


if TYPE_CHECKING:
    from django.http import HttpRequest


BY_PROGRAM = "api "
"""How the origin of what a program did by a token begins."""


def origin_of(request: HttpRequest) -> str:
    """For the trail: by the web, and from which address."""
    return f"web {address_of(request)}".strip()


def address_of(request: HttpRequest) -> str:
    """The address of whoever stands before the last proxy of our own."""
    met = str(request.META.get("REMOTE_ADDR", ""))
    proxies = int(settings.KITH_PROXIES)
    told = request.headers.get("X-Forwarded-For", "").split(",")
    if not 0 < proxies <= len(told):
        return met
    try:
        return str(ipaddress.ip_address(told[-proxies].strip()))
    except ValueError:
        return met
