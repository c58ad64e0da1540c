"""An archive leaves one database and enters another, row for row."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from django.db import connection
from django.db.models import ForeignKey

from kith.domain.vocabulary.actors import Actor
from kith.web.access.models import Invitation, Person
from kith.web.access.roles import Role
from kith.web.archive.exporting import export_archive
from kith.web.archive.form import ArchiveError, Manifest
from kith.web.archive.importing import import_archive
from kith.web.archive.tables import archived_tables
from kith.web.audit.models import Event
from kith.web.audit.recording import recorded
from kith.web.bodies.models import Body
from tests.integration.web.search.test_search import promised
from tests.lib.databases import triggers_away
from tests.lib.world import NOW, World


if TYPE_CHECKING:
    from pathlib import Path


SECRET = "pbkdf2-of-somebody"


@pytest.fixture
def folders(tmp_path: Path) -> dict[str, Path]:
    store, files = tmp_path / "a" / "store", tmp_path / "a" / "files"
    (store / "editions" / "2020").mkdir(parents=True)
    (store / "editions" / "2020" / "figures.csv").write_text("one,two\n")
    (store / "ledger").mkdir()
    (store / "ledger" / "1.json").write_text("{}\n")
    (store / "current").symlink_to("editions/2020")
    files.mkdir()
    (files / "paper.bin").write_bytes(bytes(range(256)) * 10)
    return {"store": store, "files": files}


@pytest.fixture
def elsewhere(tmp_path: Path) -> dict[str, Path]:
    (tmp_path / "b").mkdir()
    return {"store": tmp_path / "b" / "store", "files": tmp_path / "b" / "files"}


@pytest.fixture
def full(world: World) -> World:
    for number in range(3):
        promised(world, world.here, f"Write to schools {number}: “café” \\ 'it'")
    someone = world.person(Role.MEMBER)
    Person.objects.filter(pk=someone.pk).update(password=SECRET)
    Invitation.objects.create(
        person=someone, digest="secret-digest", invited_at=NOW, open_until=NOW
    )
    viewer = world.viewer(Role.MEMBER)
    with recorded(actor=viewer.actor, at=NOW, verb="actions.exported") as event:
        keys = tuple(Body.objects.values_list("pk", flat=True))
        event.about_several("bodies", keys, count=2, odd="é", nothing=None)
    return world


def emptied() -> None:
    """The other database: the same tables, without rows."""
    names = [one.model._meta.db_table for one in archived_tables()]
    names += ["access_invitation", "search_searchentry"]
    with triggers_away(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # A table with foreign keys still to be checked is not emptied.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(f"TRUNCATE {', '.join(names)} CASCADE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
            return
        cursor.execute("PRAGMA defer_foreign_keys = ON")
        for name in names:
            cursor.execute(f'DELETE FROM "{name}"')


def test_everything_comes_back_as_it_was(
    full: World, folders: dict[str, Path], elsewhere: dict[str, Path], tmp_path: Path
) -> None:
    first = export_archive(tmp_path / "one.zip", **folders)
    emptied()
    assert not Event.objects.exists()
    import_archive(tmp_path / "one.zip", **elsewhere, then=lambda: None)
    second = export_archive(tmp_path / "two.zip", **elsewhere)
    assert second.parts == first.parts
    assert second.audit == first.audit
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    assert (elsewhere["store"] / "current" / "figures.csv").read_text() == "one,two\n"
    # The chain goes on from there.
    with recorded(actor=Actor("Kith: tried"), at=NOW, verb="tried.it") as event:
        event.about_several("tried", ())
    assert Event.objects.count() == first.audit["sequence"] + 1


def test_nothing_in_it_lets_anybody_in(
    full: World, folders: dict[str, Path], tmp_path: Path
) -> None:
    export_archive(tmp_path / "one.zip", **folders)
    with ZipFile(tmp_path / "one.zip") as archive:
        names = archive.namelist()
        text = b"".join(archive.read(name) for name in names)
    for secret in (SECRET, "secret-digest"):
        assert secret.encode() not in text
    for left in ("session", "authenticator", "invitation", "knowndevice", "job"):
        assert not any(name.endswith(f".{left}.jsonl") for name in names), left
    assert (tmp_path / "one.zip").stat().st_mode & 0o077 == 0


def test_nothing_that_travels_needs_what_stays_behind() -> None:
    travelling = {one.model for one in archived_tables()}
    for table in archived_tables():
        for column in table.columns:
            if isinstance(column, ForeignKey) and not column.null:
                assert column.related_model in travelling, f"{table.name}.{column.name}"


def test_a_database_with_rows_is_refused(
    full: World, folders: dict[str, Path], elsewhere: dict[str, Path], tmp_path: Path
) -> None:
    export_archive(tmp_path / "one.zip", **folders)
    with pytest.raises(ArchiveError, match="not empty"):
        import_archive(tmp_path / "one.zip", **elsewhere, then=lambda: None)
    emptied()
    with pytest.raises(ArchiveError, match="folder store is not empty"):
        import_archive(tmp_path / "one.zip", **folders, then=lambda: None)


def rewritten(path: Path, change: str, into: str, tmp_path: Path) -> Path:
    """The archive with one part changed by hand, and its manifest kept."""
    made = tmp_path / "changed.zip"
    with ZipFile(path) as archive, ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        for name in archive.namelist():
            held = archive.read(name)
            out.writestr(name, held.replace(change.encode(), into.encode()))
    return made


def test_a_changed_part_is_refused_and_nothing_is_left(
    full: World, folders: dict[str, Path], elsewhere: dict[str, Path], tmp_path: Path
) -> None:
    export_archive(tmp_path / "one.zip", **folders)
    emptied()
    changed = rewritten(tmp_path / "one.zip", "Write to", "Wrote to", tmp_path)
    with pytest.raises(ArchiveError, match="is not as it was written"):
        import_archive(changed, **elsewhere, then=lambda: None)
    assert not Body.objects.exists()
    assert not elsewhere["store"].exists()


def test_a_fault_at_the_end_undoes_everything(
    full: World, folders: dict[str, Path], elsewhere: dict[str, Path], tmp_path: Path
) -> None:
    export_archive(tmp_path / "one.zip", **folders)
    emptied()

    def fails() -> None:
        raise LookupError

    with pytest.raises(LookupError):
        import_archive(tmp_path / "one.zip", **elsewhere, then=fails)
    assert not Body.objects.exists()
    assert not any(path.exists() for path in elsewhere.values())
    assert not list((tmp_path / "b").iterdir())


def with_manifest(path: Path, tmp_path: Path, **changes: object) -> Path:
    made = tmp_path / "manifest.zip"
    with ZipFile(path) as archive, ZipFile(made, "w") as out:
        for name in archive.namelist():
            held = archive.read(name)
            if name == "manifest.json":
                held = json.dumps({**json.loads(held), **changes}).encode()
            out.writestr(name, held)
    return made


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"version": 2}, "another version of Kith's format"),
        ({"format": "other"}, "another version"),
        ({"schema": {}}, "another version of Kith"),
        ({"parts": {"../evil": {"bytes": 0, "sha256": ""}}}, "outside itself"),
        ({"parts": {"store/../../x": {"bytes": 0, "sha256": ""}}}, "outside itself"),
        ({"links": {"store/current": "../../etc"}}, "leads outside"),
        ({"links": {"store/current": "/etc"}}, "leads outside"),
        ({"parts": 3}, "no archive"),
        ({"more": 3}, "no archive"),
        ({"audit": {"sequence": 1, "digest": "0"}}, "does not end where"),
    ],
)
def test_what_is_no_archive_of_ours_is_refused(
    full: World,
    folders: dict[str, Path],
    elsewhere: dict[str, Path],
    tmp_path: Path,
    changes: dict[str, object],
    why: str,
) -> None:
    export_archive(tmp_path / "one.zip", **folders)
    emptied()
    changed = with_manifest(tmp_path / "one.zip", tmp_path, **changes)
    with pytest.raises(ArchiveError, match=why):
        import_archive(changed, **elsewhere, then=lambda: None)
    assert not Body.objects.exists()


def test_a_file_that_is_no_zip(
    db: None, elsewhere: dict[str, Path], tmp_path: Path
) -> None:
    (tmp_path / "x.zip").write_bytes(b"no")
    with pytest.raises(ArchiveError, match="no archive"):
        import_archive(tmp_path / "x.zip", **elsewhere, then=lambda: None)


def test_the_same_state_gives_the_same_bytes(
    full: World, folders: dict[str, Path], tmp_path: Path
) -> None:
    made = [
        export_archive(tmp_path / f"{number}.zip", **folders) for number in range(2)
    ]
    assert isinstance(made[0], Manifest)
    assert (tmp_path / "0.zip").read_bytes() == (tmp_path / "1.zip").read_bytes()
