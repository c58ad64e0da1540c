"""What waits, by when: today and overdue, this week, later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from kith.domain.vocabulary.moments import say_moment
from kith.domain.vocabulary.periods import say_day


if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kith.web.home.noun import Need, RunningClock, Upcoming
    from kith.web.home.queries import Waiting


@dataclass(frozen=True)
class NeedLine:
    """One thing that waits, as home shows it."""

    what: str
    url: str
    where: str
    why: str
    due: str
    is_late: bool


@dataclass(frozen=True)
class Span:
    """What waits for one stretch of time."""

    name: str
    anchor: str
    lines: tuple[NeedLine, ...]


@dataclass(frozen=True)
class SideLine:
    """One line at the side."""

    what: str
    url: str
    when: str
    note: str
    is_late: bool = False


def spans(waiting: Waiting, *, today: date) -> list[Span]:
    """What waits in its three stretches; a stretch with nothing in it is left out."""
    sunday = today + timedelta(days=6 - today.weekday())
    now = [one for one in waiting.needs if one.due and one.due <= today]
    soon = [one for one in waiting.needs if one.due and today < one.due <= sunday]
    later = [one for one in waiting.needs if one.due is None or one.due > sunday]
    named = (
        ("Today and overdue", "today", now),
        ("This week", "this-week", soon),
        ("Later", "later", later),
    )
    return [
        Span(name, anchor, tuple(_line(one, today) for one in found))
        for name, anchor, found in named
        if found
    ]


def _line(need: Need, today: date) -> NeedLine:
    return NeedLine(
        what=need.what,
        url=need.url,
        where=", ".join(one for one in (need.body, need.area) if one),
        why=need.why,
        due=say_day(need.due) if need.due else "No day is set",
        is_late=need.due is not None and need.due < today,
    )


def sentence(waiting: Waiting, *, today: date) -> str:
    """How much waits, in one sentence."""
    count = len(waiting.needs)
    if not count:
        return ""
    late = sum(1 for one in waiting.needs if one.due and one.due < today)
    things = "1 thing waits" if count == 1 else f"{count} things wait"
    if not late:
        return f"{things} for you; nothing is overdue."
    return f"{things} for you; {late} {'is' if late == 1 else 'are'} overdue."


def unasked_words(*names: Iterable[str]) -> str:
    """Which parts could not be asked, in words; empty where all answered."""
    failed = sorted({one.replace("_", " ") for some in names for one in some})
    return ", ".join(failed)


def meeting_lines(meetings: Iterable[Upcoming]) -> list[SideLine]:
    """The next meetings."""
    return [
        SideLine(one.what, one.url, say_moment(one.at), one.where) for one in meetings
    ]


def clock_lines(clocks: Iterable[RunningClock], *, today: date) -> list[SideLine]:
    """The clocks that run, and how long each still has."""
    return [
        SideLine(one.what, one.url, _left(one.due, today), one.source, one.due < today)
        for one in clocks
    ]


def _left(due: date, today: date) -> str:
    days = (due - today).days
    if days < 0:
        late = "1 day" if days == -1 else f"{-days} days"
        return f"Due {say_day(due)}, {late} ago"
    if days == 0:
        return "Due today"
    left = "1 day" if days == 1 else f"{days} days"
    return f"Due {say_day(due)}, in {left}"
