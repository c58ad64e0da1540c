"""What a file is, from its first bytes, whatever its name says."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from pathlib import Path


class Kind(StrEnum):
    """Kinds of file that arrive, in words for a sentence."""

    TEXT = "a text file"
    WORKBOOK = "an Excel workbook"
    PARQUET = "a Parquet file"
    XML = "an XML file"
    HTML = "a web page"
    OLD_WORKBOOK = "an old Excel workbook (.xls)"
    LOCKED = "a password-protected file"
    OTHER_ARCHIVE = "an archive that is not a workbook"
    PDF = "a PDF"
    COMPRESSED = "a compressed file"
    UNKNOWN = "a file of no known kind"


NAMES: dict[str, Kind] = {
    ".csv": Kind.TEXT,
    ".tsv": Kind.TEXT,
    ".tab": Kind.TEXT,
    ".txt": Kind.TEXT,
    ".xlsx": Kind.WORKBOOK,
    ".xlsm": Kind.WORKBOOK,
    ".xls": Kind.OLD_WORKBOOK,
    ".parquet": Kind.PARQUET,
    ".xml": Kind.XML,
}
"""The kind that a name promises."""

_LOOK = 64 * 1024
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def kind_of(path: Path) -> Kind:
    """The kind of a file, from its contents."""
    with path.open("rb") as file:
        head = file.read(_LOOK)
    for start, kind in (
        (b"PK\x03\x04", Kind.WORKBOOK),
        (b"PK\x05\x06", Kind.OTHER_ARCHIVE),
        (b"PAR1", Kind.PARQUET),
        (b"\xd0\xcf\x11\xe0", Kind.OLD_WORKBOOK),
        (b"%PDF", Kind.PDF),
        (b"\x1f\x8b", Kind.COMPRESSED),
    ):
        if head.startswith(start):
            return _inside(path, head, kind)
    return _text_kind(head)


def _inside(path: Path, head: bytes, kind: Kind) -> Kind:
    # A workbook with a password is wrapped in the old format, with this stream in it.
    # Its directory may stand anywhere in the file, but is named near an end.
    if kind is Kind.OLD_WORKBOOK:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - _LOOK))
            tail = file.read(_LOOK)
        name = "EncryptedPackage".encode("utf-16-le")
        return Kind.LOCKED if name in head or name in tail else kind
    return kind


def _text_kind(head: bytes) -> Kind:
    if head.startswith(_UTF_16) or _looks_like_utf_16(head):
        return Kind.TEXT
    if b"\x00" in head:
        return Kind.UNKNOWN
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:200].lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return Kind.HTML
    if start.startswith(b"<"):
        return Kind.HTML if b"<html" in head[:2000].lower() else Kind.XML
    return Kind.TEXT


def _looks_like_utf_16(head: bytes) -> bool:
    """Whether every other byte of the start is empty, as in English in UTF-16."""
    sample = head[: min(len(head), 200) // 2 * 2]
    if len(sample) < 8:
        return False
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    return max(even, odd) > half * 0.9 and min(even, odd) == 0
