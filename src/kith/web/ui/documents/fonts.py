"""The typeface of documents: the one that the site's pages are set in."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import typst


FACES = Path(__file__).parents[1] / "static" / "built" / "fonts"
FAMILY = "Source Sans 3"
SPARE = "Libertinus Serif"
"""Embedded in Typst: what a document is set in before the site's assets are built."""


@lru_cache(maxsize=1)
def faces() -> typst.Fonts:
    """Our own faces only: the machine's fonts would change the bytes."""
    folders = [str(FACES)] if FACES.is_dir() else []
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=folders
    )


def families() -> tuple[str, ...]:
    """The families to set text in, best first; only those that are there."""
    there = set(faces().families())
    return tuple(name for name in (FAMILY, SPARE) if name in there)
