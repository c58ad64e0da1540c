"""What a file that somebody sent is called on our own disk."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Iterable


_ENDINGS = {"XLSX": ".xlsx", "CSV": ".csv", "TXT": ".csv"}


def plain_names(named: Iterable[tuple[str, str]]) -> list[str]:
    """For each name and kind of file, in order, a name that no other of them has."""
    found: list[str] = []
    for number, (name, kind) in enumerate(named, start=1):
        plain = plain_name(number, name, kind)
        stem, dot, ending = plain.rpartition(".")
        taken = plain.lower() in {one.lower() for one in found}
        found.append(f"{stem}-{number}{dot}{ending}" if taken else plain)
    return found


def plain_name(number: int, name: str, kind: str) -> str:
    """The name in letters, digits and dashes, with the ending of what the file is.

    The stem is kept, since the Standard Safeguarding Dataset tells its tables by it; a
    name of which nothing is left is numbered.
    """
    stem = re.sub(r"[^A-Za-z0-9_-]+", "-", name.rsplit(".", 1)[0]).strip("-")[:80]
    return f"{stem or f'file-{number}'}{_ENDINGS.get(kind, '')}"
