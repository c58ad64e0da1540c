"""Opens the published tables: the only module of the web that reads the store.

In: ``STORE/released``, the edition that the ledger of releases let out last, or one
that is named. Out: rows. What can go wrong: nothing is published
yet, or the tables do not hold what the contracts say; both are one error that
pages turn into words.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
from django.conf import settings

from kith.contracts.published.edition import edition_from_json
from kith.web.published.values import EditionUnreadableError, NothingPublishedError


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kith.contracts.columns import Column
    from kith.contracts.published.edition import Edition


@dataclass(frozen=True)
class Shelf:
    """One edition's public tables, as they stood when it was found.

    The mark changes when the edition is built again under the same name, so that
    what was read before is read anew.
    """

    folder: Path
    mark: tuple[int, int]


_CANNOT_BE_READ = (
    "{} cannot be read: it is damaged, or another version of Kith built it; "
    "build the edition again"
)

_pinned: ContextVar[Shelf | None] = ContextVar("pinned_shelf", default=None)


def current_shelf() -> Shelf:
    """The edition that is released now, or the one pinned for this request."""
    return _pinned.get() or _find_shelf(Path(settings.KITH_STORE))


@contextmanager
def one_edition() -> Iterator[None]:
    """Holds every read inside to one edition, though another is published meanwhile."""
    try:
        token = _pinned.set(_find_shelf(Path(settings.KITH_STORE)))
    except NothingPublishedError:
        token = _pinned.set(None)
    try:
        yield
    finally:
        _pinned.reset(token)


@contextmanager
def named_edition(store: Path, name: str) -> Iterator[None]:
    """Holds every read inside to an edition of a store, released or not.

    Raises:
        NothingPublishedError: the store has no edition of this name.
    """
    token = _pinned.set(_open_shelf(store / "editions" / name / "public"))
    try:
        yield
    finally:
        _pinned.reset(token)


def newest_edition(store: Path) -> tuple[str, str]:
    """The name of the edition that was built last, released or not, and a mark that no
    other build has, be it of the same name.

    Raises:
        NothingPublishedError: nothing was built.
    """
    try:
        # Not followed to its end: an edition is itself a link to one of its builds.
        name = (store / "current").readlink().name
    except OSError as absent:
        raise NothingPublishedError("no edition is built") from absent
    shelf = _open_shelf(store / "editions" / name / "public")
    told = f"{name} {read_edition(shelf).inputs_digest} {shelf.mark}"
    return name, sha256(told.encode()).hexdigest()


def _find_shelf(store: Path) -> Shelf:
    return _open_shelf(store / "released")


def _open_shelf(where: Path) -> Shelf:
    try:
        folder = where.resolve(strict=True)
        standing = (folder / "edition.json").stat()
    except OSError as absent:
        raise NothingPublishedError("no edition is published") from absent
    return Shelf(folder, (standing.st_ino, standing.st_mtime_ns))


@lru_cache(maxsize=4)
def read_edition(shelf: Shelf) -> Edition:
    """What the shelf's edition is about."""
    try:
        return edition_from_json((shelf.folder / "edition.json").read_text("utf-8"))
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise EditionUnreadableError(_CANNOT_BE_READ.format("edition.json")) from fault


def read_rows(
    shelf: Shelf, table: str, columns: Sequence[Column], *, area: str | None = None
) -> list[dict[str, Any]]:
    """The rows of one table, of one area where it is said, in the table's order."""
    names = [column.name for column in columns]
    chosen = ", ".join(f'"{name}"' for name in names)
    sentence = f"SELECT {chosen} FROM read_parquet(?)"  # noqa: S608 - names of contracts
    values = [str(shelf.folder / f"{table}.parquet")]
    if area is not None:
        sentence += " WHERE area = ?"
        values.append(area)
    try:
        with duckdb.connect() as connection:
            rows = connection.execute(sentence, values).fetchall()
    except duckdb.Error as fault:
        raise EditionUnreadableError(_CANNOT_BE_READ.format(table)) from fault
    return [dict(zip(names, row, strict=True)) for row in rows]
