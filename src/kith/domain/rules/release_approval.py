"""Who lets a table out, and what a group has to be for its chair to do so.

Source: local practice; no guidance names who approves a partnership's figures. A
delegated safeguarding partner does, and whoever chairs the group that assures quality.
"""

from __future__ import annotations


_OF_QUALITY = ("quality assurance", "quality and assurance")


def assures_quality(name: str) -> bool:
    """Whether a group of this name is the one that assures quality.

    Names differ between partnerships; what they share is these two words.
    """
    plain = " ".join(name.casefold().replace("&", "and").split())
    return any(words in plain for words in _OF_QUALITY)
