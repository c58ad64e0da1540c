"""PDF files: opened, and looked through for what acts by itself."""

from __future__ import annotations

from io import BytesIO

import pikepdf


MOST_OBJECTS = 300_000
DEEPEST = 20
_ACTS = frozenset({"/JavaScript", "/Launch", "/ImportData", "/SubmitForm"})

LOCKED = "The PDF is locked with a password. Save it without one"
BROKEN = "The PDF is damaged and cannot be opened. Save it again and send it anew"
ACTS = "The PDF holds a script or starts a program. Print it to a new PDF and send that"
FILES = "The PDF holds other files inside it. Send them one by one"
TOO_MANY = "The PDF has too many parts to be opened safely"


def why_not_pdf(content: bytes) -> str:
    """Why this PDF may not be kept; empty where it may."""
    try:
        with pikepdf.open(BytesIO(content)) as opened:
            if opened.is_encrypted:
                return LOCKED
            return _why_not_parts(opened)
    except pikepdf.PasswordError:
        return LOCKED
    except (pikepdf.PdfError, ValueError, RecursionError, OSError):
        return BROKEN


def _why_not_parts(opened: pikepdf.Pdf) -> str:
    if len(opened.pages) == 0:
        return BROKEN
    if len(opened.objects) > MOST_OBJECTS:
        return TOO_MANY
    for part in opened.objects:
        why_not = _why_not_part(part)
        if why_not:
            return why_not
    return ""


def _why_not_part(part: object, depth: int = 0) -> str:
    """Whether a part acts by itself; small parts stand inside others."""
    if isinstance(part, pikepdf.Dictionary | pikepdf.Stream):
        why_not = _why_not_entries(part)
        if why_not:
            return why_not
    for one in _inside(part) if depth < DEEPEST else ():
        # What stands under a number of its own is met by itself.
        if isinstance(one, pikepdf.Object) and not one.is_indirect:
            why_not = _why_not_part(one, depth + 1)
            if why_not:
                return why_not
    return ""


def _why_not_entries(part: pikepdf.Object) -> str:
    if str(part.get("/S", "")) in _ACTS or "/JS" in part:
        return ACTS
    if "/EmbeddedFiles" in part or str(part.get("/Type", "")) == "/EmbeddedFile":
        return FILES
    return ""


def _inside(part: object) -> list[object]:
    if isinstance(part, pikepdf.Array):
        return list(part)
    if isinstance(part, pikepdf.Dictionary | pikepdf.Stream):
        return [value for _, value in part.items()]
    return []
