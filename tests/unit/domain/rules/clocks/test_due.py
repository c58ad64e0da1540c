"""How each kind of limit is counted."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.domain.rules.clocks.clock import Limit, Span
from kith.domain.rules.clocks.due import answers, due
from kith.domain.rules.working_days import is_working_day


DAYS = st.dates(date(2011, 1, 1), date(2026, 12, 31))
MOMENTS = st.datetimes(datetime(2011, 1, 1), datetime(2026, 12, 31))  # noqa: DTZ001 (the clock on the wall)
COUNTS = st.integers(1, 70)


@pytest.mark.parametrize(
    ("limit", "start", "end"),
    [
        (Limit(1, Span.DAYS), "2024-02-28", "2024-02-29"),
        (Limit(30, Span.DAYS), "2024-12-31", "2025-01-30"),
        (Limit(4, Span.WEEKS), "2024-02-15", "2024-03-14"),
        (Limit(1, Span.MONTHS), "2024-01-31", "2024-02-29"),
        (Limit(1, Span.MONTHS), "2023-01-31", "2023-02-28"),
        (Limit(6, Span.MONTHS), "2024-07-18", "2025-01-18"),
        (Limit(24, Span.MONTHS), "2024-02-29", "2026-02-28"),
        (Limit(5, Span.WORKING_DAYS), "2024-03-28", "2024-04-08"),
        (Limit(7, Span.WORKING_DAYS, backwards=True), "2024-04-08", "2024-03-26"),
    ],
)
def test_a_limit_ends(limit: Limit, start: str, end: str) -> None:
    assert due(limit, date.fromisoformat(start)).on == date.fromisoformat(end)


@pytest.mark.parametrize(
    ("start", "on", "at"),
    [
        ("2024-07-18T14:30", "2024-07-21", "2024-07-21T14:30"),
        ("2024-12-24T23:59", "2024-12-27", "2024-12-27T23:59"),
        ("2024-03-30T20:00", "2024-04-02", "2024-04-02T20:00"),  # clocks go forward
    ],
)
def test_hours_run_through_nights_weekends_and_holidays(
    start: str, on: str, at: str
) -> None:
    found = due(Limit(72, Span.HOURS), datetime.fromisoformat(start))
    assert found.on == date.fromisoformat(on)
    assert found.at == datetime.fromisoformat(at)
    assert not found.note


@pytest.mark.parametrize(
    ("hours", "on", "note"),
    [
        (72, "2024-07-21", "Times not held: counted as 3 days."),
        (24, "2024-07-19", "Times not held: counted as 1 day."),
    ],
)
def test_hours_without_a_time_are_days_and_say_so(
    hours: int, on: str, note: str
) -> None:
    found = due(Limit(hours, Span.HOURS), date(2024, 7, 18))
    assert (found.on, found.at, found.note) == (date.fromisoformat(on), None, note)


def test_the_rule_of_an_answer_says_that_times_are_not_held() -> None:
    (dated,) = answers("return_interview", date(2024, 7, 18))
    (timed,) = answers("return_interview", datetime.fromisoformat("2024-07-18T09:00"))
    assert dated.rule.endswith("Times not held: counted as 3 days.")
    assert "not held" not in timed.rule


@given(DAYS, COUNTS, st.booleans())
def test_a_limit_in_working_days_never_ends_on_a_day_off(
    day: date, count: int, backwards: bool
) -> None:
    found = due(Limit(count, Span.WORKING_DAYS, backwards=backwards), day)
    assert is_working_day(found.on)
    assert is_working_day(found.day_1)
    assert (found.on < day) is backwards


@given(DAYS, COUNTS, st.sampled_from(Span))
def test_day_1_lies_between_the_start_and_the_end(
    day: date, count: int, span: Span
) -> None:
    amount = count * 24 if span is Span.HOURS else count
    found = due(Limit(amount, span), day)
    assert day < found.day_1 <= found.on


@given(MOMENTS, COUNTS)
def test_a_time_of_day_moves_only_clocks_of_hours(moment: datetime, count: int) -> None:
    limit = Limit(count, Span.WORKING_DAYS)
    assert due(limit, moment) == due(limit, moment.date())
    assert due(Limit(count, Span.HOURS), moment).at == moment + timedelta(hours=count)
