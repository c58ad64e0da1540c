"""What needs a viewer, over every area they serve: each noun is asked in turn."""

from __future__ import annotations

import logging
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from django.db import connection, transaction

from kith.web.home.noun import Need, RunningClock, Upcoming, nouns


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from contextlib import AbstractContextManager
    from datetime import date, datetime

    from kith.web.access.viewer import Viewer


Told = TypeVar("Told")
NEXT_MEETINGS = 3
CLOCKS_SHOWN = 8

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Waiting:
    """What needs the viewer; and the nouns that could not be asked, never silently."""

    needs: tuple[Need, ...]
    unasked: tuple[str, ...]


@dataclass(frozen=True)
class Beside:
    """What stands at the side of home."""

    meetings: tuple[Upcoming, ...]
    clocks: tuple[RunningClock, ...]
    unasked: tuple[str, ...]


def what_waits(viewer: Viewer, *, today: date) -> Waiting:
    """What needs this viewer, the most urgent first; what has no day comes last."""
    found: list[Need] = []
    unasked: list[str] = []
    for noun in nouns():
        if noun.needs is not None:
            found += _asked(
                noun.name, partial(noun.needs, viewer, today=today), unasked
            )
    found.sort(key=lambda need: (need.due is None, need.due or today, need.what))
    return Waiting(tuple(found), tuple(unasked))


def what_stands_beside(viewer: Viewer, *, at: datetime, today: date) -> Beside:
    """The next meetings, and the clocks that run."""
    meetings: list[Upcoming] = []
    clocks: list[RunningClock] = []
    unasked: list[str] = []
    for noun in nouns():
        if noun.meetings is not None:
            meetings += _asked(
                noun.name, partial(noun.meetings, viewer, at=at), unasked
            )
        if noun.clocks is not None:
            clocks += _asked(
                noun.name, partial(noun.clocks, viewer, today=today), unasked
            )
    meetings.sort(key=lambda one: one.at)
    clocks.sort(key=lambda one: (one.due, one.what))
    return Beside(
        tuple(meetings[:NEXT_MEETINGS]), tuple(clocks[:CLOCKS_SHOWN]), tuple(unasked)
    )


def _asked(
    noun: str, ask: Callable[[], Iterable[Told]], unasked: list[str]
) -> list[Told]:
    """What a noun answers; where it fails, the others are still heard."""
    try:
        with _apart():
            return list(ask())
    except Exception as fault:  # noqa: BLE001 - one room's fault, whatever it is
        # Its words may hold a personal value: the kind alone is logged.
        _log.error("%s could not be asked: %s", noun, type(fault).__name__)
        unasked.append(noun)
        return []


def _apart() -> AbstractContextManager[object]:
    """A failed query ends a transaction on PostgreSQL; inside one, ask in a part."""
    return transaction.atomic() if connection.in_atomic_block else nullcontext()
