"""A figure sent as a count is set aside where nothing could ever read it.

It names no measure, no area, no cell of a breakdown, or a period that runs backwards.
Left in, it would be lost without a word, or be taken for the whole that it is a part of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from kith.contracts.commands.checks import Finding, Severity
from kith.domain.vocabulary.ages import AGE_BANDS, NOT_KNOWN
from kith.domain.vocabulary.areas import is_well_formed
from kith.domain.vocabulary.ethnicity import EthnicGroup
from kith.domain.vocabulary.missing import MissingSetting
from kith.domain.vocabulary.periods import EARLIEST, LATEST
from kith.domain.vocabulary.sex import Sex
from kith.evidence.facts.setting_aside import set_aside
from kith.evidence.measures import DEFINITIONS
from kith.evidence.quality.checked import CheckedFiles, TypedTable


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


FEED = "aggregate"

_Usable = tuple[Finding, "Callable[[pa.Table], Any]"]


def keep_usable_figures(checked: CheckedFiles) -> CheckedFiles:
    """Every row left can be asked for; rows read still equal rows accounted."""
    tables: list[TypedTable] = []
    report = checked.report
    for table in checked.tables:
        kept = table
        for why, usable in _CHECKS if table.feed == FEED else ():
            report, kept = set_aside(report, kept, usable(kept.rows), why)
        tables.append(kept)
    return CheckedFiles(tuple(tables), report)


def _among(
    column: str, known: Iterable[str], value_class: str, message: str, remedy: str
) -> _Usable:
    codes = pa.array(list(known), pa.string())
    return _why(column, value_class, message, remedy), lambda rows: pc.or_(
        pc.is_in(rows.column(column), value_set=codes),
        pc.is_null(rows.column(column)),
    )


def _cell(column: str, known: Iterable[str]) -> _Usable:
    return _among(
        column,
        known,
        "no cell of the breakdown",
        "The row names no cell of its breakdown, so it was set aside: without its "
        "cell it would stand for the whole.",
        f"Write {column} as kith evidence figures --by {column} prints it.",
    )


def _part(column: str, pattern: str, example: str) -> _Usable:
    why = _why(
        column,
        "no part of a period",
        "The row names no month or quarter that can be read, so it was set aside.",
        f"Write it as {example}.",
    )
    return why, lambda rows: pc.fill_null(
        pc.match_substring_regex(rows.column(column), pattern),
        True,  # noqa: FBT003 - Arrow's own signature
    )


def _why(column: str, value_class: str, message: str, remedy: str) -> Finding:
    return Finding(
        rule="sent_figure_of_nothing",
        severity=Severity.QUARANTINE,
        file="",
        column=column,
        value_class=value_class,
        message=message,
        remedy=remedy,
    )


def _has_an_area(rows: pa.Table) -> Any:
    named = rows.column("area")
    sound = [code is None or is_well_formed(code) for code in named.to_pylist()]
    return pa.array(sound, pa.bool_())


def _is_a_period(rows: pa.Table) -> Any:
    first, last = rows.column("from"), rows.column("to")
    told = pc.and_(
        pc.greater_equal(first, pa.scalar(EARLIEST)),
        pc.less_equal(last, pa.scalar(LATEST)),
    )
    return pc.and_(told, pc.less_equal(first, last))


_CHECKS: tuple[_Usable, ...] = (
    _among(
        "measure",
        DEFINITIONS,
        "no measure or indicator",
        "The row names no measure or indicator of Kith, so it was set aside.",
        "Measures are named by kith evidence figures, indicators in "
        "docs/reference/indicators.md.",
    ),
    (
        _why(
            "area",
            "no ONS code",
            "The row's area is no ONS code, so it was set aside.",
            "Write a code such as E06000024.",
        ),
        _has_an_area,
    ),
    (
        _why(
            "to",
            "a period that ends before it begins, or lies outside 1900 to 2199",
            "The row's days make no period, so it was set aside.",
            "Correct the first or the last day.",
        ),
        _is_a_period,
    ),
    _cell("age_band", (*(band.code for band in AGE_BANDS), NOT_KNOWN)),
    _cell("sex", Sex),
    _cell("ethnicity", EthnicGroup),
    _cell("missing_setting", MissingSetting),
    _part("month", r"^\d{4}-(0[1-9]|1[0-2])$", "2020-03"),
    _part("quarter", r"^\d{4}-Q[1-4]$", "2020-Q1"),
)
