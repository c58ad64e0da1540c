"""Whether the trail is whole: every event as it was written, and none gone or moved."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kith.domain.rules.event_digest import digest_of
from kith.web.audit.models import ChainHead, Event
from kith.web.audit.recording import chained_fields


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


AT_ONCE = 1_000
"""Events held in memory together: the trail of ten years is read in little room."""

CHANGED = "a field was changed: its fields do not give its digest"
MOVED = "does not follow the event before it: it was moved, put in or bound anew"
UNREADABLE = "cannot be read: a field holds what no event holds"
LIST_CHANGED = "the list of records it was about was changed"


@dataclass(frozen=True)
class Break:
    """One place where the trail is not what was written, and what is wrong there."""

    sequence: int
    event: str
    what: str

    def __str__(self) -> str:
        named = f" ({self.event})" if self.event else ""
        return f"event {self.sequence}{named}: {self.what}"


@dataclass
class Chain:
    """The trail as it is read from its beginning; what is wrong comes out in order.

    ``written`` are digests that were kept elsewhere, by the sequence they belong to:
    they find even a chain that somebody wrote anew from end to end.
    """

    written: Mapping[int, str] = field(default_factory=dict)
    last: int = 0
    digest: str = ""
    count: int = 0

    def follow(
        self, events: Iterable[Event], head: ChainHead, *, is_stored: bool = False
    ) -> Iterator[Break]:
        """Every break of these events, which end where this head says.

        Stored events are also compared with the table that finds their records.
        """
        try:
            for event in events:
                yield from self._next(event, head)
                if is_stored and _records_named(event) != _records_found(event):
                    yield Break(event.sequence, str(event.id), LIST_CHANGED)
        except (ValueError, TypeError):
            yield Break(self.last + 1, "", UNREADABLE)
            return
        if self.last < head.sequence:
            yield Break(
                self.last + 1,
                "",
                f"cut off: the chain ended with event {head.sequence}",
            )
        for sequence in sorted(self.written):
            if sequence > self.last:
                yield Break(sequence, "", "cut off: its digest was kept elsewhere")

    def _next(self, event: Event, head: ChainHead) -> Iterator[Break]:
        named = str(event.id)
        is_next = event.sequence == self.last + 1
        if not is_next:
            yield Break(self.last + 1, "", _missing(self.last + 1, event.sequence - 1))
        elif event.digest_before != self.digest:
            yield Break(event.sequence, named, MOVED)
        for what in _wrong_within(event):
            yield Break(event.sequence, named, what)
        kept = self.written.get(event.sequence)
        if kept is not None and kept != event.digest:
            yield Break(event.sequence, named, "not the one whose digest was kept")
        if event.sequence == head.sequence and event.digest != head.digest:
            yield Break(event.sequence, named, "the end of the chain names another")
        self.last, self.digest = event.sequence, event.digest
        self.count += 1


def _missing(first: int, last: int) -> str:
    if last < first:
        return "its number is out of order"
    return "missing" if first == last else f"missing, and all to event {last}"


def _wrong_within(event: Event) -> Iterator[str]:
    try:
        worked_out = digest_of(event.digest_before, chained_fields(event))
    except (AttributeError, TypeError, ValueError):
        yield UNREADABLE
        return
    if worked_out != event.digest:
        yield CHANGED


def _records_named(event: Event) -> list[tuple[str, str]]:
    named = event.details.get("records", ()) if isinstance(event.details, dict) else ()
    return sorted((event.noun, str(key)) for key in named)


def _records_found(event: Event) -> list[tuple[str, str]]:
    return sorted((one.noun, str(one.key)) for one in event.touched.all())


def breaks_of_the_trail(chain: Chain) -> Iterator[Break]:
    """Every break of the database's own trail, first to last; nothing where it is whole.

    New events may come in meanwhile: the end is read before and after.
    """
    head = ChainHead.objects.filter(pk=1).first() or ChainHead()
    events = Event.objects.order_by("sequence").prefetch_related("touched")
    yield from chain.follow(events.iterator(AT_ONCE), head, is_stored=True)
    after = ChainHead.objects.filter(pk=1).first() or ChainHead()
    if chain.last > after.sequence:
        yield Break(
            after.sequence + 1, "", f"the chain ends before it, at {after.sequence}"
        )
