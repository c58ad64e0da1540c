"""``kith clock``: due dates, and the source of each rule."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from datetime import date, datetime
from difflib import get_close_matches
from typing import TYPE_CHECKING

from kith.domain.rules.clocks.due import NoEdition, answers
from kith.domain.rules.clocks.register import CLOCKS
from kith.domain.rules.clocks.saying import (
    answers_as_json,
    answers_as_text,
    clock_as_text,
    list_as_json,
    list_as_text,
    untimed_as_text,
)
from kith.domain.rules.rulebooks import RULEBOOKS, rulebook
from kith.domain.rules.working_days import CalendarHasRunOut
from kith.domain.vocabulary.periods import say_day


if TYPE_CHECKING:
    import argparse
    from collections.abc import Collection

    from kith.domain.rules.clocks.clock import Clock


DONE, WRONG_USAGE = 0, 2

_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2})?", re.ASCII)


class UsageError(ValueError):
    """The words of the command do not make a question; the message says why."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The arguments of ``kith clock``."""
    parser = subparsers.add_parser(
        "clock", help="due dates, and the source of each rule"
    )
    parser.add_argument("name", nargs="?", help="a clock; without one, all are listed")
    parser.add_argument(
        "--from",
        dest="start",
        metavar="DATE",
        help="start of each reading: 2024-07-18, or 2024-07-18T14:30 for hours",
    )
    parser.add_argument(
        "--on",
        metavar="RULEBOOK",
        help="edition to count by, as wt-2018; else the one in force on --from",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(func=run)


def run(args: argparse.Namespace) -> int:
    """Print what was asked; a wrong question is one line and exit code 2."""
    try:
        said = lines(args)
    except UsageError as wrong:
        sys.stderr.write(f"kith clock: {wrong}\n")
        return WRONG_USAGE
    sys.stdout.write("\n".join(said) + "\n")
    return DONE


def lines(args: argparse.Namespace) -> list[str]:
    """The answer to the command, line by line."""
    as_json = args.format == "json"
    if args.on is not None:
        _check_known(args.on, [each.code for each in RULEBOOKS], "rulebook")
    if args.name is None:
        return _listed(args, as_json=as_json)
    _check_known(args.name, list(CLOCKS), "clock")
    stated = _stated_by(args.on, [CLOCKS[args.name]])
    if not stated:
        wrong = f"{args.name} does not belong to {args.on}"
        raise UsageError(_say_editions(CLOCKS[args.name], wrong))
    if args.start is None:
        return [list_as_json(stated)] if as_json else clock_as_text(stated[0])
    return _answered(args, read_start(args.start))


def _listed(args: argparse.Namespace, *, as_json: bool) -> list[str]:
    if args.start is not None:
        raise UsageError("name the clock to start; kith clock lists them all")
    clocks = _stated_by(args.on, CLOCKS.values())
    if as_json:
        return [list_as_json(clocks)]
    if not clocks:
        return [f"No clock is stated by {args.on} itself: {rulebook(args.on).title}."]
    untimed = ["", *untimed_as_text()] if args.on is None else []
    return list_as_text(clocks) + untimed


def read_start(text: str) -> date:
    """A day, or a moment where a time is given; the form is always ISO."""
    try:
        if not _MOMENT.fullmatch(text):
            raise ValueError(text)
        return (
            datetime.fromisoformat(text) if len(text) > 10 else date.fromisoformat(text)
        )
    except ValueError as wrong:
        raise UsageError(
            f"'{text}' is not a date; write it as 2024-07-18, or with a time as "
            "2024-07-18T14:30"
        ) from wrong


def _answered(args: argparse.Namespace, start: date) -> list[str]:
    try:
        found = answers(args.name, start, args.on)
    except NoEdition as none:
        raise UsageError(_say_editions(CLOCKS[args.name], str(none))) from none
    except CalendarHasRunOut as refused:
        raise UsageError(f"{args.name}: {refused}") from refused
    except (OverflowError, ValueError) as beyond:
        raise UsageError(
            f"{args.name} from {start} lies beyond any calendar"
        ) from beyond
    return [answers_as_json(found)] if args.format == "json" else answers_as_text(found)


def _check_known(word: str, known: Collection[str], kind: str) -> None:
    if word in known:
        return
    near = get_close_matches(word, known, n=3, cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}?" if near else "kith clock lists them all"
    raise UsageError(f"there is no {kind} '{word}'; {hint}")


def _stated_by(on: str | None, clocks: Collection[Clock]) -> list[Clock]:
    """The clocks with the readings that an edition states; all without one."""
    if on is None:
        return list(clocks)
    cut = [
        replace(clock, readings=tuple(r for r in clock.readings if on in r.rulebooks))
        for clock in clocks
    ]
    return [clock for clock in cut if clock.readings]


def _say_editions(clock: Clock, wrong: str) -> str:
    stated = {code for reading in clock.readings for code in reading.rulebooks}
    editions = ", ".join(
        f"{each.code} (from {say_day(each.valid_from)})"
        for each in RULEBOOKS
        if each.code in stated
    )
    return f"{wrong}; its rulebooks are {editions}"
