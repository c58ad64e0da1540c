"""Which row holds the headings, and which column holds what: by name, then by content."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kith.web.sheets.cells import day_of


if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


_LOOKED_AT = 30
_SAMPLE = 25
_MOSTLY = 0.6
Rows = "Sequence[Sequence[str]]"


@dataclass(frozen=True)
class Field:
    """Something that a kind of spreadsheet holds.

    ``names`` are headings seen in practice, the surest first; ``looks`` tells its values
    where no heading does. ``is_personal`` masks it where samples are shown.
    """

    code: str
    label: str
    names: tuple[str, ...]
    is_needed: bool = False
    is_personal: bool = False
    looks: Callable[[str], bool] | None = field(default=None, compare=False)


def plain(heading: str) -> str:
    """A heading without case and marks, for comparing; "< 45 days" is not "> 45 days"."""
    return " ".join(re.sub(r"[^a-z0-9<=>≤≥]+", " ", heading.casefold()).split())


def header_row(rows: Sequence[Sequence[str]], fields: Sequence[Field]) -> int:
    """The row whose cells are most like headings; titles above it are passed over."""
    scores = [
        (_like_a_header(row, fields), -number)
        for number, row in enumerate(rows[:_LOOKED_AT])
    ]
    best = max(scores, default=((0, 0), 0))
    return -best[1]


def _like_a_header(row: Sequence[str], fields: Sequence[Field]) -> tuple[int, int]:
    known = sum(1 for cell in row if cell and _score_any(cell, fields) > 0)
    # One matching word in a long title is no header row.
    filled = sum(1 for cell in row if cell and len(cell) < 60 and day_of(cell) is None)
    return (known, min(filled, 12)) if known > 1 else (0, min(filled, 12))


def matched(
    rows: Sequence[Sequence[str]],
    header: int,
    fields: Sequence[Field],
    remembered: Mapping[str, str],
) -> dict[str, int]:
    """Field → column: as remembered, else by heading, else by what the column holds."""
    headings = [plain(cell) for cell in rows[header]] if rows else []
    found: dict[str, int] = {}
    for column, heading in enumerate(headings):
        code = remembered.get(heading, "")
        if heading and code and code not in found:
            found[code] = column
    _by_name(headings, fields, found)
    _by_content(rows[header + 1 : header + 1 + _SAMPLE], fields, found)
    return found


def _by_name(
    headings: Sequence[str], fields: Sequence[Field], found: dict[str, int]
) -> None:
    offers = sorted(
        (
            (-_score(heading, one), column, one.code)
            for column, heading in enumerate(headings)
            for one in fields
            if heading and _score(heading, one) > 0
        ),
    )
    for _, column, code in offers:
        if code not in found and column not in found.values():
            found[code] = column


def _by_content(
    rows: Sequence[Sequence[str]], fields: Sequence[Field], found: dict[str, int]
) -> None:
    width = max((len(row) for row in rows), default=0)
    for one in fields:
        if one.code in found or one.looks is None:
            continue
        for column in range(width):
            values = [row[column] for row in rows if column < len(row) and row[column]]
            alike = sum(1 for value in values if one.looks(value))
            if (
                column not in found.values()
                and values
                and alike >= len(values) * _MOSTLY
            ):
                found[one.code] = column
                break


def _score_any(cell: str, fields: Sequence[Field]) -> int:
    return max(_score(plain(cell), one) for one in fields)


def _score(heading: str, one: Field) -> int:
    """How sure a heading means the field: whole name first, then words of it."""
    for rank, name in enumerate(one.names):
        if heading == name:
            return 100 - rank
    words = set(heading.split())
    for rank, name in enumerate(one.names):
        if len(words) <= 6 and set(name.split()) <= words:
            return 50 - rank
    return 0


def masked(value: str) -> str:
    """A value that may name somebody, as little of it as tells columns apart."""
    return " ".join(word[0] + "…" if len(word) > 1 else word for word in value.split())
