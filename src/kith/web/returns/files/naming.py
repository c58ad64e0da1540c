"""What a file that somebody sent is called on our own disk."""

from __future__ import annotations

import re


_ENDINGS = {"XLSX": ".xlsx", "CSV": ".csv", "TXT": ".csv"}


def plain_name(number: int, name: str, kind: str) -> str:
    """The name in letters, digits and dashes, with the ending of what the file is.

    The stem is kept, since the Standard Safeguarding Dataset tells its tables by it; a
    name of which nothing is left is numbered.
    """
    stem = re.sub(r"[^A-Za-z0-9_-]+", "-", name.rsplit(".", 1)[0]).strip("-")[:80]
    return f"{stem or f'file-{number}'}{_ENDINGS.get(kind, '')}"
