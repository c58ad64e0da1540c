"""Spreadsheets that agencies have, read as figures."""

from __future__ import annotations

from datetime import date

import pytest

from kith.domain.vocabulary.periods import Period, month_of
from kith.web.returns.files.figures_sheet import (
    LEFT_OUT,
    best_sheet,
    read_figures,
    whole_number,
)
from kith.web.sheets.reading import Sheet


QUARTER = Period(date(2020, 10, 1), date(2020, 12, 31))
MEANINGS = {
    "suspensions": "suspensions",
    "exclusions": "permanent_exclusions",
    "waits": "waits",
    "budget": LEFT_OUT,
}


def sheet(drawn: str) -> tuple[tuple[str, ...], ...]:
    """Rows drawn with bars between the cells."""
    lines = [line.strip() for line in drawn.strip().splitlines()]
    return tuple(tuple(cell.strip() for cell in line.split("|")) for line in lines)


def read(drawn: str, period: Period = QUARTER) -> tuple[list[str], list[str]]:
    """Each figure in a line, and each problem."""
    rows = sheet(drawn)
    found, header, columns = best_sheet([Sheet("", rows)], period, {})
    told = read_figures(found.rows, header, columns, MEANINGS, period)
    figures = [
        f"{one.measure} {one.days.first:%b}-{one.days.last:%b} {one.numerator}"
        + (f" of {one.denominator}" if one.denominator is not None else "")
        for one in told.figures
    ]
    problems = [f"{one.row}: {one.words}" for one in told.problems]
    return figures, [*problems, *(f"unknown: {one}" for one in told.unknown)]


def test_a_row_a_measure() -> None:
    figures, problems = read(
        """
        Quarterly data  |       |
        Indicator       | Count | Out of
        Suspensions     | 1,207 |
        Waits           | 46    | 79
        Exclusions      |       |
        Budget          | 10    |
        """
    )
    assert figures == ["suspensions Oct-Dec 1207", "waits Oct-Dec 46 of 79"]
    assert problems == []


def test_a_column_a_month_and_one_for_the_whole() -> None:
    figures, _ = read(
        """
        Data item   | Oct-20 | Nov-20 | Dec-20 | Total
        Suspensions | 400    | 500    | 307    | 1207
        """
    )
    assert figures == [
        "suspensions Oct-Dec 1207",
        "suspensions Oct-Oct 400",
        "suspensions Nov-Nov 500",
        "suspensions Dec-Dec 307",
    ]


def test_a_heading_that_misleads_gives_way_to_what_stands_below_it() -> None:
    figures, _ = read(
        """
        What we count | Total
        Suspensions   | 1207
        Waits         | <5
        """
    )
    assert figures == ["suspensions Oct-Dec 1207"]


def test_months_as_a_workbook_holds_them() -> None:
    figures, _ = read(
        """
        Measure     | 2020-10-01 | 2020-11-01 | 2020-12-01
        Suspensions | 1          | 2          | 3
        """
    )
    assert figures == [
        "suspensions Oct-Oct 1",
        "suspensions Nov-Nov 2",
        "suspensions Dec-Dec 3",
    ]


def test_a_month_s_return_has_one_column() -> None:
    figures, _ = read(
        """
        Measure     | Count
        Suspensions | 7
        """,
        month_of(2020, 10),
    )
    assert figures == ["suspensions Oct-Oct 7"]


def test_what_gives_no_figure_is_said_with_its_row() -> None:
    figures, problems = read(
        """
        Measure     | Count | Out of
        Suspensions | <5    |
        Exclusions  | about 12 |
        Waits       | 4     | many
        Bicycles    | 3     |
        Suspensions | 8     | 20
        Suspensions | 9     |
        """
    )
    assert figures == ["suspensions Oct-Dec 8 of 20"]
    assert problems == [
        (
            "2: The count is hidden. Send the true one: Kith hides small numbers itself "
            "before anybody else sees them."
        ),
        "3: This is no whole number. Correct it, or leave the row out.",
        "4: Out of how many: this is no whole number. correct it, or leave the row out.",
        "7: Row 6 gives this measure already for the same days. Leave one of them out.",
        "unknown: Bicycles",
    ]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("12", 12),
        ("1,207", 1207),
        (" 3 ", 3),
        ("12,34", None),
        ("-1", None),
        ("1.5", None),
        ("=1+1", None),
        ("twelve", None),
        ("", None),
    ],
)
def test_a_count_as_people_write_it(text: str, number: int | None) -> None:
    assert whole_number(text) == number
