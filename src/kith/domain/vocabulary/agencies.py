"""Agencies: who sends a return. A code is a plain slug; any is well formed."""

from __future__ import annotations

import re


WELL_KNOWN = {
    "council": "The council",
    "police": "The police",
    "health": "Health",
    "schools": "Schools",
    "youth_justice": "The youth justice service",
    "marac": "The multi-agency risk assessment conference (MARAC)",
    "ons": "Office for National Statistics",
    "platform": "This platform",
}

_SMALL_WORDS = {"and", "of", "the", "for", "in"}
_INITIALS = {"nhs", "icb", "ccg", "bnssg", "cdop"}


def agency_code(name: str) -> str:
    """The code of a named agency: ``Avon and Somerset Police`` →
    ``avon-and-somerset-police``."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def agency_name(code: str) -> str:
    """A code in words, where nobody gave the agency's own name."""
    if code in WELL_KNOWN:
        return WELL_KNOWN[code]
    first, *others = code.split("-")
    return " ".join([_spelt(first, is_first=True), *map(_spelt, others)])


def _spelt(word: str, *, is_first: bool = False) -> str:
    if word in _INITIALS:
        return word.upper()
    if word in _SMALL_WORDS and not is_first:
        return word
    return word[:1].upper() + word[1:]
