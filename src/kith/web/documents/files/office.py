"""Office files: packed folders, looked through before anything opens them.

A packed file can unfold to more than a machine holds, point outside itself, or carry
macros, programs and outside entities. Each is refused by name.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from kith.web.documents.files.refusing import NotAcceptedError
from kith.web.documents.models import FileKind


if TYPE_CHECKING:
    from collections.abc import Iterable


MOST_PARTS = 5_000
MOST_UNFOLDED = 200 * 1024 * 1024
MOST_OF_ONE_PART = 60 * 1024 * 1024
MOST_TIMES_LARGER = 200
_SMALL = 1024 * 1024
_LOCKED = 0x1

MAIN_TYPES = {
    FileKind.DOCX: b"wordprocessingml.document.main+xml",
    FileKind.XLSX: b"spreadsheetml.sheet.main+xml",
    FileKind.PPTX: b"presentationml.presentation.main+xml",
}
_MAIN_PARTS = {
    FileKind.DOCX: "word/document.xml",
    FileKind.XLSX: "xl/workbook.xml",
    FileKind.PPTX: "ppt/presentation.xml",
}
_ODT = b"application/vnd.oasis.opendocument.text"
_MACRO_NAMES = ("vbaproject", "vbadata", "activex", "macrosheets", "xlmacro")
_MACRO_FOLDERS = ("basic/", "scripts/", "object ")
_PROGRAMS = (
    *(".exe", ".dll", ".js", ".vbs", ".bat", ".cmd", ".ps1", ".scr", ".com"),
    *(".jar", ".msi", ".hta", ".lnk", ".sh", ".jse", ".wsf"),
)
_OLE = ("oleobject",)
_PACKED = (".docx", ".xlsx", ".pptx", ".docm", ".xlsm", ".zip")
_MARK_UP = (".xml", ".rels", ".vml")

BROKEN = "The file is damaged and cannot be opened. Save it again and send it anew"
MACROS = "The file holds macros. Save it without them, or as a PDF"
PROGRAM = "The file holds a program or another file inside it. Take it out first"
BOMB = "The file unfolds to more than can be opened safely"
ENTITIES = "The file calls for content from outside itself, which is not allowed"
LOCKED = "The file is locked with a password. Save it without one"


def kind_of(content: bytes, *, is_inside: bool = False) -> FileKind:
    """Which office file it is.

    Raises:
        NotAcceptedError: it is none, is damaged, or could do harm.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            _refuse_shape(packed.infolist())
            kind = _named_inside(packed)
            _refuse_parts(packed, is_inside=is_inside)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError) as broken:
        raise NotAcceptedError(BROKEN) from broken
    except (RuntimeError, ValueError) as locked:
        raise NotAcceptedError(BROKEN) from locked
    return kind


def _refuse_shape(parts: list[zipfile.ZipInfo]) -> None:
    """By the table of contents alone, before anything is unfolded."""
    names = [part.filename for part in parts]
    if len(parts) > MOST_PARTS or len(set(names)) != len(names):
        raise NotAcceptedError(BOMB)
    if sum(part.file_size for part in parts) > MOST_UNFOLDED:
        raise NotAcceptedError(BOMB)
    for part in parts:
        if part.flag_bits & _LOCKED:
            raise NotAcceptedError(LOCKED)
        if part.filename.startswith("/") or ".." in part.filename.split("/"):
            raise NotAcceptedError(BROKEN)
        larger = part.file_size / max(part.compress_size, 1)
        is_bomb = part.file_size > _SMALL and larger > MOST_TIMES_LARGER
        if is_bomb or part.file_size > MOST_OF_ONE_PART:
            raise NotAcceptedError(BOMB)


def _named_inside(packed: zipfile.ZipFile) -> FileKind:
    names = set(packed.namelist())
    if "mimetype" in names and packed.read("mimetype").strip() == _ODT:
        if b"encryption-data" in _read(packed, "META-INF/manifest.xml"):
            raise NotAcceptedError(LOCKED)
        if "content.xml" in names:
            return FileKind.ODT
    types = _read(packed, "[Content_Types].xml")
    if b"macroEnabled" in types:
        raise NotAcceptedError(MACROS)
    for kind, main in MAIN_TYPES.items():
        if main in types and _MAIN_PARTS[kind] in names:
            return kind
    raise NotAcceptedError(
        "The file is a packed folder that is no Word, Excel, PowerPoint or ODT file"
    )


def _read(packed: zipfile.ZipFile, name: str) -> bytes:
    return packed.read(name) if name in packed.namelist() else b""


def _refuse_parts(packed: zipfile.ZipFile, *, is_inside: bool) -> None:
    for name in packed.namelist():
        said = name.lower()
        last = said.rsplit("/", 1)[-1]
        if _has(said, _MACRO_NAMES) or said.startswith(_MACRO_FOLDERS):
            raise NotAcceptedError(MACROS)
        if last.endswith(_PROGRAMS) or _has(last, _OLE):
            raise NotAcceptedError(PROGRAM)
        if last.endswith(_PACKED):
            # A chart keeps its own small workbook; nothing is packed deeper.
            if is_inside:
                raise NotAcceptedError(PROGRAM)
            kind_of(packed.read(name), is_inside=True)
        if last.endswith(_MARK_UP):
            _refuse_mark_up(packed.read(name))


def _has(said: str, words: Iterable[str]) -> bool:
    return any(word in said for word in words)


def _refuse_mark_up(part: bytes) -> None:
    # Two-byte encodings put a zero beside each letter; no office writer declares a type.
    letters = part.replace(b"\x00", b"").lower()
    if b"<!doctype" in letters or b"<!entity" in letters:
        raise NotAcceptedError(ENTITIES)
