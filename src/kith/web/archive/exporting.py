"""A partnership's work leaves in one open file: database, store with ledger, documents.

Left behind: keys and settings, passwords, second factors, sessions, invitations, known
devices and calendar addresses (people are invited anew), the queue of work, and the index
of search.
"""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.db import connection, transaction

from kith.web.archive.form import (
    AT_ONCE,
    FILES,
    MANIFEST,
    TABLES,
    ArchiveError,
    Manifest,
    Part,
    schema_of,
)
from kith.web.archive.tables import archived_tables
from kith.web.audit.models import ChainHead


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kith.web.archive.tables import ArchivedTable


ROWS_AT_ONCE = 1_000
LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The same moment for every file: what an archive holds decides its bytes, not when."""


def export_archive(path: Path, *, store: Path, files: Path) -> Manifest:
    """The file holds everything as it stood at one moment; the same state gives the
    same bytes. It is written beside itself first, so that half of one never looks whole.

    Raises:
        ArchiveError: a file has a link where a file should be.
        OSError: the file cannot be written.
    """
    beside = path.with_name(f"{path.name}.part")
    try:
        with ZipFile(beside, "w", ZIP_DEFLATED, allowZip64=True) as archive:
            beside.chmod(0o600)
            with _one_moment():
                manifest = Manifest(schema_of(connection), _chain_end())
                for table in archived_tables():
                    name = f"{TABLES}/{table.name}.jsonl"
                    manifest.parts[name] = _put_table(archive, name, table)
            for folder, root in zip(FILES, (store, files), strict=True):
                _put_folder(archive, folder, root, manifest)
            with _opened(archive, MANIFEST) as out:
                out.write(manifest.as_bytes())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return manifest


@contextmanager
def _one_moment() -> Iterator[None]:
    """All tables are read as they stood at the same moment."""
    is_first = not connection.in_atomic_block
    with transaction.atomic():
        if is_first and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def _chain_end() -> dict[str, object]:
    head = ChainHead.objects.filter(pk=1).first()
    return {
        "sequence": head.sequence if head else 0,
        "digest": head.digest if head else "",
    }


def _put_table(archive: ZipFile, name: str, table: ArchivedTable) -> Part:
    columns = [one.attname for one in table.columns]
    rows = table.model._base_manager.order_by(*table.order).values(*columns)
    digest, length, count = hashlib.sha256(), 0, 0
    with _opened(archive, name) as out:
        for row in rows.iterator(ROWS_AT_ONCE):
            line = table.line(row)
            out.write(line)
            digest.update(line)
            length, count = length + len(line), count + 1
    return Part(length, digest.hexdigest(), count)


def _put_folder(archive: ZipFile, name: str, root: Path, manifest: Manifest) -> None:
    for path in sorted(root.rglob("*")) if root.is_dir() else ():
        inside = f"{name}/{path.relative_to(root).as_posix()}"
        if path.is_symlink():
            manifest.links[inside] = _link_inside(path, root, inside)
        elif path.is_file():
            manifest.parts[inside] = _put_file(archive, inside, path)


def _link_inside(path: Path, root: Path, inside: str) -> str:
    """Where a link leads: the store names its current edition by one."""
    target = path.readlink()
    if target.is_absolute() or not path.resolve().is_relative_to(root.resolve()):
        raise ArchiveError(f"{inside} leads out of its folder")
    return target.as_posix()


def _put_file(archive: ZipFile, name: str, path: Path) -> Part:
    digest, length = hashlib.sha256(), 0
    with _opened(archive, name) as out, path.open("rb") as held:
        while chunk := held.read(AT_ONCE):
            out.write(chunk)
            digest.update(chunk)
            length += len(chunk)
    return Part(length, digest.hexdigest())


def _opened(archive: ZipFile, name: str) -> IO[bytes]:
    about = ZipInfo(name, LONG_AGO)
    about.compress_type = ZIP_DEFLATED
    about.external_attr = 0o600 << 16
    return archive.open(about, "w", force_zip64=True)
