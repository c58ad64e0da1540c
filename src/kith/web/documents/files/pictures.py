"""Pictures: walked from their first part to their last, with nothing hung on behind."""

from __future__ import annotations

import struct

from kith.web.documents.files.refusing import NotAcceptedError
from kith.web.documents.models import FileKind


MOST_DOTS = 60_000_000
BROKEN = "The picture is damaged and cannot be opened. Save it again and send it anew"
TOO_LARGE = "The picture has too many dots. Make it smaller"
_SIGNATURE = 8
_FRAME = 12
_FRAMES_WITH_SIZE = (*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC))
_FRAMES_WITH_SIZE += tuple(range(0xCD, 0xD0))
_SCAN = 0xDA
_MARKER = 0xFF


def png(content: bytes) -> FileKind:
    """A PNG.

    Raises:
        NotAcceptedError: it is damaged, too large, or hides something at its end.
    """
    place, last = _SIGNATURE, b""
    wide, high = 0, 0
    while place + _FRAME <= len(content):
        size, name = struct.unpack(">I4s", content[place : place + 8])
        if place == _SIGNATURE:
            if name != b"IHDR":
                raise NotAcceptedError(BROKEN)
            wide, high = struct.unpack(">II", content[place + 8 : place + 16])
        place, last = place + _FRAME + size, name
        if last == b"IEND":
            break
    if last != b"IEND" or place != len(content):
        raise NotAcceptedError(BROKEN)
    _refuse_dots(wide, high)
    return FileKind.PNG


def jpeg(content: bytes) -> FileKind:
    """A JPEG.

    Raises:
        NotAcceptedError: it is damaged or too large.
    """
    if not content.rstrip(b"\x00\r\n").endswith(b"\xff\xd9"):
        raise NotAcceptedError(BROKEN)
    place = 2
    while place + 9 <= len(content) and content[place] == _MARKER:
        kind = content[place + 1]
        if kind == _MARKER:
            place += 1
            continue
        if kind in _FRAMES_WITH_SIZE:
            high, wide = struct.unpack(">HH", content[place + 5 : place + 9])
            _refuse_dots(wide, high)
            return FileKind.JPEG
        if kind == _SCAN:
            break
        place += 2 + int(struct.unpack(">H", content[place + 2 : place + 4])[0])
    raise NotAcceptedError(BROKEN)


def _refuse_dots(wide: int, high: int) -> None:
    if not wide or not high:
        raise NotAcceptedError(BROKEN)
    if wide * high > MOST_DOTS:
        raise NotAcceptedError(TOO_LARGE)
