"""How large a file may be before it is refused unread."""

from __future__ import annotations

from dataclasses import dataclass


_MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Sizes beyond which a file is refused.

    Workbooks are zip archives, so a few kilobytes can claim to be terabytes; a real
    workbook rarely shrinks to less than a fiftieth. ``cells`` bounds the rectangle
    that a sheet spans, because its reader sets aside room for all of it.
    """

    file_bytes: int = 4096 * _MEGABYTE
    workbook_bytes: int = 256 * _MEGABYTE
    unpacked_bytes: int = 2048 * _MEGABYTE
    unpacked_ratio: int = 200
    ratio_applies_from: int = 16 * _MEGABYTE
    archive_members: int = 2000
    cells: int = 40_000_000
    columns: int = 2000


DEFAULT_LIMITS = Limits()
