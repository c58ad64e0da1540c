"""A selection as counting sees it: few columns, by the same names whatever it selects.

Making SQL of an expression costs more than running it on a million rows. So a
selection is made SQL by itself, against the columns its contract declares, and
counting is made SQL once for each `Shape`, over a table named ``selected``. Both
texts know no store and are kept for the next question.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING

import ibis

from kith.contracts.facts import FACTS
from kith.evidence.measures.breakdowns import DIMENSIONS, can_hold, column_of
from kith.evidence.measures.measure import Counted, Time
from kith.evidence.store.shapes import fact_schema


if TYPE_CHECKING:
    from collections.abc import Sequence

    import ibis.expr.types as ir
    import pyarrow as pa

    from kith.evidence.measures.measure import Selection
    from kith.evidence.store.fact_store import FactStore


DIALECT = "duckdb"
SELECTED = "selected"
KEPT = 1024
"""How many texts are kept: what an edition asks, many times over."""

_DAYS = {
    Time.EVENTS: {"happened_on": "date", "counted": "boolean"},
    Time.SPELLS_EVER: {"start_on": "date", "end_on": "date"},
    Time.SPELLS_AT_END: {"start_on": "date", "end_on": "date"},
}
_LINEAGE = frozenset(
    {
        "source_return",
        "source_file",
        "source_sheet",
        "source_row",
        "extracted_on",
        "fact_key",
        "feed",
        "ethnicity_code",
    }
)
"""Counting never asks where a row was told."""


@dataclass(frozen=True)
class Shape:
    """What counting must know of a selection, without its measures' own names.

    ``held`` are the dimensions asked for that its rows hold; ``flags`` the places of
    those asked for among the selection's own.
    """

    time: Time
    counted: Counted
    held: tuple[str, ...]
    flags: tuple[int, ...] = ()
    with_durations: bool = False

    @classmethod
    def of(cls, selection: Selection, dimensions: Sequence[str]) -> Shape:
        """The shape of a selection where these dimensions are asked for."""
        held = tuple(name for name in dimensions if can_hold(selection, name))
        return cls(selection.time, selection.counted, held)

    @property
    def flag_names(self) -> list[str]:
        """What the flags asked for are called in ``selected``."""
        return [f"flag_{place}" for place in self.flags]

    def selected(self) -> ir.Table:
        """The table that counting counts, as far as this shape reads it."""
        told = {column_of(name): "string" for name in self.held}
        if "born_on" in told:
            told["born_on"] = "date"
        if self.counted is Counted.CHILDREN:
            told["child"] = "string"
        flags = dict.fromkeys(self.flag_names, "boolean")
        duration = {"duration": "int64"} if self.with_durations else {}
        columns = {"area": "string", **told, **_DAYS[self.time], **flags, **duration}
        return ibis.table(columns, name=SELECTED)


@lru_cache(maxsize=KEPT)
def narrowed(selection: Selection) -> str:
    """The selection's rows as SQL that gives the columns of ``selected``."""
    rows = selection.rows(_DECLARED)
    read = {column_of(name) for name in DIMENSIONS if can_hold(selection, name)}
    told = sorted((read | {"child"}) & set(rows.columns))
    columns = {name: rows[name] for name in [*told, *_DAYS[selection.time]]}
    for place, flag in enumerate(selection.flags):
        columns[f"flag_{place}"] = rows[flag]
    if selection.duration:
        columns["duration"] = rows[selection.duration]
    return as_sql(rows.select(**columns))


def as_sql(expression: ir.Table) -> str:
    """The expression as the engine reads it."""
    return str(ibis.to_sql(expression, dialect=DIALECT, pretty=False))


def ask(store: FactStore, tables: dict[str, str], query: str) -> pa.Table:
    """What the query says of these tables, each of them SQL by itself."""
    # Not kept apart from the query: its filters must reach the files.
    named = ", ".join(
        f"{name} AS NOT MATERIALIZED ({sql})" for name, sql in tables.items()
    )
    sql = f"WITH {named} SELECT * FROM ({query})"  # noqa: S608 - every part was made by Ibis, or is ours
    return store.backend.con.sql(sql).to_arrow_table()


class _DeclaredFacts:
    """The facts as their contracts declare them, less what counting never reads."""

    @cache  # noqa: B019 (one object lives as long as the module)
    def table(self, name: str) -> ir.Table:
        """The fact table of that name."""
        columns = ibis.Schema.from_pyarrow(fact_schema(name)).items()
        return ibis.table(
            {column: type_ for column, type_ in columns if column not in _LINEAGE},
            name=FACTS[name].name,
        )

    @cached_property
    def calendar(self) -> ir.Table:
        """``date`` and ``working_day_number``."""
        return ibis.table(
            {"date": "date", "working_day_number": "int64"}, name="calendar"
        )


_DECLARED = _DeclaredFacts()
