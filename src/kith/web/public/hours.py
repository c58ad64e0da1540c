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
from zoneinfo import ZoneInfo

from kith.domain.rules.working_days import CalendarHasRunOut, is_working_day


if TYPE_CHECKING:
    from pathlib import Path


LONDON = ZoneInfo("Europe/London")
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
        return at.astimezone(LONDON).date() - self.last_checked <= CHECKED_WITHIN


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

    Raises:
        ContactsError: there is no such file, or it lacks what a number needs.
    """
    try:
        said = tomllib.loads(path.read_text("utf-8"))
        return Contacts(
            partnership=said["partnership"],
            area=said["area"],
            last_checked=said["last_checked"],
            daytime=_line(said["daytime"]),
            out_of_hours=_line(said["out_of_hours"]),
            text_number=said["text"]["number"],
            text_keyword=said["text"]["keyword"],
        )
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError) as fault:
        raise ContactsError(
            f"the contacts file {path.name} lacks {fault}; see "
            "docs/how-to/set-contact-numbers.md"
        ) from fault


def _line(said: dict[str, Any]) -> Line:
    return Line(said["name"], said["number"], said.get("opens"), said.get("closes"))
