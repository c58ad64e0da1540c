"""Dates and moments are read as agencies write them; what does not exist is refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.evidence.quality.reading_dates import read_date, read_moment
from kith.evidence.quality.readings import Problem


READ = [
    ("2020-09-16", "2020-09-16", None),
    ("2020/9/16", "2020-09-16", None),
    ("20200916", "2020-09-16", None),
    ("16/09/2020", "2020-09-16", None),
    ("3/4/2020", "2020-04-03", None),
    ("16-09-2020", "2020-09-16", None),
    ("16.09.2020", "2020-09-16", None),
    ("16 09 2020", "2020-09-16", None),
    ("16-Sep-2020", "2020-09-16", None),
    ("16 September 2020", "2020-09-16", None),
    ("Wednesday, 16th September 2020", "2020-09-16", None),
    ("16/09/2020 14:30", "2020-09-16", None),
    ("2020-09-16T14:30:00.000", "2020-09-16", None),
    ("29/02/2020", "2020-02-29", None),
    ("44090", "2020-09-16", Problem.DAY_NUMBER),
    ("44090.604", "2020-09-16", Problem.DAY_NUMBER),
    ("16/09/20", "2020-09-16", Problem.TWO_DIGIT_YEAR),
    ("01-Jan-49", "2049-01-01", Problem.TWO_DIGIT_YEAR),
    ("01/01/50", "1950-01-01", Problem.TWO_DIGIT_YEAR),
    ("31/02/2020", None, Problem.IMPOSSIBLE_DATE),
    ("29/02/2019", None, Problem.IMPOSSIBLE_DATE),
    ("2020-13-01", None, Problem.IMPOSSIBLE_DATE),
    ("12/31/2020", None, Problem.IMPOSSIBLE_DATE),
    ("00/00/0000", None, Problem.IMPOSSIBLE_DATE),
    ("20201301", None, Problem.IMPOSSIBLE_DATE),
    ("16/09/2020 25:00", None, Problem.IMPOSSIBLE_TIME),
    # A year alone is not a day, though Excel would take it for one in 1905.
    ("2020", None, Problem.NUMBER_FOR_DATE),
    ("-1", None, Problem.NUMBER_FOR_DATE),
    ("99999", None, Problem.NUMBER_FOR_DATE),
    ("unknown", None, Problem.TEXT_FOR_DATE),
    ("16/09", None, Problem.TEXT_FOR_DATE),
    ("16 Smarch 2020", None, Problem.TEXT_FOR_DATE),
    ("14:30:00", None, Problem.TEXT_FOR_DATE),
]


@pytest.mark.parametrize(("text", "day", "problem"), READ)
def test_a_date_is_read_or_its_fault_is_named(text, day, problem):
    reading = read_date(text)
    assert (reading.value and reading.value.isoformat()) == day
    assert reading.problem is problem


MOMENTS = [
    ("2020-09-16 14:30", "2020-09-16T14:30:00", None),
    ("16/09/2020 14:30:15", "2020-09-16T14:30:15", None),
    ("16/09/2020 2:30 PM", "2020-09-16T14:30:00", None),
    ("16/09/2020 12:05am", "2020-09-16T00:05:00", None),
    ("16/09/2020 00:00", "2020-09-16T00:00:00", None),
    # English clock time is an hour ahead of UTC in summer, and equal in winter.
    ("2020-07-01T12:00:00Z", "2020-07-01T13:00:00", None),
    ("2020-12-01T12:00:00+00:00", "2020-12-01T12:00:00", None),
    ("44090.5", "2020-09-16T12:00:00", Problem.DAY_NUMBER),
    ("16/09/2020", "2020-09-16T00:00:00", Problem.NO_TIME),
    ("16/09/20 14:30", "2020-09-16T14:30:00", Problem.TWO_DIGIT_YEAR),
    ("16/09/2020 13:00pm", None, Problem.IMPOSSIBLE_TIME),
    ("31/02/2020 14:30", None, Problem.IMPOSSIBLE_DATE),
]


@pytest.mark.parametrize(("text", "moment", "problem"), MOMENTS)
def test_a_moment_is_read_or_its_fault_is_named(text, moment, problem):
    reading = read_moment(text)
    assert (reading.value and reading.value.isoformat()) == moment
    assert reading.problem is problem


def test_day_numbers_may_count_from_1904():
    assert read_date("42628", days_from_1904=True).value == date(2020, 9, 16)


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2049, 12, 31)))
def test_every_way_of_writing_a_day_gives_that_day(day):
    number = str((day - date(1899, 12, 30)).days)
    for text in (
        day.isoformat(),
        f"{day:%d/%m/%Y}",
        f"{day:%d-%b-%Y}",
        f"{day:%d %B %Y}",
        f"{day:%d/%m/%y}",
        f"{day:%Y%m%d}",
        number if len(number) == 5 else day.isoformat(),
    ):
        assert read_date(text).value == day, text


@given(st.text(max_size=30))
def test_no_text_makes_the_reader_fail(text):
    reading = read_moment(text)
    assert reading.value is not None or reading.problem is not None
