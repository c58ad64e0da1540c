"""Rows entered late: absent from one workbook, told by the next that overlaps it."""

from __future__ import annotations

from typing import TYPE_CHECKING


if TYPE_CHECKING:
    import random
    from collections.abc import Sequence
    from datetime import date

    from kith.evidence.invent.records import Contact, Referral
    from kith.evidence.invent.writing.extracts import Extract


def late_rows(
    events: Sequence[Contact | Referral],
    extract: Extract,
    following: Extract,
    *,
    wanted: int,
    rng: random.Random,
) -> frozenset[tuple[int, date]]:
    """Child and day of events that this extract misses.

    Only days that the next extract reports too are drawn, for a row before an
    extract's own days is history and counts for nothing.
    """
    overlap = [
        (event.child.number, event.on)
        for event in events
        if extract.holds(event.on) and following.holds(event.on)
    ]
    return frozenset(rng.sample(overlap, min(wanted, len(overlap))))
