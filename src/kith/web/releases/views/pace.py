"""How fast questions may come in from one place: a form that anybody may send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.cache import cache
from django.utils.crypto import salted_hmac

from kith.web.access.origins import address_of


if TYPE_CHECKING:
    from django.http import HttpRequest


MOST_AN_HOUR = 5
AN_HOUR = 3600
TOO_FAST = (
    "Several questions have come from where you are within the hour. Please send this "
    "one later."
)


def is_too_fast(request: HttpRequest) -> bool:
    """Whether too many came from the same address; counts this one.

    The address is kept for an hour, as a digest under the site's secret key.
    """
    digest = salted_hmac("kith.releases.pace", address_of(request)).hexdigest()
    key = f"questions-{digest}"
    cache.add(key, 0, timeout=AN_HOUR)
    return cache.incr(key) > MOST_AN_HOUR
