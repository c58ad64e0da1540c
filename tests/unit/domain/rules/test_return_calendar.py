"""Who owes which return, by when, and who is reminded."""

from __future__ import annotations

from datetime import date

import pytest

from kith.domain.rules.return_calendar import (
    Cadence,
    Reminded,
    owed_periods,
    period_from,
    reminded_on,
    return_due_on,
)
from kith.domain.vocabulary.periods import Period


@pytest.mark.parametrize(
    ("cadence", "first", "until", "last_days"),
    [
        (
            Cadence.MONTHLY,
            date(2020, 10, 1),
            date(2021, 1, 15),
            [date(2020, 10, 31), date(2020, 11, 30), date(2020, 12, 31)],
        ),
        # A period is owed once it is over, not on its last day.
        (Cadence.MONTHLY, date(2020, 12, 1), date(2020, 12, 31), []),
        (Cadence.MONTHLY, date(2020, 12, 1), date(2021, 1, 1), [date(2020, 12, 31)]),
        (
            Cadence.QUARTERLY,
            date(2020, 4, 1),
            date(2021, 1, 15),
            [date(2020, 6, 30), date(2020, 9, 30), date(2020, 12, 31)],
        ),
        (Cadence.HALF_YEARLY, date(2020, 1, 1), date(2020, 12, 1), [date(2020, 6, 30)]),
        (Cadence.YEARLY, date(2019, 4, 1), date(2020, 4, 1), [date(2020, 3, 31)]),
    ],
)
def test_returns_are_owed(
    cadence: Cadence, first: date, until: date, last_days: list[date]
) -> None:
    found = list(owed_periods(cadence, first, until))
    assert [one.last for one in found] == last_days
    assert all(one == period_from(cadence, one.first) for one in found)


def test_a_return_is_due_so_many_working_days_after_its_period() -> None:
    quarter = Period(date(2020, 10, 1), date(2020, 12, 31))
    # Friday 1 January 2021 is a bank holiday: day 1 is Monday the 4th.
    assert return_due_on(quarter, 1) == date(2021, 1, 4)
    assert return_due_on(quarter, 15) == date(2021, 1, 22)


@pytest.mark.parametrize(
    ("day", "who"),
    [
        (date(2021, 1, 7), Reminded.NOBODY),
        (date(2021, 1, 8), Reminded.STEWARD),  # ten working days before
        (date(2021, 1, 22), Reminded.STEWARD),  # the day itself
        (date(2021, 1, 24), Reminded.STEWARD),  # a Sunday: no working day late
        (date(2021, 1, 25), Reminded.LEAD),
        (date(2021, 2, 4), Reminded.LEAD),
        (date(2021, 2, 5), Reminded.PARTNER),  # ten working days late
    ],
)
def test_reminders_climb(day: date, who: Reminded) -> None:
    assert reminded_on(day, date(2021, 1, 22)) is who
