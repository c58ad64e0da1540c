"""Money to the penny, and what is said of a change from last year."""

from __future__ import annotations

from decimal import Decimal as D

import pytest

from kith.domain.rules.budget_sums import Change, pounds, total, year_words


@pytest.mark.parametrize(
    ("amounts", "sum_of_them"),
    [
        ([], D("0.00")),
        ([D("0.10")] * 3, D("0.30")),
        ([D("1000000.01"), D("-0.02")], D("999999.99")),
    ],
)
def test_a_sum_is_exact(amounts: list[D], sum_of_them: D) -> None:
    assert total(amounts) == sum_of_them


@pytest.mark.parametrize(
    ("before", "now", "per_cent", "words"),
    [
        (None, "5", None, "no earlier year to compare with"),
        ("0", "5", None, "£5 more"),
        ("0", "0", None, "no change"),
        ("200", "200", "0.0", "no change"),
        ("200", "250", "25.0", "£50 more (25.0 %)"),
        ("200", "150", "-25.0", "£50 less (25.0 %)"),
        ("200", "0", "-100.0", "£200 less (100.0 %)"),
        ("1000", "1000.50", "0.1", "£0.50 more (0.1 %)"),
        ("3", "4", "33.3", "£1 more (33.3 %)"),
    ],
)
def test_a_change_is_said_only_as_far_as_it_can_be(
    before: str | None, now: str, per_cent: str | None, words: str
) -> None:
    change = Change(D(before) if before is not None else None, D(now))
    assert change.per_cent == (D(per_cent) if per_cent is not None else None)
    assert change.words == words


def test_a_difference_from_an_unknown_year_is_unknown_not_nought() -> None:
    assert Change(None, D(5)).difference is None
    assert Change(D(7), D(5)).difference == D(-2)


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("0", "£0"),
        ("12345.6", "£12,345.60"),
        ("1000000", "£1,000,000"),
        ("-3.5", "-£3.50"),
        ("0.05", "£0.05"),
    ],
)
def test_pounds(amount: str, said: str) -> None:
    assert pounds(D(amount)) == said


def test_a_financial_year_is_said_by_both_of_its_years() -> None:
    assert year_words(2020) == "2020 to 2021"
