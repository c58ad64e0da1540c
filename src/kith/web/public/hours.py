"""Which number is open: the partnership's lines and their hours.

The daytime line keeps office hours on working days; at every other time the out of
hours line is open. Where the calendar of bank holidays has run out, or the lines are
not known, nothing is claimed.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from kith.domain.rules.working_days import CalendarHasRunOut, is_working_day
from kith.domain.vocabulary.moments import LONDON, london_day


if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


CHECKED_WITHIN = timedelta(days=365)


class ContactsError(ValueError):
    """The file of numbers cannot be read; the message says why."""


@dataclass(frozen=True)
class Line:
    """A telephone number, and its hours on a working day where it keeps any."""

    name: str
    number: str
    opens: time | None = None
    closes: time | None = None

    @property
    def dialled(self) -> str:
        """The number without its spaces."""
        return self.number.replace(" ", "")


@dataclass(frozen=True)
class Contacts:
    """The numbers of one partnership, with the day somebody last rang them."""

    partnership: str
    area: str
    last_checked: date
    daytime: Line
    out_of_hours: Line
    text_number: str
    text_keyword: str

    def is_checked_lately(self, at: datetime) -> bool:
        """Whether somebody rang the numbers within a year of this moment."""
        return london_day(at) - self.last_checked <= CHECKED_WITHIN


@dataclass(frozen=True)
class OpenNow:
    """The line that is open at a moment, and until when; None where not known."""

    line: Line
    until: datetime | None


def open_now(contacts: Contacts, at: datetime) -> OpenNow | None:
    """The line to ring at this moment; None where that cannot be said.

    Hours are those of the clock on the wall in London: at 09:00 the daytime line
    is open, at 17:00 it is not.
    """
    here = at.astimezone(LONDON)
    try:
        shift = _daytime_of(contacts.daytime, here.date())
        if shift and shift[0] <= here < shift[1]:
            return OpenNow(contacts.daytime, shift[1])
        return OpenNow(contacts.out_of_hours, _next_opening(contacts.daytime, here))
    except CalendarHasRunOut:
        return None


def _daytime_of(line: Line, day: date) -> tuple[datetime, datetime] | None:
    if line.opens is None or line.closes is None or not is_working_day(day):
        return None
    return (
        datetime.combine(day, line.opens, tzinfo=LONDON),
        datetime.combine(day, line.closes, tzinfo=LONDON),
    )


def _next_opening(line: Line, here: datetime) -> datetime | None:
    # No run of bank holidays and weekends is as long as this.
    for offset in range(15):
        try:
            shift = _daytime_of(line, here.date() + timedelta(days=offset))
        except CalendarHasRunOut:
            # Tonight is known to be out of hours; when that ends is not.
            if offset:
                return None
            raise
        if shift and shift[0] > here:
            return shift[0]
    return None


def read_contacts(path: Path) -> Contacts:
    """The numbers that a partnership's file holds.

    Everything is checked here, because a page that fails shows nobody a number.

    Raises:
        ContactsError: there is no such file, or it lacks what a number needs.
    """
    try:
        said = tomllib.loads(path.read_text("utf-8"))
    except OSError as fault:
        raise _error(path, f"cannot be read ({type(fault).__name__})") from fault
    except ValueError as fault:
        raise _error(path, "is not TOML written as UTF-8") from fault
    try:
        return Contacts(
            partnership=_text(said, "partnership"),
            area=_text(said, "area"),
            last_checked=_day(said, "last_checked"),
            daytime=_line(said, "daytime"),
            out_of_hours=_line(said, "out_of_hours"),
            text_number=_text(_part(said, "text"), "number"),
            text_keyword=_text(_part(said, "text"), "keyword"),
        )
    except _WrongWordError as wrong:
        raise _error(path, str(wrong)) from wrong


class _WrongWordError(ValueError):
    """A word of the file is absent or of another kind."""


def _error(path: Path, why: str) -> ContactsError:
    return ContactsError(
        f"the contacts file {path.name} {why}; see docs/how-to/set-contact-numbers.md"
    )


def _part(said: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = said.get(name)
    if not isinstance(part, dict):
        raise _WrongWordError(f"has no [{name}]")
    return part


def _text(said: Mapping[str, Any], key: str) -> str:
    value = said.get(key)
    if not isinstance(value, str) or not value.strip():
        raise _WrongWordError(f"has no '{key}' in quotes")
    return value.strip()


def _day(said: Mapping[str, Any], key: str) -> date:
    value = said.get(key)
    if not isinstance(value, date) or isinstance(value, datetime):
        raise _WrongWordError(f"has no '{key}' written as 2021-01-15, without quotes")
    return value


def _line(said: Mapping[str, Any], name: str) -> Line:
    part = _part(said, name)
    opens, closes = _hour(part, "opens", name), _hour(part, "closes", name)
    if (opens is None) != (closes is None) or (opens and closes and closes <= opens):
        raise _WrongWordError(f"has hours in [{name}] that never open, or never close")
    return Line(_text(part, "name"), _text(part, "number"), opens, closes)


def _hour(part: Mapping[str, Any], key: str, name: str) -> time | None:
    value = part.get(key)
    if value is None or isinstance(value, time):
        return value
    raise _WrongWordError(f"has no '{key}' in [{name}] written as 09:00:00")
