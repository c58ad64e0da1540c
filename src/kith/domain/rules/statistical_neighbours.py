"""Statistical neighbours, read as data: which areas are most like one, in which order.

Source: the model of statistical neighbours that the Department for Education publishes
for children's services gives each area ten others, the nearest first. An edition holds
until the next one; the comparison takes the median of those that have a number.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from kith.domain.vocabulary.areas import AreaError, check_well_formed


if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal


COLUMNS = ("la_code", "neighbour_rank", "neighbour_code", "neighbour_name")
MOST_RANK = 50
FEWEST = 3
"""Of fewer numbers, a median is one or two areas' own."""


class NotNeighboursError(ValueError):
    """The table says not who neighbours whom; the message says where it fails."""


@dataclass(frozen=True, order=True)
class Nearest:
    """One neighbour of an area: the nearest has rank 1."""

    area: str
    rank: int
    code: str
    name: str


def read_neighbours(rows: Sequence[Sequence[str]]) -> tuple[Nearest, ...]:
    """Every neighbour of the table whose first row holds its columns, by area and rank.

    Raises:
        NotNeighboursError: a column is missing, or a row is no neighbour.
    """
    header = [name.strip().lower() for name in rows[0]] if rows else []
    missing = [name for name in COLUMNS if name not in header]
    if missing:
        raise NotNeighboursError(f"The table has no column {', '.join(missing)}.")
    found: list[Nearest] = []
    for number, row in enumerate(rows[1:], start=2):
        cells = dict(zip(header, (cell.strip() for cell in row), strict=False))
        if any(cells.values()):
            found.append(_nearest(cells, number))
    _check_each_once(found)
    return tuple(sorted(found))


def median_of(values: Sequence[Decimal]) -> Decimal | None:
    """The middle value; None of too few."""
    return median(values) if len(values) >= FEWEST else None


def _nearest(cells: dict[str, str], row: int) -> Nearest:
    area, rank, code, name = (cells.get(column, "") for column in COLUMNS)
    for said in (area, code):
        try:
            check_well_formed(said)
        except AreaError as wrong:
            raise NotNeighboursError(f"Row {row}: {wrong}") from wrong
    if not rank.isdecimal() or not 1 <= int(rank) <= MOST_RANK:
        raise NotNeighboursError(
            f"Row {row}: a rank is a whole number from 1 to {MOST_RANK}."
        )
    if area == code or not name:
        wrong_with = "is its own neighbour" if area == code else "has a nameless one"
        raise NotNeighboursError(f"Row {row}: the area {wrong_with}.")
    return Nearest(area, int(rank), code, name[:200])


def _check_each_once(found: Sequence[Nearest]) -> None:
    if not found:
        raise NotNeighboursError("The table names no neighbour.")
    for what, keys in (
        ("rank", [(one.area, str(one.rank)) for one in found]),
        ("neighbour", [(one.area, one.code) for one in found]),
    ):
        twice = sorted(key for key, times in Counter(keys).items() if times > 1)
        if twice:
            area, said = twice[0]
            raise NotNeighboursError(f"{area} has the {what} {said} twice.")
