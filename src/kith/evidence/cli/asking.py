"""Options that ``kith evidence figures`` and ``rows`` share, and their refusals."""

from __future__ import annotations

import difflib
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kith.domain.vocabulary.periods import Period, PeriodError, is_of_our_time
from kith.evidence.measures import DEFINITIONS
from kith.evidence.store.errors import StoreError
from kith.evidence.store.fact_store import open_store


if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence
    from datetime import date

    from kith.evidence.store.fact_store import FactStore


DONE, STOPPED, WRONG_USAGE = 0, 1, 2


class UsageError(ValueError):
    """What was asked cannot be answered; the message is the line to show."""


def add_period(parser: argparse.ArgumentParser) -> None:
    """``--from`` and ``--to``: both days are in the period."""
    parser.add_argument("--from", dest="first", required=True, metavar="DATE")
    parser.add_argument(
        "--to", dest="last", required=True, metavar="DATE", help="last day, included"
    )


def period_of(args: argparse.Namespace) -> Period:
    """The period asked for.

    Raises:
        UsageError: a date is not one, or the period ends before it starts.
    """
    try:
        return Period(_day(args.first, "--from"), _day(args.last, "--to"))
    except PeriodError as error:
        raise UsageError(str(error)) from None


def store_of(args: argparse.Namespace) -> FactStore:
    """The store asked of.

    Raises:
        UsageError: there is no store there.
    """
    try:
        return open_store(Path(args.store))
    except StoreError as error:
        raise UsageError(str(error)) from None


def check_measures(codes: Iterable[str]) -> None:
    """Each code is a measure's or an indicator's.

    Raises:
        UsageError: one is neither; near matches are named.
    """
    for code in codes:
        _check(code, DEFINITIONS, "measure")


def check_areas(areas: Iterable[str], store: FactStore) -> None:
    """Each area is one that the store holds.

    Raises:
        UsageError: one is not; near matches are named.
    """
    for area in areas:
        _check(area, store.partnership.area_codes, "area of this store")


def check_dimensions(by: Iterable[str], dimensions: Iterable[str]) -> None:
    """Each name is a breakdown.

    Raises:
        UsageError: one is not; near matches are named.
    """
    for name in by:
        _check(name, dimensions, "breakdown")


def words_of(given: Sequence[Sequence[str]] | None) -> list[str]:
    """The words of an option given once or often, each with one word or several."""
    words = [word for part in given or () for text in part for word in text.split(",")]
    return list(dict.fromkeys(words))


def complain(message: str) -> None:
    """One line on standard error."""
    sys.stderr.write(message.rstrip() + "\n")


def _day(text: str, option: str) -> date:
    try:
        day = datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC).date()
    except ValueError:
        raise UsageError(
            f"{option} {text!r} is not a date; write it as 2020-12-31"
        ) from None
    if not is_of_our_time(day):
        raise UsageError(f"{option} {text!r} lies outside the years 1900 to 2199")
    return day


def _check(word: str, known: Iterable[str], what: str) -> None:
    known = list(known)
    if word in known:
        return
    near = difflib.get_close_matches(word, known, n=3, cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}?" if near else _some(known)
    raise UsageError(f"there is no {what} '{word}'; {hint}")


def _some(known: list[str]) -> str:
    shown = ", ".join(known[:8])
    return f"there are {shown}" + (" and more" if len(known) > 8 else "")
