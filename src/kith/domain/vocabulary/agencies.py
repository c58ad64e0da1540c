"""Agencies: who sends a return. A code is a plain slug; any is well formed."""

from __future__ import annotations

import re


WELL_KNOWN = {
    "council": "The council",
    "police": "The police",
    "health": "Health",
    "schools": "Schools",
    "ons": "Office for National Statistics",
    "platform": "This platform",
}


def agency_code(name: str) -> str:
    """The code of a named agency: ``Avon and Somerset Police`` →
    ``avon-and-somerset-police``."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
