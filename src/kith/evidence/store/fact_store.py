"""The facts of one built edition, as measures read them: Ibis tables on DuckDB."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Self

import duckdb
import ibis
import pyarrow as pa

from kith.contracts.facts import FACTS
from kith.contracts.facts.coverage import COVERAGE
from kith.contracts.facts.intake import INTAKE
from kith.contracts.published.edition import PublishedArea
from kith.domain.rules.working_days import numbered
from kith.domain.vocabulary.periods import Period
from kith.evidence.store.errors import StoreError
from kith.evidence.store.layout import StoreLayout
from kith.evidence.store.partnership import Partnership, partnership_from_json
from kith.evidence.store.shapes import schema_of, shaped


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    import ibis.expr.types as ir
    from ibis.backends.duckdb import Backend


TABLES = {
    **{name: fact.all_columns for name, fact in FACTS.items()},
    "coverage": COVERAGE,
    "intake": INTAKE,
}
"""Every table of a store's facts folder, with its columns."""

PARTNERSHIP = "partnership.json"
_CALENDAR = pa.schema([("date", pa.date32()), ("working_day_number", pa.int64())])
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

    def __init__(
        self, backend: Backend, partnership: Partnership, public: Path | None = None
    ) -> None:
        self.backend = backend
        self.partnership = partnership
        self.public = public
        """The folder of the edition's published tables; None for a store in memory."""

    def table(self, name: str) -> ir.Table:
        """The fact table of that name (see `kith.contracts.facts.FACTS`)."""
        return self.backend.table(FACTS[name].name)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.backend.disconnect()

    @property
    def coverage(self) -> ir.Table:
        """Which days which facts are told for (`kith.contracts.facts.coverage`)."""
        return self.backend.table("coverage")

    @property
    def lost(self) -> ir.Table:
        """Rows set aside and superseded (`kith.contracts.facts.intake`)."""
        return self.backend.table("intake")

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
        held = dict(tables) | ({} if coverage is None else {"coverage": coverage})
        connection = duckdb.connect()
        for name, columns in TABLES.items():
            rows = held.get(name, schema_of(columns).empty_table())
            _keep(connection, name, shaped(rows, columns))
        _keep(connection, "calendar", _calendar(calendar))
        return cls(ibis.duckdb.from_connection(connection), partnership)

    @classmethod
    def on_folder(cls, build: Path, *, spill: Path) -> Self:
        """The facts of one build, read where they stand.

        ``spill`` is an owner-only folder: what does not fit in memory goes there.
        """
        connection = duckdb.connect(config={"temp_directory": str(spill)})
        for name in TABLES:
            file = build / "facts" / f"{name}.parquet"
            connection.read_parquet(str(file)).create_view(name)
        _keep(connection, "calendar", _calendar(None))
        partnership = partnership_from_json((build / PARTNERSHIP).read_text("utf-8"))
        backend = ibis.duckdb.from_connection(connection)
        return cls(backend, partnership, build / "public")


def open_store(path: Path, edition: str | None = None) -> FactStore:
    """The facts of an edition; of the current one unless another is named.

    Raises:
        StoreError: there is no store there, or no such edition in it.
    """
    layout = StoreLayout(path)
    try:
        build = _build_of(layout, edition)
    except OSError as fault:
        raise StoreError(
            f"{path} cannot be opened ({type(fault).__name__}): a store is read by the "
            "account that built it"
        ) from None
    try:
        return FactStore.on_folder(build, spill=layout.spill)
    except (OSError, ValueError, KeyError, duckdb.Error) as fault:
        raise StoreError(
            f"the edition in {build} cannot be read ({type(fault).__name__}): "
            "build it again with kith evidence build"
        ) from None


def _build_of(layout: StoreLayout, edition: str | None) -> Path:
    # The link is followed once, so that a build that ends now changes nothing here.
    link = layout.current if edition is None else layout.editions / edition
    if link.is_symlink() and link.exists():
        return link.resolve()
    if not layout.editions.is_dir():
        raise StoreError(
            f"{layout.root} is no store: build one with "
            f"kith evidence build RETURNS_DIR --out {layout.root}"
        )
    held = sorted(path.name for path in layout.editions.iterdir())
    asked = "no current edition" if edition is None else f"no edition '{edition}'"
    raise StoreError(
        f"{layout.root} holds {asked}; it holds: {', '.join(held) or 'none'}"
    )


def _keep(connection: duckdb.DuckDBPyConnection, name: str, rows: pa.Table) -> None:
    # Ibis's own create_table writes a DROP that this DuckDB cannot parse.
    connection.from_arrow(rows).create(name)


def _calendar(days: Iterable[tuple[date, int]] | None) -> pa.Table:
    return _england() if days is None else _as_table(days)


@cache
def _england() -> pa.Table:
    return _as_table(numbered())


def _as_table(days: Iterable[tuple[date, int]]) -> pa.Table:
    return pa.Table.from_pylist(
        [{"date": day, "working_day_number": number} for day, number in days],
        _CALENDAR,
    )
