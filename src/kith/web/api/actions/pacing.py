"""How fast somebody asks is counted, and on which day a token was used last.

No actions: what a program reads or changes leaves events of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F, Q

from kith.web.api.models import ApiToken, Pace


if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID


KEPT_SECONDS = 3600


def seconds_to_wait(subject: str, now: datetime, *, within: int, most: int) -> int:
    """Counts this time; how long to wait where it is one too many, else nought.

    A stretch begins anew every so many seconds, for everybody at the same moment: one
    row a subject, added to in one statement, so that no two processes count past it.
    """
    second = int(now.timestamp())
    began = second - second % within
    with transaction.atomic():
        mine = Pace.objects.filter(subject=subject, began=began)
        if not mine.update(count=F("count") + 1):
            Pace.objects.filter(began__lt=second - KEPT_SECONDS).delete()
            Pace.objects.get_or_create(subject=subject, began=began)
            mine.update(count=F("count") + 1)
        count = mine.values_list("count", flat=True).get()
    return began + within - second if count > most else 0


def note_use(key: UUID, on: date) -> None:
    """The token was used on this day; written once a day."""
    earlier = Q(last_used_on__lt=on) | Q(last_used_on__isnull=True)
    ApiToken.objects.filter(earlier, pk=key).update(last_used_on=on)
