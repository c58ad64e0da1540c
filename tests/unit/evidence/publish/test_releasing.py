"""What disclosure control is told of the measures: equal counts are one count."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kith.domain.vocabulary.figures import Figure, Status
from kith.domain.vocabulary.periods import Period
from kith.evidence.disclosure.cells import told_by
from kith.evidence.measures import MEASURES, family
from kith.evidence.publish.releasing import links


YEAR = Period(date(2020, 1, 1), date(2020, 12, 31))
HELD_IN_TIME = ("return_interview_timeliness", "return_interview_timeliness_of_ended")


def figure(measure: str) -> Figure:
    return Figure(
        measure=measure,
        area="E06000024",
        period=YEAR,
        breakdown=(),
        numerator=3,
        denominator=9,
        value=Decimal("33.3"),
        unit=MEASURES[measure].unit,
        status=Status.SHOWN,
    )


def test_two_shares_of_one_numerator_tell_one_count() -> None:
    completed, ended = (told_by(figure(code), links()) for code in HELD_IN_TIME)
    assert completed.numerator == ended.numerator
    assert completed.denominator != ended.denominator


def test_whoever_asks_for_one_is_judged_with_the_other() -> None:
    assert set(HELD_IN_TIME) <= set(family([HELD_IN_TIME[1]]))


def test_a_share_and_the_measure_of_its_numerator_tell_one_count() -> None:
    share = told_by(figure("re_referral_share"), links())
    assert share.numerator == told_by(figure("re_referrals"), links()).numerator


@pytest.mark.parametrize(
    "code", [code for code, each in MEASURES.items() if each.is_made_of_counts]
)
def test_a_count_that_some_measure_counts_goes_by_its_code(code: str) -> None:
    """The typed name and the rows agree, so no equal count goes by two names."""
    measure = MEASURES[code]
    same_rows = {
        (other.selection.name, other.flag): other.code
        for other in MEASURES.values()
        if other.selection and not other.is_made_of_counts
    }
    assert measure.selection is not None
    flags = [] if measure.is_median else [(measure.flag, measure.counts[0])]
    if not measure.is_rate:
        flags.append((measure.denominator_flag, measure.counts[1]))
    for flag, name in flags:
        assert name == same_rows.get((measure.selection.name, flag), name)
