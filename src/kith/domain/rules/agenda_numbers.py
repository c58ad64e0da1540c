"""Numbers one agenda for every circle of readers, so that no number betrays an item.

A reader sees the items of the markings they may read, numbered 1, 2, 3 without a gap.
A number, once given to an item for a circle of readers, is that item's for ever.

Both follow from one list that is only ever added to: each line says that an item was
*placed* on the agenda under a marking. A circle's number for an item is the place of the
item's first line that this circle may read, among all such lines. An item that is added
later, or opened to more readers later, comes last for those who had not seen it; one
that is taken away or closed keeps its number, and its place says so, because its readers
had already seen that something stood there.

Kith's own design: no guidance numbers an agenda.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar


if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from kith.domain.vocabulary.markings import Marking


Key = TypeVar("Key")


@dataclass(frozen=True)
class Placing(Generic[Key]):
    """An item was put on the agenda, or moved to another marking; in order of time."""

    item: Key
    marking: Marking


@dataclass(frozen=True)
class Numbered(Generic[Key]):
    """A line of one circle's agenda: its number, and the item where it may be read.

    ``is_closed`` is a place whose item this circle can read no longer: only its
    number is shown.
    """

    number: int
    item: Key
    is_closed: bool = False


def numbered_for(
    placings: Iterable[Placing[Key]],
    markings: Collection[Marking],
    *,
    hidden: Collection[Key] = (),
) -> list[Numbered[Key]]:
    """The agenda of those who may read these markings, in the order of its numbers.

    ``hidden`` are items that a conflict of interest closes to one reader: they leave no
    place behind, for even the place would tell.
    """
    first_seen: dict[Key, int] = {}
    now: dict[Key, Marking] = {}
    for one in placings:
        if one.item in hidden:
            continue
        now[one.item] = one.marking
        if one.marking in markings and one.item not in first_seen:
            first_seen[one.item] = len(first_seen) + 1
    return [
        Numbered(number, item, is_closed=now[item] not in markings)
        for item, number in first_seen.items()
    ]


def numbers_for(
    placings: Iterable[Placing[Key]],
    markings: Collection[Marking],
    *,
    hidden: Collection[Key] = (),
) -> Mapping[Key, int]:
    """The number of each item that these readers may read now."""
    return {
        one.item: one.number
        for one in numbered_for(placings, markings, hidden=hidden)
        if not one.is_closed
    }
