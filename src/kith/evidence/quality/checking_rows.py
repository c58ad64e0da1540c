"""Rows of a recognised sheet → accepted rows typed, the others quarantined."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

import numpy as np
import pyarrow as pa

from kith.contracts.columns import ColumnType
from kith.contracts.commands.checks import Finding, Severity
from kith.evidence.quality.checked import ROW
from kith.evidence.quality.duplicates import repeated_rows, same_throughout
from kith.evidence.quality.readings import Problem
from kith.evidence.quality.typing_columns import TypedColumn, type_column
from kith.evidence.store.shapes import ARROW_TYPES


if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from kith.contracts.feeds import FeedColumn
    from kith.evidence.quality.headers import Headers
    from kith.evidence.quality.tally import Tally
    from kith.evidence.sources.sheets import Sheet


T = TypeVar("T")

_RULE_OF_TYPE = {
    ColumnType.TEXT: "value.text",
    ColumnType.CODE: "value.code",
    ColumnType.DATE: "value.date",
    ColumnType.DATETIME: "value.date",
    ColumnType.INTEGER: "value.number",
    ColumnType.DECIMAL: "value.number",
    ColumnType.BOOLEAN: "value.yes_no",
}


@dataclass
class RowCheck:
    """One sheet's rows while they are checked: what is kept, and what is said."""

    sheet: Sheet
    headers: Headers
    tally: Tally
    crashed: set[str] = field(default_factory=set)
    bad: npt.NDArray[np.bool_] = field(init=False)
    _key_unread: npt.NDArray[np.bool_] = field(init=False)

    def __post_init__(self) -> None:
        self.bad = np.zeros(self.sheet.height, bool)
        self._key_unread = np.zeros(self.sheet.height, bool)
        self._numbers = self.sheet.row_numbers.to_numpy()

    def accepted(self) -> pa.Table:
        """The rows that passed, typed, with their numbers."""
        self._guarded("row.shape", self._check_shape)
        typed = [self._typed_or_empty(column) for column in self.headers.table.columns]
        table = pa.table(
            {
                **{each.column.name: each.values for each in typed},
                ROW: pa.array(self._numbers, pa.int64()),
            }
        )
        self._guarded("row.once", lambda: self._check_repeats(table))
        return table.filter(pa.array(~self.bad))

    def _guarded(self, rule: str, check: Callable[[], T], column: str = "") -> T | None:
        try:
            return check()
        except Exception as fault:  # noqa: BLE001 - one check's fault must not end the others
            self.crashed.add(rule)
            self.tally.about_sheet(
                rule,
                Severity.STOP,
                f"this check failed by a fault of Kith's own ({type(fault).__name__}), "
                "so nothing can be said of what it would have found",
                "Report it with the kind of file; do not send the file.",
                column=column,
            )
            return None

    def _typed_or_empty(self, column: FeedColumn) -> TypedColumn:
        at = self.headers.found.get(column.name)
        typed = None
        if at is not None:
            typed = self._guarded(
                _RULE_OF_TYPE[column.type], lambda: self._typed(column, at), column.name
            )
            self.bad |= typed is None and column.required
        if typed is None:
            empty = pa.nulls(self.sheet.height, ARROW_TYPES[column.type])
            return TypedColumn(column, empty, {})
        return typed

    def _typed(self, column: FeedColumn, at: int) -> TypedColumn:
        text = self.sheet.columns[at]
        typed = type_column(column, text, days_from_1904=self.sheet.days_from_1904)
        problems = dict(typed.problems)
        if column.required:
            problems[Problem.EMPTY] = np.flatnonzero(text.is_null().to_numpy())
        for problem, rows in problems.items():
            self._say(column, self.headers.texts[at], problem, rows)
        return typed

    def _say(
        self,
        column: FeedColumn,
        header: str,
        problem: Problem,
        rows: npt.NDArray[np.int64],
    ) -> None:
        severity = problem.severity
        fate = "was left empty"
        if problem.is_read:
            fate = "was read"
        elif column.required:
            severity, fate = Severity.QUARANTINE, "sets the row aside"
            self.bad[rows] = True
        elif column.name in self.headers.table.key:
            self._key_unread[rows] = True
        message = f"{problem.value_class} ({column.meaning}); it {fate}"
        self._about_rows(
            problem.rule,
            severity,
            message,
            rows,
            column=header,
            value_class=problem.value_class,
            remedy=problem.remedy,
        )

    def _check_shape(self) -> None:
        if self.sheet.widths is None:
            return
        width = len(self.headers.texts)
        while width and not self.headers.texts[width - 1]:
            width -= 1
        fields = self.sheet.widths.to_numpy()
        spilled = np.zeros(self.sheet.height, bool)
        for column in self.sheet.columns[width:]:
            spilled |= column.is_valid().to_numpy()
        self.bad |= spilled
        self._about_rows(
            "row.shape",
            Severity.QUARANTINE,
            "more fields than the header, so values may stand under the wrong column; "
            "the row is set aside",
            np.flatnonzero(spilled),
            value_class="a row that is too long",
            remedy="Put text that holds the delimiter in quotation marks.",
        )
        self._about_rows(
            "row.shape",
            Severity.WARN,
            "fewer fields than the header; those missing at the end are read as empty",
            np.flatnonzero(fields < width),
            value_class="a row that is too short",
            remedy="Check that the file is whole, and export it again.",
        )

    def _check_repeats(self, table: pa.Table) -> None:
        # Two values that could not be read are not therefore the same value.
        kept = np.flatnonzero(~self.bad & ~self._key_unread)
        rows = table.take(pa.array(kept))
        later, first = repeated_rows(rows, self.headers.table.key)
        same = same_throughout(rows.drop_columns([ROW]), later, first)
        self.bad[kept[later]] = True
        key = ", ".join(self.headers.table.key)
        for mask, value_class, remedy in (
            (same, "the same row again", "Send each row once."),
            (
                ~same,
                "a second row with the same key and other values",
                "Find out which one is right; the first was kept.",
            ),
        ):
            self._about_rows(
                "row.once",
                Severity.QUARANTINE,
                f"{value_class} (key: {key}); the first is kept, this one set aside",
                kept[later[mask]],
                value_class=value_class,
                remedy=remedy,
            )

    def _about_rows(  # noqa: PLR0913 - a finding has this many parts
        self,
        rule: str,
        severity: Severity,
        message: str,
        rows: npt.NDArray[np.int64],
        *,
        value_class: str,
        remedy: str,
        column: str = "",
    ) -> None:
        finding = Finding(
            rule,
            severity,
            self.sheet.file,
            message,
            remedy,
            column=column,
            value_class=value_class,
        )
        self.tally.about_rows(finding, [int(n) for n in self._numbers[rows]])
