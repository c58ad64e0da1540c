"""A locked return as the engine reads it: a folder with its files and `return.toml`.

Written beside its place and moved there in one step, so that a build sees the whole of it
or nothing. A restatement is a new folder; the engine tells which is later.
"""

from __future__ import annotations

import csv
import io
import os
import shutil
import tomllib
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from kith.contracts.feeds import FEEDS
from kith.domain.vocabulary.toml_text import toml_text


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from kith.domain.vocabulary.periods import Period


FIGURES = "figures.csv"
_HEAD = "return.toml"
_FIGURE_COLUMNS = (
    "measure",
    "area",
    "from",
    "to",
    "agency",
    "numerator",
    "denominator",
    "status",
)
OWNER_ONLY_FOLDER, OWNER_ONLY_FILE = 0o700, 0o600


@dataclass(frozen=True)
class Head:
    """What a return's folder says about its files."""

    feed: str
    agency: str
    area: str
    period: Period
    extracted_on: date
    agreement: str
    number: int


@dataclass(frozen=True)
class FigureRow:
    """A figure as the aggregate feed holds it; ``agency`` where it is about another."""

    measure: str
    days: Period
    numerator: int | None
    denominator: int | None
    agency: str = ""


def place_of(home: Path, head: Head) -> Path:
    """Where the return's folder stands."""
    days = f"{head.period.first.isoformat()}_{head.period.last.isoformat()}"
    name = days if head.number == 1 else f"{days}_{head.number}"
    return home / "returns" / head.agency / head.feed / head.area / name


def write_folder(home: Path, head: Head, files: Mapping[str, bytes]) -> Path:
    """The folder stands whole at its place, the latest told of its days.

    One that holds the same is kept: a lock that failed after it is tried again. One that
    holds something else belongs to a return that was owed before of the same days, and
    this one stands beside it. Of two with one date the engine keeps the first: so this one
    is dated a day after any other.
    """
    place = place_of(home, head)
    while place.exists():
        if _holds(place, files):
            return place
        head = replace(head, number=head.number + 1)
        place = place_of(home, head)
    head = replace(head, extracted_on=max(head.extracted_on, _after_others(home, head)))
    place.parent.mkdir(parents=True, exist_ok=True, mode=OWNER_ONLY_FOLDER)
    half = place.parent / f".{uuid4().hex}"
    half.mkdir(mode=OWNER_ONLY_FOLDER)
    try:
        for name, content in {**files, _HEAD: _toml(head)}.items():
            _write(half / name, content)
        half.rename(place)
    except BaseException:
        shutil.rmtree(half, ignore_errors=True)
        raise
    return place


def _holds(place: Path, files: Mapping[str, bytes]) -> bool:
    names = {one.name for one in place.iterdir()} - {_HEAD}
    return names == set(files) and all(
        (place / name).read_bytes() == content for name, content in files.items()
    )


def _after_others(home: Path, head: Head) -> date:
    """The first date that is later than each folder's of the same days."""
    days = place_of(home, replace(head, number=1))
    heads = [days / _HEAD, *days.parent.glob(f"{days.name}_*/{_HEAD}")]
    told = [
        tomllib.loads(one.read_text("utf-8"))["extracted_on"] + timedelta(days=1)
        for one in heads
        if one.exists()
    ]
    return max(told, default=head.extracted_on)


def figures_csv(rows: Iterable[FigureRow], area: str) -> bytes:
    """Figures in the layout of the aggregate feed."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_FIGURE_COLUMNS)
    for one in rows:
        writer.writerow(
            [
                one.measure,
                area,
                one.days.first.isoformat(),
                one.days.last.isoformat(),
                one.agency,
                "" if one.numerator is None else one.numerator,
                "" if one.denominator is None else one.denominator,
                "not_supplied" if one.numerator is None else "",
            ]
        )
    return out.getvalue().encode()


def nil_files(feed: str) -> dict[str, bytes]:
    """The feed's tables with their headers and no row: nothing to report, said aloud."""
    return {
        f"{table.name}.csv": (
            ",".join(column.name for column in table.columns) + "\n"
        ).encode()
        for table in FEEDS[feed].tables
    }


def _toml(head: Head) -> bytes:
    said = {
        "feed": head.feed,
        "agency": head.agency,
        "area": head.area,
        "agreement": head.agreement,
    }
    days = {
        "from": head.period.first,
        "to": head.period.last,
        "extracted_on": head.extracted_on,
    }
    lines = [
        *(f"{name} = {toml_text(words)}" for name, words in said.items() if words),
        *(f"{name} = {day.isoformat()}" for name, day in days.items()),
    ]
    return ("\n".join(lines) + "\n").encode()


def _write(path: Path, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with os.fdopen(os.open(path, flags, OWNER_ONLY_FILE), "wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
