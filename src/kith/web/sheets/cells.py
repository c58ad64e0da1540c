"""What people write in cells, as values: days, standings, steps from 1 to 5."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, time, timedelta
from enum import StrEnum


_MONTHS = {
    name[:3]: number
    for number, name in enumerate(
        [
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ],
        start=1,
    )
}
_NUMBERS = re.compile(r"\b(\d{1,2})[./\- ](\d{1,2})[./\- ](\d{2}|\d{4})\b")
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_NAMED = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th)?\s*(?:of\s+)?[-\s]?([a-z]{3,9})\.?[-,\s]*(\d{4}|\d{2})\b",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"^(?:end(?: of)?\s+|by\s+)*([a-z]{3,9})\.?[-,\s']*(\d{4}|\d{2})$", re.IGNORECASE
)
_SERIAL = re.compile(r"^\d{5}$")
_TIME = re.compile(r"\b(\d{1,2})[:.](\d{2})\s*(am|pm)?\b|\b(\d{1,2})\s*(am|pm)\b", re.I)
# Day 60 of a spreadsheet is a 29 February 1900 that never was; later days are right.
_SERIAL_START = date(1899, 12, 30)
_FIRST_YEAR, _LAST_YEAR = 1990, 2100


class Progress(StrEnum):
    """What a tracker says of an action."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


_DONE = frozenset(
    [
        "done",
        "complete",
        "completed",
        "closed",
        "finished",
        "yes",
        "y",
        "actioned",
        "implemented",
        "achieved",
        "green",
        "blue",
        "discharged",
    ]
)
_DROPPED = frozenset(
    ["cancelled", "canceled", "withdrawn", "superseded", "removed", "duplicate", "void"]
)


def day_of(words: str) -> date | None:
    """A day in any of the shapes that trackers hold, the day before the month.

    A month alone is its last day: what was promised for January is late in February.
    """
    text = words.strip()
    return _iso(text) or _named(text) or _numbers(text) or _month(text) or _serial(text)


def time_of(words: str) -> time | None:
    """A time of day, where one is written."""
    found = _TIME.search(words)
    if found is None:
        return None
    hour = int(found[1] or found[4])
    minute = int(found[2] or 0)
    half = (found[3] or found[5] or "").lower()
    if half == "pm" and hour < 12:
        hour += 12
    return time(hour, minute) if hour < 24 and minute < 60 else None


def progress_of(words: str) -> Progress:
    """Where an action stands; whatever is not surely over is still open."""
    said = re.findall(r"[a-z]+|100 ?%|✓|✔", words.casefold())
    if "not" in said or "incomplete" in said:
        return Progress.OPEN
    if any(one in _DROPPED for one in said):
        return Progress.DROPPED
    if any(one in _DONE or one in {"✓", "✔"} or one[:3] == "100" for one in said):
        return Progress.DONE
    return Progress.OPEN


def step_of(words: str, scale: dict[int, str]) -> int | None:
    """A step from 1 to 5: its number, or its word on the scale."""
    number = re.search(r"\d+", words)
    if number is not None:
        step = int(number.group())
        return step if step in scale else None
    said = words.casefold().strip()
    named = {name.casefold(): step for step, name in scale.items()}
    named |= {"very low": 1, "low": 2, "medium": 3, "high": 4, "very high": 5}
    return named.get(said)


def _made(year: str | int, month: int, day: int) -> date | None:
    whole = int(year) + (2000 if int(year) < 100 else 0)
    try:
        found = date(whole, month, day)
    except ValueError:
        return None
    return found if _FIRST_YEAR <= whole <= _LAST_YEAR else None


def _iso(text: str) -> date | None:
    found = _ISO.search(text)
    return _made(found[1], int(found[2]), int(found[3])) if found else None


def _numbers(text: str) -> date | None:
    found = _NUMBERS.search(text)
    return _made(found[3], int(found[2]), int(found[1])) if found else None


def _named(text: str) -> date | None:
    found = _NAMED.search(text)
    month = _MONTHS.get(found[2][:3].lower()) if found else None
    return _made(found[3], month, int(found[1])) if found and month else None


def _month(text: str) -> date | None:
    found = _MONTH.match(text)
    month = _MONTHS.get(found[1][:3].lower()) if found else None
    if found is None or month is None:
        return None
    year = int(found[2]) + (2000 if len(found[2]) == 2 else 0)
    return _made(year, month, monthrange(year, month)[1])


def _serial(text: str) -> date | None:
    if not _SERIAL.match(text):
        return None
    found = _SERIAL_START + timedelta(days=int(text))
    return found if _FIRST_YEAR <= found.year <= _LAST_YEAR else None
