"""Text files: words and nothing else, told from tables of values by their shape."""

from __future__ import annotations

import csv
from io import StringIO

from kith.web.documents.files.refusing import NotAcceptedError
from kith.web.documents.models import FileKind


_LINES_LOOKED_AT = 50
_MARK_UP = ("<!doctype", "<html", "<?xml", "<svg", "<script", "<?php", "{\\rtf")
_KEPT = frozenset("\t\n\r\f")


def kind_of(content: bytes) -> FileKind | None:
    """Plain text or a table of values; None for what is no text.

    Raises:
        NotAcceptedError: it is mark-up, which a browser might run.
    """
    words = _decoded(content)
    if words is None or any(sign < " " and sign not in _KEPT for sign in words):
        return None
    if words.lstrip("\ufeff \t\r\n").lower().startswith(_MARK_UP):
        raise NotAcceptedError(
            "The file is a web page or other mark-up. Save it as a PDF or as plain text"
        )
    return FileKind.CSV if _is_table(words) else FileKind.TXT


def _decoded(content: bytes) -> str | None:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _is_table(words: str) -> bool:
    lines = words.splitlines()[:_LINES_LOOKED_AT]
    try:
        rows = [row for row in csv.reader(StringIO("\n".join(lines))) if row]
    except csv.Error:
        return False
    widths = {len(row) for row in rows}
    return len(rows) > 1 and len(widths) == 1 and widths.pop() > 1
