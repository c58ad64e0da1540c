"""The form of an archive: a ZIP of JSON lines and files, the manifest last."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from django.db.migrations.recorder import MigrationRecorder


if TYPE_CHECKING:
    from collections.abc import Iterator
    from zipfile import ZipFile

    from django.db.backends.base.base import BaseDatabaseWrapper


FORMAT, VERSION = "kith-archive", 1
MANIFEST = "manifest.json"
TABLES, FILES = "tables", ("store", "files")
"""The folders of an archive: tables, the evidence store with its ledger, documents."""

AT_ONCE = 1 << 20
LONGEST_MANIFEST = 64 << 20


class ArchiveError(Exception):
    """The archive cannot be written or read; the message says why, in one sentence."""


@dataclass(frozen=True)
class Part:
    """One file of the archive: its length and digest, and its rows if it is a table."""

    bytes: int
    sha256: str
    rows: int | None = None


@dataclass
class Manifest:
    """What the archive holds, and where the audit chain ended."""

    schema: dict[str, str]
    audit: dict[str, Any]
    parts: dict[str, Part] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    format: str = FORMAT
    version: int = VERSION

    def as_bytes(self) -> bytes:
        """The manifest as it is stored."""
        return (
            json.dumps(asdict(self), indent=1, sort_keys=True, ensure_ascii=False)
            + "\n"
        ).encode()


def manifest_of(archive: ZipFile) -> Manifest:
    """The manifest of an archive.

    Raises:
        ArchiveError: it has none that can be read, or of another version.
    """
    try:
        if archive.getinfo(MANIFEST).file_size > LONGEST_MANIFEST:
            raise ArchiveError("the manifest is too long to be one")
        said = json.loads(archive.read(MANIFEST))
        parts = {name: Part(**one) for name, one in said["parts"].items()}
        found = Manifest(**{**said, "parts": parts})
    except (KeyError, TypeError, ValueError, AttributeError) as unreadable:
        raise ArchiveError(
            "this is no archive of Kith: no manifest in it"
        ) from unreadable
    if (found.format, found.version) != (FORMAT, VERSION):
        raise ArchiveError("this archive is of another version of Kith's format")
    for name in (*parts, *found.links):
        if not _is_safe(name):
            raise ArchiveError("the archive names a file outside itself")
    for name, target in found.links.items():
        if not _stays_inside(name, target):
            raise ArchiveError("a link in the archive leads outside itself")
    return found


def _stays_inside(name: str, target: str) -> bool:
    """Whether a link stays in its own folder: no step of its way leaves it."""
    depth = len(PurePosixPath(name).parts) - 2
    for step in PurePosixPath(target).parts:
        depth += -1 if step == ".." else 1
        if depth < 0:
            return False
    return not PurePosixPath(target).is_absolute()


def _is_safe(name: str) -> bool:
    path = PurePosixPath(name)
    return (
        not path.is_absolute()
        and ".." not in path.parts
        and "\\" not in name
        and "\0" not in name
        and path.as_posix() == name
        and path.parts[0] in (TABLES, *FILES)
    )


def checked(archive: ZipFile, manifest: Manifest) -> None:
    """Every part is there and as it was written, and nothing else is there.

    Raises:
        ArchiveError: a part is missing, changed or too many.
    """
    names = [one.filename for one in archive.infolist()]
    if sorted(names) != sorted([*manifest.parts, MANIFEST]):
        raise ArchiveError("the archive's files are not those its manifest names")
    for name, part in manifest.parts.items():
        digest, length = hashlib.sha256(), 0
        for chunk in chunks(archive, name):
            digest.update(chunk)
            length += len(chunk)
            if length > part.bytes:
                break
        if (digest.hexdigest(), length) != (part.sha256, part.bytes):
            raise ArchiveError(f"{name} is not as it was written")


def chunks(archive: ZipFile, name: str) -> Iterator[bytes]:
    """A part, a little at a time."""
    with archive.open(name) as held:
        while chunk := held.read(AT_ONCE):
            yield chunk


def schema_of(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """The last migration of each of Kith's applications."""
    applied = MigrationRecorder(connection).applied_migrations()
    last: dict[str, str] = {}
    for app, name in sorted(applied):
        last[app] = name
    return last
