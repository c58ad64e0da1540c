"""How one table of a feed becomes rows of one fact table: data, read by `telling`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Mapping as Columns


PERSON_COLUMNS = ("sex", "ethnicity_code", "born_on")


@dataclass(frozen=True)
class Mapping:
    """Own columns of a fact, each an SQL expression over one table of a feed.

    ``t`` stands for the row read, ``h`` for the return's head (``first``, ``last``,
    ``agency``, ``extracted_on``). ``rows`` is the FROM clause where it is more than
    the table itself; it names other tables of the same return, which are empty where
    the return lacks them. ``where`` keeps the rows that tell the fact. A column that
    is not named is one this feed cannot tell.
    """

    fact: str
    table: str
    columns: Columns[str, str]
    where: str = "true"
    rows: str = ""
    child: str = "t.child"
    agency: str = "h.agency"

    @property
    def from_clause(self) -> str:
        """Where the rows come from."""
        return self.rows or f"{self.table} AS t"


@dataclass(frozen=True)
class FeedMapping:
    """All that a feed tells, and which of its columns are numbers to be digested.

    ``numbers`` names, by table, the column of the child's local number. ``digests``
    gives, by table, the columns whose values a keyed digest replaces, and what they
    number. ``person`` gives the expressions of sex, ethnic code and birth by table;
    without an entry the table's columns of those names are used, where it has them.
    """

    feed: str
    tells: tuple[Mapping, ...]
    numbers: Columns[str, str]
    digests: Columns[str, Columns[str, str]]
    person: Columns[str, Columns[str, str]] = field(default_factory=dict)
