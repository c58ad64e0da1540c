"""Reads what ``partnership.toml`` says of a partnership, and fills in the rest.

``partnership.toml`` in the folder of returns, every word optional::

    name = "An Invented Safeguarding Children Partnership"
    from = 2019-11-01            # the report period, both days included
    to = 2020-12-31
    series_from = 2018-01-01     # quarters and years are told from here on as well
    rule_set = "dfe"             # how small numbers are hidden
    provisional = true           # figures may still change, and say so
    invented = true              # "invented data" wherever it is shown
    stands_on = 2021-01-15       # the day its documents bear

    [areas]                      # ONS code = name, in the order shown
    E06000024 = "North Somerset"

    [agencies]                   # code = name as shown
    council = "North Somerset Council"

Without it: the areas are those of the child-level returns (of all, where none is
child-level); the period runs from the earliest ``from`` to the latest ``to`` of the
same returns, so that population estimates and national comparators, which report other
days, do not stretch it; ``stands_on`` is the latest extract.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.feeds import FEEDS
from kith.contracts.published.edition import PublishedArea
from kith.domain.rules.disclosure import RULE_SETS
from kith.domain.vocabulary.areas import area_name, is_well_formed
from kith.domain.vocabulary.periods import Period, months_before
from kith.evidence.store.partnership import Partnership
from kith.evidence.store.returns import PARTNERSHIP
from kith.evidence.store.toml_words import TomlWords, read_toml


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from kith.contracts.commands.checks import Finding
    from kith.contracts.returns import ReturnHead


LONGEST_SERIES = 20
"""Years of quarters before the report period."""
UNNAMED = "Safeguarding children partnership"


def read_partnership(
    folder: Path, returns: Sequence[ReturnHead]
) -> tuple[Partnership, tuple[Finding, ...]]:
    """The partnership whose returns stand in the folder.

    Raises:
        ValueError: there is no return to take a period from.
    """
    path = folder / PARTNERSHIP
    words = (
        read_toml(path, PARTNERSHIP) if path.is_file() else TomlWords(PARTNERSHIP, {})
    )
    reporting = _reporting(returns)
    period = _period(words, reporting)
    partnership = Partnership(
        name=_optional_text(words, "name") or UNNAMED,
        areas=_areas(words, reporting),
        period=period,
        stands_on=words.day("stands_on", needed=False)
        or max(head.extracted_on for head in reporting),
        rule_set=_rule_set(words),
        invented=words.flag("invented"),
        agency_names=_agencies(words),
        provisional=words.flag("provisional"),
        series_from=_series_from(words, period),
    )
    words.warn_of_unread()
    return partnership, tuple(words.findings)


def _reporting(returns: Sequence[ReturnHead]) -> Sequence[ReturnHead]:
    if not returns:
        raise ValueError("no return to take a period from")
    return [head for head in returns if FEEDS[head.feed].child_level] or returns


def _optional_text(words: TomlWords, key: str) -> str | None:
    words.read.add(key)
    return words.text(key) if key in words.words else None


def _period(words: TomlWords, returns: Sequence[ReturnHead]) -> Period:
    first = words.day("from", needed=False)
    last = words.day("to", needed=False)
    earliest = min(head.period.first for head in returns)
    latest = max(head.period.last for head in returns)
    if (last or latest) < (first or earliest):
        key, what = (
            ("to", "is before 'from'" if first else "is before every return begins")
            if last
            else ("from", "is after every return ends")
        )
        words.stop(key, what, "Write the period's first and last day.")
        return Period(earliest, latest)
    return Period(first or earliest, last or latest)


def _series_from(words: TomlWords, period: Period) -> date | None:
    first = words.day("series_from", needed=False)
    if first is None or months_before(period.first, LONGEST_SERIES * 12) <= first:
        return first
    words.stop(
        "series_from",
        f"is more than {LONGEST_SERIES} years before the period",
        "Say a later day: no page shows more.",
    )
    return None


def _areas(
    words: TomlWords, returns: Sequence[ReturnHead]
) -> tuple[PublishedArea, ...]:
    named = _table(words, "areas")
    for code in named:
        if not is_well_formed(code):
            words.stop("areas", "holds a key that is no ONS code", "E06000024 = …")
            named = {}
            break
    codes = sorted({area for head in returns for area in head.areas})
    _say_left_out(words, named, codes)
    return tuple(
        PublishedArea(code, name)
        for code, name in (named or {code: area_name(code) for code in codes}).items()
    )


def _say_left_out(
    words: TomlWords, named: Mapping[str, str], told: Sequence[str]
) -> None:
    """A police return may tell of five areas, so leaving some out is no fault."""
    left_out = [code for code in told if named and code not in named]
    if left_out:
        say = words.warn if len(left_out) == len(told) else words.note
        say(
            "areas",
            f"leaves out {', '.join(left_out)}, which returns tell of: no figure of it "
            "is made",
            "Add it under [areas] if it is one of the partnership's.",
        )


def _agencies(words: TomlWords) -> dict[str, str]:
    return _table(words, "agencies")


def _table(words: TomlWords, key: str) -> dict[str, str]:
    words.read.add(key)
    value = words.words.get(key, {})
    if isinstance(value, dict) and all(isinstance(v, str) for v in value.values()):
        return dict(value)
    words.stop(key, "is not a table of codes and names", f'[{key}], then code = "name"')
    return {}


def _rule_set(words: TomlWords) -> str:
    code = _optional_text(words, "rule_set") or "dfe"
    if code in RULE_SETS:
        return code
    words.stop(
        "rule_set", "names no rule set", f"Rule sets are: {', '.join(RULE_SETS)}."
    )
    return "dfe"
