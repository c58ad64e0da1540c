"""What each rule set says of one cell."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kith.domain.rules.disclosure import RULE_SETS, RuleSet
from kith.domain.vocabulary.figures import Status


LA, REGION, ENGLAND = "E06000024", "E12000009", "E92000001"


@pytest.mark.parametrize(
    ("code", "count", "hidden"),
    [
        ("dfe", 0, False),
        ("dfe", 1, True),
        ("dfe", 5, True),
        ("dfe", 6, False),
        ("nhs", 0, False),
        ("nhs", 1, True),
        ("nhs", 7, True),
        ("nhs", 8, False),
        ("none", 1, False),
        ("none", 5, False),
    ],
)
def test_small_counts_are_hidden_both_ends_included(
    code: str, count: int, hidden: bool
) -> None:
    assert RULE_SETS[code].hides(count) is hidden


def test_a_rule_set_may_hide_noughts_too() -> None:
    strict = RuleSet("strict", "Noughts hidden", "invented", zero_shown=False)
    assert strict.hides(0)
    assert not RULE_SETS["none"].hides(0)


@pytest.mark.parametrize(
    ("code", "numerator", "denominator", "hidden"),
    [
        ("dfe", 40, 42, True),
        ("dfe", 40, 40, False),
        ("dfe", 40, 46, False),
        ("none", 40, 42, False),
    ],
)
def test_a_share_may_not_leave_out_a_few(
    code: str, numerator: int, denominator: int, hidden: bool
) -> None:
    assert RULE_SETS[code].hides_complement_of(numerator, denominator) is hidden


@pytest.mark.parametrize(
    ("code", "area", "count", "printed"),
    [
        ("dfe", LA, 906, 906),
        ("dfe", REGION, 906, 910),
        ("dfe", ENGLAND, 904, 900),
        ("dfe", ENGLAND, 905, 910),
        ("nhs", LA, 12, 10),
        ("nhs", LA, 13, 15),
        ("none", ENGLAND, 904, 904),
    ],
)
def test_counts_are_rounded_where_the_set_rounds(
    code: str, area: str, count: int, printed: int
) -> None:
    assert RULE_SETS[code].rounded_count(count, area) == printed


@pytest.mark.parametrize("code", ["dfe", "nhs"])
@pytest.mark.parametrize("area", [LA, ENGLAND])
@pytest.mark.parametrize("count", [0, 8, 9, 10, 14, 15, 904, 905, 906])
def test_a_printed_count_stands_for_every_count_printed_so(
    code: str, area: str, count: int
) -> None:
    rule_set = RULE_SETS[code]
    low, high = rule_set.counts_printed_as(rule_set.rounded_count(count, area), area)
    assert low <= count <= high
    alike = {rule_set.rounded_count(c, area) for c in range(low, high + 1)}
    assert alike == {rule_set.rounded_count(count, area)}
    assert not any(rule_set.hides(c) for c in range(low, high + 1))


@pytest.mark.parametrize(
    ("code", "value", "printed"),
    [("dfe", "21.25", "21.3"), ("dfe", "21.192053", "21.2"), ("nhs", "21.5", "22")],
)
def test_shares_and_rates_have_the_set_s_decimals(
    code: str, value: str, printed: str
) -> None:
    assert RULE_SETS[code].rounded_value(Decimal(value)) == Decimal(printed)


@pytest.mark.parametrize("rule_set", RULE_SETS.values(), ids=lambda r: r.code)
def test_every_set_cites_its_source_and_has_a_symbol_for_every_gap(
    rule_set: RuleSet,
) -> None:
    assert rule_set.source
    gaps = {status for status in Status if not status.has_value}
    symbols = [rule_set.symbols[status] for status in sorted(gaps)]
    assert len(set(symbols)) == len(gaps), "no two gaps may look alike"
