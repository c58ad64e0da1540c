"""What is asked of a path before anything opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.feeds.feed import FileFormat
from kith.evidence.sources.sniffing import NAMES, Kind, kind_of
from kith.evidence.sources.unreadable import Unreadable


if TYPE_CHECKING:
    from pathlib import Path

    from kith.evidence.sources.limits import Limits


READ_AS = {
    Kind.TEXT: FileFormat.CSV,
    Kind.WORKBOOK: FileFormat.XLSX,
    Kind.PARQUET: FileFormat.PARQUET,
}

_REMEDIES = {
    Kind.OLD_WORKBOOK: "Open it in Excel and save it as .xlsx.",
    Kind.LOCKED: "Take the password off (File, Info, Protect Workbook) and send it by a "
    "secure route.",
    Kind.HTML: "Some systems save web pages as .xls: open it in Excel and save it as "
    ".xlsx.",
    Kind.PDF: "Ask for the data as a workbook or CSV.",
    Kind.COMPRESSED: "Unpack it and give the file inside.",
    Kind.OTHER_ARCHIVE: "Unpack it and give the files inside.",
    Kind.UNKNOWN: "Check that it is the file you meant, and export it again.",
}


def check_path(path: Path, limits: Limits) -> None:
    """Refuse a path that is missing, a folder, empty or too large."""
    if not path.exists():
        raise Unreadable(
            "file.missing", "there is no such file", "Check the name and the folder."
        )
    if not path.is_file():
        raise Unreadable(
            "file.not_a_file",
            "this is a folder or a device, not a file",
            "Name the files inside it.",
        )
    size = path.stat().st_size
    if size == 0:
        raise Unreadable(
            "file.empty", "the file is empty (0 bytes)", "Export or send it again."
        )
    check_size(size, limits.file_bytes)
    try:
        path.open("rb").close()
    except OSError as fault:
        raise Unreadable(
            "file.not_allowed",
            f"the file may not be opened ({type(fault).__name__})",
            "Check its permissions, or copy it to a folder of your own.",
        ) from None


def check_size(size: int, most: int) -> None:
    """Refuse a file of more bytes than the limit."""
    if size > most:
        raise Unreadable(
            "file.too_large",
            f"the file has {size // 1024**2:,} MB; the limit is {most // 1024**2:,} MB",
            "Split it by year or by table, or send Parquet.",
        )


def format_of(path: Path, formats: tuple[FileFormat, ...]) -> FileFormat:
    """The format to read a file as; refuses one that the feed does not take."""
    kind = kind_of(path)
    promised = NAMES.get(path.suffix.lower())
    if kind in _REMEDIES:
        raise Unreadable(
            "file.kind", f"this is {kind}, which Kith cannot read", _REMEDIES[kind]
        )
    if promised is not None and promised is not kind:
        raise Unreadable(
            "file.kind",
            f"the name ends in {path.suffix.lower()}, but this is {kind}",
            "Export it again, or give it the ending of what it is.",
        )
    format_ = READ_AS.get(kind)
    if format_ is None or format_ not in formats:
        raise Unreadable(
            "file.format",
            f"this is {kind}, which this feed does not take",
            f"Send one of: {', '.join(formats)}.",
        )
    return format_
