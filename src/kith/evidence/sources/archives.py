"""A workbook's zip archive, looked into before any reader opens it."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from kith.evidence.sources.guards import check_size
from kith.evidence.sources.unreadable import Unreadable


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kith.evidence.sources.limits import Limits


_BLOCK = 1024 * 1024
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_OTHER_BOOKS = ("xl/workbook.bin", "content.xml", "word/document.xml")


@dataclass(frozen=True)
class Archive:
    """What the archive says of itself: each sheet's part, and how days count."""

    path: Path
    parts: dict[str, str]
    days_from_1904: bool

    def blocks(self, sheet: str) -> Iterator[bytes]:
        """The sheet's XML, a block at a time."""
        part = self.parts.get(sheet)
        if part is None:
            return
        with zipfile.ZipFile(self.path) as archive, archive.open(part) as file:
            while block := file.read(_BLOCK):
                yield block


def open_archive(path: Path, limits: Limits) -> Archive:
    """The archive of a workbook, once its sizes have been found honest and fair."""
    try:
        with zipfile.ZipFile(path) as archive:
            _check_members(archive, limits)
            _check_contents(archive)
            return _described(path, archive)
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, KeyError):
        raise _damaged() from None
    except etree.XMLSyntaxError:
        raise _damaged() from None


def _check_members(archive: zipfile.ZipFile, limits: Limits) -> None:
    members = archive.infolist()
    names = {member.filename for member in members}
    if "xl/workbook.xml" not in names:
        book = any(name in names for name in _OTHER_BOOKS)
        raise Unreadable(
            "file.kind",
            "this is an office document of another kind, not an .xlsx workbook"
            if book
            else "this is an archive, not a workbook",
            "Save it as .xlsx." if book else "Unpack it and give the files inside.",
        )
    if any(member.flag_bits & 1 for member in members):
        raise Unreadable(
            "file.kind",
            "the archive is password-protected",
            "Take the password off and send it by a secure route.",
        )
    if len(members) > limits.archive_members or len(names) < len(members):
        raise _bomb("it holds too many parts, or one part twice")
    for member in members:
        ratio = member.file_size / max(member.compress_size, 1)
        if member.file_size > limits.ratio_applies_from and (
            ratio > limits.unpacked_ratio
        ):
            raise _bomb(f"one part unpacks to {ratio:,.0f} times its size")
    total = sum(member.file_size for member in members)
    if total > limits.unpacked_bytes:
        raise _bomb(f"it unpacks to {total // 1024**2:,} MB")


def _check_contents(archive: zipfile.ZipFile) -> None:
    """Unpack every part once: a part that is not what the directory says is refused.

    zipfile gives no more than the declared size and then compares the checksum, so
    a part that lies about its size cannot reach the workbook's own reader.
    """
    for member in archive.infolist():
        with archive.open(member) as file:
            while file.read(_BLOCK):
                pass


def _described(path: Path, archive: zipfile.ZipFile) -> Archive:
    book = _xml(archive, "xl/workbook.xml")
    relations = _xml(archive, "xl/_rels/workbook.xml.rels")
    targets = {node.get("Id"): node.get("Target", "") for node in relations}
    parts = {}
    for node in book.iter(f"{_MAIN}sheet"):
        target = targets.get(node.get(_RELATION), "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if part in archive.namelist():
            parts[node.get("name", "")] = part
    properties = book.find(f"{_MAIN}workbookPr")
    date_1904 = "" if properties is None else properties.get("date1904", "")
    return Archive(path, parts, date_1904 in {"1", "true"})


def _xml(archive: zipfile.ZipFile, name: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    return etree.fromstring(archive.read(name), parser)


def check_workbook_size(path: Path, limits: Limits) -> None:
    """Refuse a workbook of more bytes than the limit for workbooks."""
    check_size(path.stat().st_size, limits.workbook_bytes)


def _damaged() -> Unreadable:
    return Unreadable(
        "file.damaged",
        "the workbook is damaged or incomplete",
        "Open it in Excel, save it again, and send that.",
    )


def _bomb(why: str) -> Unreadable:
    return Unreadable(
        "file.unpacks_too_large",
        f"the workbook was not opened: {why}",
        "Ask who sent it; if it is real, send the data as CSV or Parquet.",
    )
