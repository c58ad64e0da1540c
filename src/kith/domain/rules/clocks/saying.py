"""Clocks said as text, as JSON and as a reference page."""

from __future__ import annotations

import calendar
import json
import textwrap
from datetime import datetime
from typing import TYPE_CHECKING

from kith.domain.rules.clocks.reference import reference_page
from kith.domain.rules.clocks.register import UNTIMED_DUTIES
from kith.domain.vocabulary.periods import say_day


if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kith.domain.rules.clocks.clock import Clock, Reading
    from kith.domain.rules.clocks.due import ClockAnswer


_WIDTH = 88
_LABEL = 11


def say_weekday(day: date) -> str:
    """Friday 25 October 2024."""
    return f"{calendar.day_name[day.weekday()]} {say_day(day)}"


def answers_as_text(found: list[ClockAnswer]) -> list[str]:
    """Each reading's due date, day 1, rule, source and doubt, as lines."""
    clock = found[0].clock
    lines = [f"{clock.name}: {clock.title}"]
    for answer in found:
        lines += ["", *_answer_lines(answer)]
    return lines


def answers_as_json(found: list[ClockAnswer]) -> str:
    """A list with one object a reading; ``due`` is always an ISO date."""
    return _json([_answer_record(answer) for answer in found])


def list_as_text(clocks: Iterable[Clock]) -> list[str]:
    """Every clock by topic, with the limit of each of its readings."""
    lines: list[str] = []
    topic = ""
    for clock in clocks:
        if clock.topic != topic:
            topic = clock.topic
            lines += [*([""] if lines else []), topic]
        lines += _listed(clock)
    return lines


def untimed_as_text() -> list[str]:
    """The duties whose limit is a word, so that no date can be computed."""
    lines = ["Duties with no number of days, so with no clock"]
    for duty in UNTIMED_DUTIES:
        lines += textwrap.wrap(
            f"{duty.duty}: {duty.when}.",
            _WIDTH,
            initial_indent="  ",
            subsequent_indent="    ",
        )
    return lines


def list_as_json(clocks: Iterable[Clock]) -> str:
    """Every reading as an answer without dates, and the editions that state it."""
    return _json(
        [
            {
                "clock": clock.name,
                "reading": reading.name,
                "from": None,
                "due": None,
                "rule": reading.rule,
                "source": reading.source,
                "certain": not reading.doubt,
                "day_1": None,
                "limit": str(reading.limit),
                "starts": reading.starts,
                "standing": reading.standing.value,
                "pauses": reading.standing.pauses,
                "rulebooks": list(reading.rulebooks),
                "doubt": reading.doubt,
            }
            for clock in clocks
            for reading in clock.readings
        ]
    )


def clock_as_text(clock: Clock) -> list[str]:
    """One clock without a date: its readings, rules, sources and doubts."""
    lines = [f"{clock.name}: {clock.title}"]
    for reading in clock.readings:
        lines += ["", *_reading_lines(reading)]
    return lines


def reference() -> str:
    """The reference page of all clocks, as ``make docs`` writes it."""
    return reference_page()


def _listed(clock: Clock) -> list[str]:
    seen = {(reading.name, reading.limit): reading for reading in clock.readings}
    said = [
        str(reading.limit) + (f" ({reading.name})" if len(seen) > 1 else "")
        for reading in seen.values()
    ]
    names = [clock.name, *[""] * (len(said) - 1)]
    return [f"  {name:<34}{limit}" for name, limit in zip(names, said, strict=True)]


def _answer_lines(answer: ClockAnswer) -> list[str]:
    due, reading = answer.due, answer.reading
    said = f"{due.on.isoformat()}, {say_weekday(due.on)}"
    if due.at:
        said += f" at {due.at:%H:%M}"
    return [
        *_labelled("reading", reading.name),
        *_labelled("from", f"{_say_start(answer.start)}: {reading.starts}"),
        *_labelled("day 1", f"{say_weekday(due.day_1)}, {due.day_1_is}"),
        *_labelled("due", said),
        *_labelled("rule", answer.rule),
        *_labelled("source", f"{answer.source} [{answer.rulebook.code}]"),
        *_labelled("standing", _say_standing(reading)),
        *_labelled("doubt", answer.doubt),
    ]


def _reading_lines(reading: Reading) -> list[str]:
    return [
        *_labelled("reading", reading.name),
        *_labelled("from", reading.starts),
        *_labelled("limit", str(reading.limit)),
        *_labelled("rule", reading.rule),
        *_labelled("source", f"{reading.source} [{', '.join(reading.rulebooks)}]"),
        *_labelled("standing", _say_standing(reading)),
        *_labelled("doubt", reading.doubt),
    ]


def _labelled(label: str, words: str) -> list[str]:
    wrapped = textwrap.wrap(words, _WIDTH - _LABEL)
    return [
        f"  {label if line == 0 else '':<{_LABEL - 2}}{text}"
        for line, text in enumerate(wrapped)
    ]


def _say_start(start: date) -> str:
    time = f" at {start:%H:%M}" if isinstance(start, datetime) else ""
    return say_weekday(start) + time


def _say_standing(reading: Reading) -> str:
    return f"{reading.standing}; {reading.standing.pauses} pause" + (
        "s" if reading.standing.pauses == "never" else ""
    )


def _answer_record(answer: ClockAnswer) -> dict[str, object]:
    due = answer.due
    return {
        "clock": answer.clock.name,
        "reading": answer.reading.name,
        "from": _iso(answer.start),
        "due": due.on.isoformat(),
        "rule": answer.rule,
        "source": answer.source,
        "certain": answer.certain,
        "day_1": due.day_1.isoformat(),
        "day_1_is": due.day_1_is,
        "due_at": _iso(due.at) if due.at else None,
        "starts": answer.reading.starts,
        "rulebook": answer.rulebook.code,
        "standing": answer.reading.standing.value,
        "pauses": answer.reading.standing.pauses,
        "doubt": answer.doubt,
    }


def _iso(moment: date) -> str:
    if isinstance(moment, datetime):
        return moment.isoformat(timespec="minutes")
    return moment.isoformat()


def _json(records: list[dict[str, object]]) -> str:
    return json.dumps(records, indent=2, ensure_ascii=False)
