"""Text → dates and moments, in every way that agencies write them.

Days come before months, as they do in England: 03/04/2020 is 3 April. A moment with
a zone becomes English clock time, which is what every other moment is.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from kith.evidence.quality.readings import Problem, Reading


_ENGLAND = ZoneInfo("Europe/London")

_ISO = re.compile(r"(?P<y>\d{4})([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})")
_ENGLISH = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})")
_WORDS = re.compile(
    r"(?:[a-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)?[- /]([a-z]{3,9})\.?,?[- /](\d{4}|\d{2})",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})")
_SERIAL = re.compile(r"(\d{5})(\.\d+)?")
_TIME = re.compile(
    r"(.*?)(?:T| +)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)? ?(am|pm)?"
    r"(Z|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
_MONTHS = [
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
]

_FIRST_SERIAL, _LAST_SERIAL = 14611, 73415
"""1 January 1940 and 31 December 2100 as Excel's day numbers."""

_EXCEL_DAY_0 = date(1899, 12, 30)
_DAYS_TO_1904 = 1462

TWO_DIGIT_PIVOT = 50
"""Years 00 to 49 are read as 2000 to 2049, 50 to 99 as 1950 to 1999."""


def read_date(text: str, *, days_from_1904: bool = False) -> Reading[date]:
    """The day that a text names; a time of day beside it is left out."""
    moment = read_moment(text, days_from_1904=days_from_1904)
    problem = None if moment.problem is Problem.NO_TIME else moment.problem
    value = None if moment.value is None else moment.value.date()
    return Reading(value, problem)


def read_moment(text: str, *, days_from_1904: bool = False) -> Reading[datetime]:
    """The moment that a text names, to the second; midnight where it has no time."""
    day_text, clock = text, None
    timed = _TIME.fullmatch(text)
    if timed:
        day_text, clock = timed[1], _clock(timed)
        if clock is None:
            return Reading(None, Problem.IMPOSSIBLE_TIME)
    day, problem = _day(day_text, days_from_1904=days_from_1904)
    if day is None:
        return Reading(None, problem)
    if clock is None:
        return _without_clock(text, day, problem)
    moment = datetime.combine(day, clock)
    return Reading(_in_england(moment, timed[6] if timed else None), problem)


def _without_clock(text: str, day: date, problem: Problem | None) -> Reading[datetime]:
    serial = _SERIAL.fullmatch(text)
    midnight = datetime.combine(day, time())
    if serial and serial[2]:
        seconds = round(float(serial[2]) * 86400)
        return Reading(midnight + timedelta(seconds=seconds), problem)
    return Reading(midnight, problem or Problem.NO_TIME)


@lru_cache(maxsize=50_000)
def _day(text: str, *, days_from_1904: bool) -> tuple[date | None, Problem | None]:
    iso = _ISO.fullmatch(text) or _COMPACT.fullmatch(text)
    if iso:
        return _real(int(iso["y"]), int(iso["m"]), int(iso["d"]))
    english = _ENGLISH.fullmatch(text)
    if english:
        return _dated(english[4], int(english[3]), int(english[1]))
    words = _WORDS.fullmatch(text)
    if words and words[2][:3].lower() in _MONTHS:
        return _dated(words[3], _MONTHS.index(words[2][:3].lower()) + 1, int(words[1]))
    serial = _SERIAL.fullmatch(text)
    if serial and _FIRST_SERIAL <= int(serial[1]) <= _LAST_SERIAL:
        days = int(serial[1]) + (_DAYS_TO_1904 if days_from_1904 else 0)
        return _EXCEL_DAY_0 + timedelta(days=days), Problem.DAY_NUMBER
    number = re.fullmatch(r"-?\d+(\.\d+)?", text)
    return None, Problem.NUMBER_FOR_DATE if number else Problem.TEXT_FOR_DATE


def _dated(year: str, month: int, day: int) -> tuple[date | None, Problem | None]:
    if len(year) == 4:
        return _real(int(year), month, day)
    short = int(year)
    value, problem = _real(
        short + (2000 if short < TWO_DIGIT_PIVOT else 1900), month, day
    )
    return value, problem or Problem.TWO_DIGIT_YEAR


def _real(year: int, month: int, day: int) -> tuple[date | None, Problem | None]:
    try:
        return date(year, month, day), None
    except ValueError:
        return None, Problem.IMPOSSIBLE_DATE


def _clock(match: re.Match[str]) -> time | None:
    hour, minute, second = int(match[2]), int(match[3]), int(match[4] or 0)
    half = (match[5] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    try:
        return time(hour, minute, second)
    except ValueError:
        return None


def _in_england(moment: datetime, zone: str | None) -> datetime:
    if not zone:
        return moment
    told = datetime.fromisoformat(moment.isoformat() + zone.upper())
    return told.astimezone(_ENGLAND).replace(tzinfo=None)
