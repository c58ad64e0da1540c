"""How a text file's bytes spell letters."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.evidence.sources.unreadable import Unreadable


if TYPE_CHECKING:
    from pathlib import Path


_BLOCK = 1024 * 1024

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True)
class Encoding:
    """A codec and its name for people."""

    codec: str
    label: str
    is_usual: bool = False


def encoding_of(path: Path) -> Encoding:
    """The encoding of a text file: by its mark, else UTF-8, else Windows-1252.

    The whole file is decoded once to be sure: a letter that fails at the end would
    otherwise stop the reading half-way.
    """
    with path.open("rb") as file:
        head = file.read(400)
    for mark, codec in _MARKS:
        if head.startswith(mark):
            return _checked(
                path, Encoding(codec, _label(codec), is_usual=codec == "utf-8-sig")
            )
    if b"\x00" in head:
        codec = "utf-16-be" if head[0] == 0 else "utf-16-le"
        return _checked(path, Encoding(codec, "UTF-16 without its mark"))
    if _decodes(path, "utf-8"):
        return Encoding("utf-8", "UTF-8", is_usual=True)
    return _checked(path, Encoding("cp1252", "Windows-1252"))


def _label(codec: str) -> str:
    return codec.upper().replace("-SIG", "")


def _checked(path: Path, encoding: Encoding) -> Encoding:
    if _decodes(path, encoding.codec):
        return encoding
    raise Unreadable(
        "file.encoding",
        "the letters are spelled in no encoding Kith knows (UTF-8, UTF-16, "
        "Windows-1252)",
        "Save it as CSV UTF-8.",
    )


def _decodes(path: Path, codec: str) -> bool:
    decoder = codecs.getincrementaldecoder(codec)(errors="strict")
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                decoder.decode(block)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
