"""Where things stand in a store.

::

    STORE/builds/<digest>/    facts/*.parquet  superseded/*.parquet  (owner only)
                              public/*.parquet  edition.json  manifest.json
                              quality/report.json  partnership.json
    STORE/editions/NAME    →  ../builds/<digest>
    STORE/current          →  editions/NAME
    STORE/ledger/             the release ledger, a file an event (owner only)
    STORE/published/R0001/    what the public sees of a released edition
    STORE/released         →  published/R0001
    STORE/runs/               when each build ran, and what came of it
    STORE/keyring.toml        the linkage key, owner only, where no other is named

An edition's name, ``current`` and ``released`` are symbolic links, moved by one rename each, so a
reader sees the old edition or the new one and never a half.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from pathlib import Path


_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


def is_edition_name(name: str) -> bool:
    """Letters, digits, dot, dash and underscore: never a path."""
    return _NAME.fullmatch(name) is not None


@dataclass(frozen=True)
class StoreLayout:
    """The paths of one store."""

    root: Path

    @property
    def builds(self) -> Path:
        """Built editions, each in a folder named by the digest of what it holds."""
        return self.root / "builds"

    @property
    def editions(self) -> Path:
        """One link an edition."""
        return self.root / "editions"

    @property
    def current(self) -> Path:
        """The link to the edition that was built last, a candidate until released."""
        return self.root / "current"

    @property
    def ledger(self) -> Path:
        """The release ledger: what was proposed, refused, approved and withdrawn."""
        return self.root / "ledger"

    @property
    def published(self) -> Path:
        """The public folders of released editions, each under its release's name."""
        return self.root / "published"

    @property
    def released(self) -> Path:
        """The link to the public folder that readers see."""
        return self.root / "released"

    @property
    def runs(self) -> Path:
        """The run log: the only place with clock times."""
        return self.root / "runs"

    @property
    def lock(self) -> Path:
        """Held while a build is at work."""
        return self.root / "build.lock"

    @property
    def spill(self) -> Path:
        """Where DuckDB puts what does not fit in memory; inside an owner-only folder."""
        return self.builds / ".spilled"

    @property
    def keyring(self) -> Path:
        """The keyring of a store that is told of no other."""
        return self.root / "keyring.toml"
