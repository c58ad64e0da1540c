"""What the platform does by itself each day, once, whenever a worker is awake."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING

from kith.domain.vocabulary.moments import LONDON
from kith.web.notices.digests import DIGESTS
from kith.web.notices.policies import DIGESTS_AT
from kith.web.notices.work import enqueue_once


if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime


@dataclass(frozen=True)
class Daily:
    """A kind of work, and from when on each day it is due, by the clocks of London."""

    kind: str
    from_time: time


AUDIT_HEAD = "audit.head"
SCHEDULE: list[Daily] = [Daily(AUDIT_HEAD, time(0, 5)), Daily(DIGESTS, DIGESTS_AT)]
"""Rooms above may add theirs, through `site`."""


def due(at: datetime) -> Iterator[tuple[str, str]]:
    """Kind and key of what is due by now today. What a sleeping machine missed in the
    morning is done when it wakes; what it missed yesterday is over."""
    there = at.astimezone(LONDON)
    for one in SCHEDULE:
        if there.time() >= one.from_time:
            yield one.kind, f"{one.kind} {there.date().isoformat()}"


def enqueue_due(*, at: datetime, real_time_at: datetime) -> int:
    """What is due by the site's clock is queued, once a day; how much was new."""
    return sum(
        enqueue_once(kind=kind, key=key, at=real_time_at) for kind, key in due(at)
    )
