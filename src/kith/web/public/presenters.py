"""What the public pages say, and the frame that every page stands in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import nh3
from django.conf import settings
from markdown_it import MarkdownIt
from markupsafe import Markup

from kith.domain.vocabulary.moments import LONDON, london_day
from kith.domain.vocabulary.periods import say_day
from kith.web.access.viewer import Viewer
from kith.web.public import queries
from kith.web.public.hours import Contacts, Line, OpenNow, open_now
from kith.web.published import queries as published
from kith.web.published.values import NothingPublishedError


if TYPE_CHECKING:
    from datetime import datetime

    from django.http import HttpRequest

    from kith.contracts.published.edition import Edition


UNNAMED = "Safeguarding children partnership"


def frame(request: HttpRequest) -> dict[str, Any]:
    """What the page's header, banner and footer need; never fails, errors use it."""
    viewer: Viewer = getattr(request, "viewer", None) or Viewer.public()
    standing = published_or_none(viewer)
    return {
        "partnership": partnership_name(viewer, standing),
        "invented": settings.KITH_EXAMPLE
        or (standing is not None and standing.invented),
        "provisional_on": standing.stands_on
        if standing is not None and standing.provisional
        else None,
        "place": request.path,
        "contact_email": settings.KITH_CONTACT_EMAIL,
    }


def published_or_none(viewer: Viewer) -> Edition | None:
    """The published edition; None where nothing is published."""
    try:
        return published.edition(viewer)
    except NothingPublishedError:
        return None


def partnership_name(viewer: Viewer, standing: Edition | None) -> str:
    """The partnership's name, from its edition or from its contact numbers."""
    if standing is not None:
        return standing.partnership
    known = queries.contacts(viewer)
    return known.partnership if known else UNNAMED


@dataclass(frozen=True)
class Ringing:
    """A number to ring as the page shows it."""

    line: Line
    hours: str
    is_open: bool
    until: str


def ringing(contacts: Contacts, at: datetime | None) -> tuple[Ringing, ...]:
    """The two lines, the open one first; without ``at`` nothing is said of now."""
    standing = open_now(contacts, at) if at else None
    lines = (
        (contacts.daytime, _office_hours(contacts.daytime)),
        (
            contacts.out_of_hours,
            "At all other times: evenings, nights, weekends and bank holidays",
        ),
    )
    shown = [
        Ringing(line, hours, _is_open(standing, line), _until(standing, line, at))
        for line, hours in lines
    ]
    return tuple(sorted(shown, key=lambda one: not one.is_open))


def _is_open(standing: OpenNow | None, line: Line) -> bool:
    return standing is not None and standing.line == line


def _office_hours(line: Line) -> str:
    if line.opens is None or line.closes is None:
        return "Monday to Friday, except bank holidays"
    return (
        f"Monday to Friday, {_hour(line.opens.hour, line.opens.minute)} to "
        f"{_hour(line.closes.hour, line.closes.minute)}, except bank holidays"
    )


def _until(standing: OpenNow | None, line: Line, at: datetime | None) -> str:
    if at is None or standing is None or standing.line != line:
        return ""
    if standing.until is None:
        return ""
    ends = standing.until.astimezone(LONDON)
    return (
        f"until {_hour(ends.hour, ends.minute)} {_which_day(ends.date(), at)}".strip()
    )


def _which_day(day: date, at: datetime) -> str:
    ahead = (day - london_day(at)).days
    if ahead in (0, 1):
        return ("today", "tomorrow")[ahead]
    return f"on {day:%A} {say_day(day)}"


def _hour(hour: int, minute: int) -> str:
    """9am, 5pm, 8:30am, as the style of GOV.UK has it."""
    named = f"{hour % 12 or 12}" + (f":{minute:02d}" if minute else "")
    return named + ("am" if hour < 12 else "pm")


def prose(markdown: str) -> Markup:
    """Markdown as safe mark-up: headings, text, lists, tables, links; nothing else."""
    made = MarkdownIt("commonmark", {"html": False}).enable("table").render(markdown)
    # Cleaned after rendering, so that no text of a file can bring mark-up along.
    return Markup(nh3.clean(made, link_rel="noreferrer"))  # noqa: S704 - cleaned here


def day_asked(said: str, today: date) -> date:
    """The day that an address asks for; today where it asks for none that there is."""
    try:
        return date.fromisoformat(said)
    except ValueError:
        return today
