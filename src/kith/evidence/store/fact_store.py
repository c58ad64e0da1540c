"""The facts of one built edition, as measures read them: Ibis tables on DuckDB."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

import ibis
import pyarrow as pa

from kith.contracts.facts import FACTS
from kith.contracts.facts.coverage import COVERAGE
from kith.contracts.published.edition import PublishedArea
from kith.domain.vocabulary.periods import Period
from kith.evidence.store.partnership import Partnership
from kith.evidence.store.shapes import schema_of, shaped


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    import ibis.expr.types as ir
    from ibis.backends.duckdb import Backend


CALENDAR = pa.schema([("date", pa.date32()), ("working_day_number", pa.int64())])
_NOBODY = Partnership(
    name="A partnership",
    areas=(PublishedArea("E06000024", "North Somerset"),),
    period=Period(date(2020, 1, 1), date(2020, 12, 31)),
    stands_on=date(2021, 1, 15),
)


class FactStore:
    """Facts, the days they are told for, and the calendar, on one connection.

    Every fact table is there: one that no return tells is empty, with its columns.
    """

    def __init__(self, backend: Backend, partnership: Partnership) -> None:
        self.backend = backend
        self.partnership = partnership

    def table(self, name: str) -> ir.Table:
        """The fact table of that name (see `kith.contracts.facts.FACTS`)."""
        return self.backend.table(FACTS[name].name)

    @property
    def coverage(self) -> ir.Table:
        """Which days which facts are told for (`kith.contracts.facts.coverage`)."""
        return self.backend.table("coverage")

    @property
    def calendar(self) -> ir.Table:
        """``date``, ``working_day_number``: how many working days up to that day."""
        return self.backend.table("calendar")

    @classmethod
    def in_memory(
        cls,
        tables: Mapping[str, pa.Table],
        coverage: pa.Table | None = None,
        *,
        partnership: Partnership = _NOBODY,
        calendar: Iterable[tuple[date, int]] | None = None,
    ) -> Self:
        """A store of tables at hand; columns they lack are empty."""
        backend = ibis.duckdb.connect()
        for name, fact in FACTS.items():
            rows = tables.get(name, schema_of(fact.all_columns).empty_table())
            backend.create_table(name, shaped(rows, fact.all_columns))
        covered = schema_of(COVERAGE).empty_table() if coverage is None else coverage
        backend.create_table("coverage", shaped(covered, COVERAGE))
        backend.create_table("calendar", calendar_table(calendar))
        return cls(backend, partnership)


def calendar_table(days: Iterable[tuple[date, int]] | None) -> pa.Table:
    """The working-day calendar as a table."""
    return pa.Table.from_pylist(
        [{"date": day, "working_day_number": n} for day, n in days or ()], CALENDAR
    )


def open_store(path: Path, edition: str | None = None) -> FactStore:
    """The facts of an edition; the current one unless another is named.

    Raises:
        StoreError: there is no store there, or no such edition in it.
    """
    raise NotImplementedError(f"{path} {edition}")
