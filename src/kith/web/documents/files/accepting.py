"""Decides whether a file may be kept: by its size, its content and the scanner.

In: bytes. Out: what they are. What can go wrong: a sentence for whoever sent the file.
The name somebody's machine gave the file is never asked.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import puremagic
from django.conf import settings

from kith.web.documents.files import office, pictures, plain
from kith.web.documents.files.clamd import scanned
from kith.web.documents.files.portable import why_not_pdf
from kith.web.documents.files.refusing import NotAcceptedError
from kith.web.documents.models import FileKind, Scan


if TYPE_CHECKING:
    from collections.abc import Callable


__all__ = ["Accepted", "NotAcceptedError", "accepted"]

MEGABYTE = 1024 * 1024
_HEAD = 64 * 1024
_EXECUTABLE = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xfe\xed\xfa")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ALLOWED = "a PDF, Word, Excel, PowerPoint, ODT, CSV or text file, or a PNG or JPEG"
EXTENSIONS = {
    FileKind.PDF: ".pdf",
    FileKind.DOCX: ".docx",
    FileKind.XLSX: ".xlsx",
    FileKind.PPTX: ".pptx",
    FileKind.ODT: ".odt",
    FileKind.CSV: ".csv",
    FileKind.TXT: ".txt",
    FileKind.PNG: ".png",
    FileKind.JPEG: ".jpg",
}
"""What a downloaded file is called at its end."""

_LOOKS: dict[FileKind, frozenset[str]] = {
    FileKind.PDF: frozenset({".pdf"}),
    FileKind.DOCX: frozenset({".docx", ".zip"}),
    FileKind.XLSX: frozenset({".xlsx", ".zip"}),
    FileKind.PPTX: frozenset({".pptx", ".zip"}),
    FileKind.ODT: frozenset({".odt", ".zip"}),
    FileKind.PNG: frozenset({".png"}),
    FileKind.JPEG: frozenset({".jpg", ".jpeg", ".jfif", ".jpe"}),
}


@dataclass(frozen=True, repr=False)
class Accepted:
    """A file that may be kept. Its content is never shown in an error."""

    content: bytes
    kind: FileKind
    sha256: str
    scan: Scan
    scanned_with: str

    @property
    def size(self) -> int:
        """How many bytes."""
        return len(self.content)


def accepted(content: bytes) -> Accepted:
    """The file, as what its content says it is.

    Raises:
        NotAcceptedError: it may not be kept, with the sentence that says why.
    """
    _refuse_size(content)
    kind = kind_of(content)
    verdict = scanned(content)
    if verdict.found:
        raise NotAcceptedError(
            "The virus scanner found something in this file. It was not kept. "
            "Tell your organisation's IT service."
        )
    return Accepted(
        content=content,
        kind=kind,
        sha256=hashlib.sha256(content).hexdigest(),
        scan=Scan.CLEAN if verdict.was_scanned else Scan.NOT_SCANNED,
        scanned_with=verdict.scanner,
    )


def largest() -> int:
    """The most bytes that a file may have."""
    return int(settings.KITH_FILE_MEGABYTES) * MEGABYTE


def _refuse_size(content: bytes) -> None:
    if not content:
        raise NotAcceptedError("The file is empty. Choose another")
    if len(content) > largest():
        raise NotAcceptedError(
            f"The file must be smaller than {settings.KITH_FILE_MEGABYTES} MB"
        )


def kind_of(content: bytes) -> FileKind:
    """What the content is, opened and looked through.

    Raises:
        NotAcceptedError: it is none of the kinds, or is one that could do harm.
    """
    if content.startswith(_EXECUTABLE):
        raise NotAcceptedError("The file is a program, and programs are not kept here")
    if content.startswith(_OLD_OFFICE):
        raise NotAcceptedError(
            "The file is in an old Office format, or locked with a password. Save it "
            "as a .docx, .xlsx or .pptx file without a password, or as a PDF"
        )
    kind = _opened(content)
    looks = _LOOKS.get(kind)
    if looks and not looks & _named_by_magic(content):
        raise NotAcceptedError(f"The file must be {ALLOWED}")
    return kind


def _opened(content: bytes) -> FileKind:
    readers: tuple[tuple[bytes, Callable[[bytes], FileKind]], ...] = (
        (b"%PDF-", _pdf),
        (b"PK\x03\x04", office.kind_of),
        (b"\x89PNG\r\n\x1a\n", pictures.png),
        (b"\xff\xd8\xff", pictures.jpeg),
    )
    for start, read in readers:
        if content.startswith(start):
            return read(content)
    found = plain.kind_of(content)
    if found is None:
        raise NotAcceptedError(f"The file must be {ALLOWED}")
    return found


def _pdf(content: bytes) -> FileKind:
    why_not = why_not_pdf(content)
    if why_not:
        raise NotAcceptedError(why_not)
    return FileKind.PDF


def _named_by_magic(content: bytes) -> frozenset[str]:
    """The endings that a second opinion gives the content."""
    try:
        found = puremagic.magic_string(content[:_HEAD])
    except (puremagic.PureError, ValueError):
        return frozenset()
    return frozenset(str(one.extension) for one in found)
