"""An archive becomes a partnership's site: all of it, or nothing.

Only into a database without rows and folders without files. Everything is compared with
the manifest before anything is written, and the audit chain is followed before it counts.
"""

from __future__ import annotations

import shutil
from itertools import islice
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from django.core.exceptions import ValidationError
from django.core.management.color import no_style
from django.db import IntegrityError, connection, transaction

from kith.web.archive.form import (
    FILES,
    TABLES,
    ArchiveError,
    Manifest,
    checked,
    chunks,
    manifest_of,
    schema_of,
)
from kith.web.archive.tables import archived_tables
from kith.web.audit.models import ChainHead, Event
from kith.web.audit.verifying import Chain


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from django.db.models import Model

    from kith.web.archive.tables import ArchivedTable


ROWS_AT_ONCE = 500
CHAIN_AT_ONCE = 1_000


def import_archive(
    path: Path, *, store: Path, files: Path, then: Callable[[], object]
) -> Manifest:
    """The database and the folders hold what the archive does.

    ``then`` runs in the same transaction, after the chain was followed.

    Raises:
        ArchiveError: it is no archive, it was changed, or something is here already.
    """
    places = dict(zip(FILES, (store, files), strict=True))
    try:
        with ZipFile(path) as archive:
            manifest = manifest_of(archive)
            _refuse_unfit(manifest, places)
            checked(archive, manifest)
            _bring(archive, manifest, places, then)
    except BadZipFile as broken:
        raise ArchiveError("this is no archive of Kith, or it is damaged") from broken
    return manifest


def _refuse_unfit(manifest: Manifest, places: dict[str, Path]) -> None:
    if manifest.schema != schema_of(connection):
        raise ArchiveError(
            "the archive was written by another version of Kith: import it with that "
            "version, then update"
        )
    named = {f"{TABLES}/{one.name}.jsonl" for one in archived_tables()}
    held = {name for name in manifest.parts if name.startswith(f"{TABLES}/")}
    if named != held:
        raise ArchiveError("the archive does not hold the tables of this version")
    for table in archived_tables():
        if table.model._base_manager.exists():
            raise ArchiveError(
                "the database is not empty: an archive is only read into a new one"
            )
    for place in places.values():
        if place.is_dir() and any(place.iterdir()):
            raise ArchiveError(f"the folder {place.name} is not empty")


def _bring(
    archive: ZipFile,
    manifest: Manifest,
    places: dict[str, Path],
    then: Callable[[], object],
) -> None:
    beside = {
        name: place.with_name(f"{place.name}.part") for name, place in places.items()
    }
    try:
        for name, root in beside.items():
            _unpack(archive, manifest, name, root)
        with transaction.atomic():
            _fill(archive, manifest)
            _follow_chain(manifest)
            then()
            _move(beside, places)
    except BaseException:
        # The transaction is undone; so is what was moved into its place.
        for name, place in places.items():
            if not beside[name].exists() and place.exists():
                shutil.rmtree(place, ignore_errors=True)
        raise
    finally:
        for root in beside.values():
            shutil.rmtree(root, ignore_errors=True)


def _move(beside: dict[str, Path], places: dict[str, Path]) -> None:
    for name, place in places.items():
        if place.is_dir():
            place.rmdir()
        beside[name].replace(place)


def _unpack(archive: ZipFile, manifest: Manifest, folder: str, root: Path) -> None:
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True, mode=0o700)
    for name in manifest.parts:
        if name.startswith(f"{folder}/"):
            path = root / name.removeprefix(f"{folder}/")
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as out:
                for chunk in chunks(archive, name):
                    out.write(chunk)
    for name, target in manifest.links.items():
        if name.startswith(f"{folder}/"):
            link = root / name.removeprefix(f"{folder}/")
            link.parent.mkdir(parents=True, exist_ok=True)
            link.symlink_to(target)


def _fill(archive: ZipFile, manifest: Manifest) -> None:
    tables = archived_tables()
    for table in tables:
        try:
            count = _fill_table(archive, table)
        except (ValueError, TypeError, ValidationError, IntegrityError) as wrong:
            raise ArchiveError(f"a row of {table.name} cannot be read") from wrong
        if count != manifest.parts[f"{TABLES}/{table.name}.jsonl"].rows:
            raise ArchiveError(f"{table.name} does not hold the rows that it should")
    models = [one.model for one in tables]
    with connection.cursor() as cursor:
        # PostgreSQL counts on from where it was, not from what was brought.
        for said in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(said)


def _fill_table(archive: ZipFile, table: ArchivedTable) -> int:
    count = 0
    rows = _rows(archive, table)
    while batch := list(islice(rows, ROWS_AT_ONCE)):
        table.model._base_manager.bulk_create(batch)
        count += len(batch)
    return count


def _rows(archive: ZipFile, table: ArchivedTable) -> Iterator[Model]:
    with archive.open(f"{TABLES}/{table.name}.jsonl") as held:
        for line in held:
            yield table.row(line)


def _follow_chain(manifest: Manifest) -> None:
    head = ChainHead.objects.filter(pk=1).first() or ChainHead(pk=1)
    if (head.sequence, head.digest) != (
        manifest.audit["sequence"],
        manifest.audit["digest"],
    ):
        raise ArchiveError("the audit trail does not end where the archive says")
    events = Event.objects.order_by("sequence").prefetch_related("touched")
    chain = Chain()
    wrong = next(
        chain.follow(events.iterator(CHAIN_AT_ONCE), head, is_stored=True), None
    )
    if wrong is not None:
        raise ArchiveError(f"the audit trail is not whole: {wrong}")
