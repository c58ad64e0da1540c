"""Where files are kept: by a random key, owner-only, written whole or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from django.conf import settings


if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID


OWNER_ONLY_FOLDER = 0o700
OWNER_ONLY_FILE = 0o600


class FileDamagedError(OSError):
    """A file is missing, or is not what was kept. Its key alone is named."""


@dataclass(frozen=True)
class FileStore:
    """A folder of files, each at ``<first two of its key>/<key>``."""

    root: Path

    def path(self, key: UUID) -> Path:
        """Where a file is."""
        return self.root / key.hex[:2] / key.hex

    @contextlib.contextmanager
    def keeping(self, content: bytes) -> Iterator[UUID]:
        """The file is kept under a new key, unless what follows fails."""
        key = self._written(content)
        try:
            yield key
        except BaseException:
            self.path(key).unlink(missing_ok=True)
            raise

    def _written(self, content: bytes) -> UUID:
        key = uuid4()
        place = self.path(key)
        place.parent.mkdir(parents=True, exist_ok=True, mode=OWNER_ONLY_FOLDER)
        # Parents that mkdir made take the machine's own habit, not the mode above.
        for folder in (self.root, place.parent):
            folder.chmod(OWNER_ONLY_FOLDER)
        half = place.with_suffix(".part")
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        with os.fdopen(os.open(half, flags, OWNER_ONLY_FILE), "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        half.rename(place)
        return key

    def forget(self, key: UUID) -> None:
        """The file is gone, if it was there."""
        self.path(key).unlink(missing_ok=True)

    def read(self, key: UUID, *, sha256: str) -> bytes:
        """The file, as it was kept.

        Raises:
            FileDamagedError: it is gone, or its content has changed.
        """
        try:
            content = self.path(key).read_bytes()
        except OSError as gone:
            raise FileDamagedError(f"file {key} cannot be read") from gone
        if hashlib.sha256(content).hexdigest() != sha256:
            raise FileDamagedError(f"file {key} is not what was kept")
        return content


def home_files() -> FileStore:
    """The files of this site's own folder."""
    return FileStore(Path(settings.KITH_HOME) / "files")
