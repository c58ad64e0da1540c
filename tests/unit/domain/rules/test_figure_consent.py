"""Whether an owner's answers let a measure stand beside others', each told oldest first."""

from __future__ import annotations

from datetime import date

import pytest

from kith.domain.rules.figure_consent import Answer, Answered, consents


JANUARY, MARCH = date(2021, 1, 1), date(2021, 3, 31)
YES, NO, NO_LONGER = Answer.GIVEN, Answer.REFUSED, Answer.WITHDRAWN
ALL, ONE, OTHER = "", "referral_rate", "re_referral_share"


@pytest.mark.parametrize(
    ("told", "day", "shown"),
    [
        ([], JANUARY, False),
        ([(ALL, YES)], JANUARY, True),
        ([(ONE, YES)], JANUARY, True),
        ([(OTHER, YES)], JANUARY, False),
        # a no to one is not undone by a later yes to all; a new yes to it is
        ([(ALL, YES), (ONE, NO)], JANUARY, False),
        ([(ONE, NO), (ALL, YES)], JANUARY, False),
        ([(ONE, NO), (ALL, YES), (ONE, YES)], JANUARY, True),
        # a no to all ends what was said of one before it, not after it
        ([(ONE, YES), (ALL, NO)], JANUARY, False),
        ([(ALL, NO), (ONE, YES)], JANUARY, True),
        ([(ALL, YES), (ALL, NO_LONGER)], JANUARY, False),
        # from its first day to its last
        ([(ALL, YES)], date(2020, 12, 31), False),
        ([(ALL, YES)], MARCH, True),
        ([(ALL, YES)], date(2021, 4, 1), False),
    ],
)
def test_nothing_said_is_no_and_a_no_is_kept(
    told: list[tuple[str, Answer]], day: date, shown: bool
) -> None:
    answers = [Answered(measure, answer, JANUARY, MARCH) for measure, answer in told]
    assert consents(answers, ONE, day) is shown


def test_a_yes_to_one_that_is_over_leaves_the_yes_to_all() -> None:
    told = [Answered(ALL, YES, JANUARY), Answered(ONE, YES, JANUARY, MARCH)]
    assert consents(told, ONE, date(2022, 1, 1))
