"""A folder of returns → their heads. Each defect is one finding, none a crash.

A return is a folder with a ``return.toml``, at any depth::

    feed = "annex_a"
    agency = "council"
    area = "E06000024"            # or a list; then the rows carry their own
    from = 2020-07-01             # the reporting period, both days included
    to = 2020-12-31
    extracted_on = 2021-01-08
    agreement = "Sharing agreement 12, signed 2019-10-01"
    history_from = 2019-01-01     # optional: how far back its history goes
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kith.contracts.commands.checks import Finding, Severity
from kith.contracts.feeds import FEEDS
from kith.contracts.returns import ReturnHead
from kith.domain.vocabulary.agencies import agency_code
from kith.domain.vocabulary.areas import is_well_formed
from kith.domain.vocabulary.periods import Period
from kith.evidence.store.toml_words import TomlWords, read_toml


if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


HEAD = "return.toml"
PARTNERSHIP = "partnership.toml"
UNREADABLE = "folder_unreadable"


@dataclass(frozen=True)
class FoundReturns:
    """The returns under a folder, in the order of their names.

    ``unusable`` names the returns whose head has a defect; ``findings`` say which.
    """

    folder: Path
    returns: tuple[ReturnHead, ...]
    unusable: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The name of every return found, usable or not."""
        return tuple(sorted([*(head.name for head in self.returns), *self.unusable]))


def find_returns(folder: Path) -> FoundReturns:
    """Every return under the folder, and a finding for whatever is not one."""
    returns: list[ReturnHead] = []
    unusable: list[str] = []
    findings: list[Finding] = []
    for place, files in _walk(folder, findings):
        if HEAD not in files:
            findings += _strays(folder, place, files)
            continue
        head, said = read_return(place, name=_name_of(place, folder))
        findings += said
        if head is None:
            unusable.append(_name_of(place, folder))
        else:
            returns.append(head)
    returns.sort(key=lambda head: head.name)
    return FoundReturns(folder, tuple(returns), tuple(unusable), tuple(findings))


def files_of(head: ReturnHead) -> list[Path]:
    """Everything in a return's folder but its head, in the order of the names."""
    return sorted(
        path
        for path in head.folder.iterdir()
        if path.name != HEAD and not path.name.startswith(".")
    )


def read_return(
    folder: Path, *, name: str
) -> tuple[ReturnHead | None, tuple[Finding, ...]]:
    """The head of one return; None where a defect keeps it from being used."""
    words = read_toml(folder / HEAD, f"{name}/{HEAD}")
    if words.is_unusable():
        return None, tuple(words.findings)
    feed, agency = _feed(words), words.text("agency")
    areas, period = _areas(words), _period(words)
    extracted_on = _extracted_on(words, period)
    history_from = _history_from(words, period)
    agreement = _agreement(words, feed)
    words.warn_of_unread()
    if (
        words.is_unusable()
        or feed is None
        or agency is None
        or areas is None
        or period is None
        or extracted_on is None
    ):
        return None, tuple(words.findings)
    head = ReturnHead(
        name=name,
        folder=folder,
        feed=feed,
        agency=agency_code(agency),
        areas=areas,
        period=period,
        extracted_on=extracted_on,
        agreement=agreement,
        history_from=history_from,
    )
    return head, tuple(words.findings)


def _walk(folder: Path, findings: list[Finding]) -> Iterator[tuple[Path, list[str]]]:
    def unread(fault: OSError) -> None:
        findings.append(_unread(Path(fault.filename), folder, fault))

    # What stands below a return belongs to it, so the walk stops there. Without
    # `onerror` a folder that cannot be opened would vanish, and its return with it.
    for place, folders, files in os.walk(folder, onerror=unread):
        here = Path(place)
        folders[:] = [] if HEAD in files else sorted(folders)
        findings += [
            _linked(here / name, folder)
            for name in folders
            if (here / name).is_symlink()
        ]
        yield here, sorted(files)


def _unread(place: Path, folder: Path, fault: OSError) -> Finding:
    where = place.relative_to(folder).as_posix()
    return Finding(
        rule=UNREADABLE,
        severity=Severity.STOP,
        file=where,
        message=f"{where} cannot be opened ({type(fault).__name__}), so whether it holds "
        "a return is not known.",
        remedy="Check its permissions, or take it away.",
    )


def _linked(place: Path, folder: Path) -> Finding:
    where = place.relative_to(folder).as_posix()
    return Finding(
        rule="folder_is_a_link",
        severity=Severity.WARN,
        file=where,
        message=f"{where} is a link to a folder. Links are not followed, so nothing "
        "in it was read.",
        remedy="Put the folder itself there.",
    )


def _name_of(place: Path, folder: Path) -> str:
    inside = place.relative_to(folder).as_posix()
    return folder.resolve().name if inside == "." else inside


def _strays(folder: Path, place: Path, files: list[str]) -> Iterator[Finding]:
    for file in files:
        if file.startswith(".") or (place == folder and file == PARTNERSHIP):
            continue
        where = (place / file).relative_to(folder).as_posix()
        yield Finding(
            rule="file_outside_a_return",
            severity=Severity.WARN,
            file=where,
            message=f"{where} stands in no return: no {HEAD} is beside it. "
            "It was not read.",
            remedy=f"Put it in a folder with a {HEAD}, or take it away.",
        )


def _feed(words: TomlWords) -> str | None:
    feed = words.text("feed")
    if feed is None or feed in FEEDS:
        return feed
    words.stop("feed", "names no feed of Kith", f"Feeds are: {', '.join(FEEDS)}.")
    return None


def _areas(words: TomlWords) -> tuple[str, ...] | None:
    areas = words.texts("area")
    if areas is None:
        return None
    if len(set(areas)) < len(areas):
        words.stop("area", "names an area twice", "Name each area once.")
        return None
    if not all(is_well_formed(area) for area in areas):
        words.stop("area", "is not an ONS code", "Write a code such as E06000024.")
        return None
    return areas


def _period(words: TomlWords) -> Period | None:
    first, last = words.day("from"), words.day("to")
    if first is None or last is None:
        return None
    if last < first:
        words.stop("to", "is before 'from'", "Write the period's first and last day.")
        return None
    return Period(first, last)


def _extracted_on(words: TomlWords, period: Period | None) -> date | None:
    day = words.day("extracted_on")
    if day is None or period is None:
        return day
    if day < period.first:
        words.stop(
            "extracted_on",
            "is before the period starts",
            "Write the day on which the extract was taken.",
        )
    elif day < period.last:
        words.warn(
            "extracted_on",
            "is before the period's last day: the days after it are not told",
            "Send the return again once the period is over.",
        )
    return day


def _history_from(words: TomlWords, period: Period | None) -> date | None:
    day = words.day("history_from", needed=False)
    if day is not None and period is not None and day > period.first:
        words.stop(
            "history_from",
            "is after the period starts",
            "Write the first day of the history, or leave the line out.",
        )
    return day


def _agreement(words: TomlWords, feed: str | None) -> str:
    """What allows the return to be shared.

    Child-level feeds are refused without one. Counts need none, but its absence is
    said. A controller who overrides writes the reason and lawful basis here.
    """
    words.read.add("agreement")
    value = words.words.get("agreement")
    if isinstance(value, str) and value.strip():
        return value.strip()
    child_level = feed is not None and FEEDS[feed].child_level
    say = words.stop if child_level else words.warn
    say(
        "agreement",
        "does not say under which sharing agreement or lawful basis this is sent",
        "Name the agreement and its date, or the reason and lawful basis without one.",
    )
    return ""
