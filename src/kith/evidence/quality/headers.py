"""Which column of a sheet is which of the feed's, and which table the sheet is.

Header rows are looked for among the first rows, because titles often stand above
them, and may be two rows deep where cells were merged.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from kith.evidence.quality.folding import fold, fold_outside_brackets, is_one_slip


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kith.contracts.feeds import Feed, FeedColumn, FeedTable


LOOK = 30
"""How many of a sheet's first rows may stand above its header."""

_LONGEST = 200

HeaderRow = tuple[str, ...]

Known = dict[str, "FeedColumn"]
"""A table's columns by every header they are known by, folded."""


@dataclass(frozen=True)
class Headers:
    """A sheet's header as read for one table.

    ``reads`` has, for each column of the sheet, the feed's column it was taken for.
    ``repeats`` are positions whose column an earlier one already gave, ``slips``
    those matched in spite of a misspelling.
    """

    table: FeedTable
    texts: HeaderRow
    reads: tuple[FeedColumn | None, ...]
    rows_above: int
    depth: int
    repeats: tuple[int, ...] = ()
    slips: tuple[int, ...] = ()

    @cached_property
    def found(self) -> dict[str, int]:
        """Where each column of the table stands in the sheet."""
        return {column.name: at for at, column in enumerate(self.reads) if column}

    @property
    def absent(self) -> tuple[FeedColumn, ...]:
        """The table's columns that the sheet lacks."""
        return tuple(c for c in self.table.columns if c.name not in self.found)

    @property
    def has_required(self) -> bool:
        """Whether every required column is there."""
        return not any(column.required for column in self.absent)


def match_sheet(
    feed: Feed, names: Sequence[str], rows: Sequence[Sequence[str | None]]
) -> Headers | None:
    """The header and table of a sheet, None where nothing is recognised.

    ``names`` are the sheet's and the file's. A table that is named wins, unless its
    required columns are absent and another table's are all there.
    """
    best = max(_candidates(feed, rows), key=_worth(feed), default=None)
    named = _named(feed, names)
    if named is not None:
        likely = [each for each in _matches(named, rows) if _is_header(each)]
        own = max(likely, key=_worth(feed), default=_unmatched(named, rows))
        if own is not None and (own.has_required or best is None):
            return _with_slips(own)
        if own is not None and not (
            best and best.has_required and _is_sure(feed, best)
        ):
            return _with_slips(own)
    return _with_slips(best) if best is not None and _is_sure(feed, best) else None


def _named(feed: Feed, names: Sequence[str]) -> FeedTable | None:
    for name in names:
        for table in feed.tables:
            if fold(name) in {fold(known) for known in (table.name, *table.file_names)}:
                return table
    return None


def _candidates(feed: Feed, rows: Sequence[Sequence[str | None]]) -> Iterator[Headers]:
    for table in feed.tables:
        yield from _matches(table, rows)


def _matches(
    table: FeedTable, rows: Sequence[Sequence[str | None]]
) -> Iterator[Headers]:
    """Each of the first rows, and each two together, read as this table's header."""
    known = _known(table)
    for at, row in enumerate(rows):
        texts = tuple(_shown(cell) for cell in row)
        headers = _match((table, known), texts, rows_above=at, depth=1)
        if headers.found:
            yield headers
        if at + 1 < len(rows):
            joined = _joined(known, texts, rows[at + 1])
            deep = _match((table, known), joined, rows_above=at, depth=2)
            if len(deep.found) > len(headers.found):
                yield deep


def _match(
    read: tuple[FeedTable, Known], texts: HeaderRow, *, rows_above: int, depth: int
) -> Headers:
    table, known = read
    taken: set[str] = set()
    reads: list[FeedColumn | None] = []
    repeats: list[int] = []
    for at, text in enumerate(texts):
        column = _named_by(text, known)
        if column is not None and column.name in taken:
            repeats.append(at)
            column = None
        if column is not None:
            taken.add(column.name)
        reads.append(column)
    return Headers(table, texts, tuple(reads), rows_above, depth, tuple(repeats))


def _joined(known: Known, upper: HeaderRow, lower: Sequence[str | None]) -> HeaderRow:
    """Two rows as one: each column keeps whichever reading is a known header."""
    texts, group = [], ""
    for above, below in zip(upper, lower, strict=True):
        group = above or group
        readings = (above, f"{above} {below or ''}", f"{group} {below or ''}")
        whole = next((text for text in readings if fold(text) in known), None)
        texts.append(_shown(whole or below or above))
    return tuple(texts)


def match_header(table: FeedTable, text: str) -> FeedColumn | None:
    """The table's column that a header names, bracketed remarks aside."""
    return _named_by(text, _known(table))


def _named_by(text: str, known: Known) -> FeedColumn | None:
    return known.get(fold(text)) or known.get(fold_outside_brackets(text))


@lru_cache(maxsize=100)
def _known(table: FeedTable) -> Known:
    known: dict[str, FeedColumn] = {}
    for column in table.columns:
        for header in (column.name, *column.headers):
            known.setdefault(fold(header), column)
    for header in tuple(known):
        # A documented header may carry a bracket that senders leave off.
        for column in table.columns:
            for own in column.headers:
                if fold(own) == header:
                    known.setdefault(fold_outside_brackets(own), column)
    known.pop("", None)
    return known


def _worth(feed: Feed):  # type: ignore[no-untyped-def]  # a sort key
    shared = Counter(column.name for table in feed.tables for column in table.columns)

    def worth(headers: Headers) -> tuple[bool, float, int, int, int]:
        telling = sum(1 / shared[name] for name in headers.found)
        unread = sum(1 for text in headers.texts if text) - len(headers.found)
        return (
            headers.has_required,
            telling,
            -unread,
            -headers.depth,
            -headers.rows_above,
        )

    return worth


def _is_sure(feed: Feed, headers: Headers) -> bool:
    """Whether a header alone tells the table: it has columns few others have."""
    if len(headers.found) < min(2, len(headers.table.columns)):
        return False
    shared = Counter(column.name for table in feed.tables for column in table.columns)
    most = max(1, len(feed.tables) // 2)
    return any(shared[name] <= most for name in headers.found)


def _unmatched(
    table: FeedTable, rows: Sequence[Sequence[str | None]]
) -> Headers | None:
    """A table known by its name only: no row is its header, so every row is data."""
    if not rows:
        return None
    width = len(rows[0])
    return Headers(table, ("",) * width, (None,) * width, rows_above=0, depth=0)


def _is_header(headers: Headers) -> bool:
    """Whether a row is a header rather than data that happens to hold one's word.

    What a report says of a header it quotes, so a row of a child's data must never
    be taken for one.
    """
    filled = sum(1 for text in headers.texts if text)
    return len(headers.found) >= 2 or len(headers.found) * 2 > filled


@lru_cache(maxsize=20_000)
def _shown(cell: str | None) -> str:
    """A header on one line, without marks that a screen would obey."""
    plain = "".join(letter if letter.isprintable() else " " for letter in cell or "")
    return " ".join(plain.split())[:_LONGEST]


def _with_slips(headers: Headers) -> Headers:
    """The same, with misspelt headers given to columns that nothing else matches."""
    reads, slips = list(headers.reads), []
    for column in headers.absent:
        known = [fold(text) for text in (column.name, *column.headers)]
        near = [
            at
            for at, text in enumerate(headers.texts)
            if reads[at] is None
            and at not in headers.repeats
            and any(is_one_slip(fold(text), own) for own in known)
        ]
        if len(near) == 1:
            reads[near[0]] = column
            slips.append(near[0])
    return Headers(
        headers.table,
        headers.texts,
        tuple(reads),
        headers.rows_above,
        headers.depth,
        headers.repeats,
        tuple(slips),
    )
