"""Whatever table is drawn: nothing can be worked out, and nothing shown is untrue."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from kith.domain.rules.disclosure import RULE_SETS
from kith.domain.vocabulary.figures import Figure, Kind, Status
from kith.evidence.disclosure import Links, attack, release
from tests.spec.disclosure.tables import count, share


if TYPE_CHECKING:
    from random import Random


DFE = RULE_SETS["dfe"]
SEXES, AGES = ("female", "male", "not_known"), ("0", "1-4", "5-9")
MONTHS = [f"2020-{month:02d}" for month in range(1, 7)]
few_or_many = st.one_of(st.integers(0, 9), st.integers(0, 60))


@st.composite
def two_way(draw: st.DrawFn) -> list[Figure]:
    inner = {pair: draw(few_or_many) for pair in product(SEXES, AGES)}
    figures = [count("referrals", sum(inner.values()))]
    for sex in SEXES:
        figures.append(count("referrals", sum(inner[sex, a] for a in AGES), sex=sex))
    for age in AGES:
        figures.append(count("referrals", sum(inner[s, age] for s in SEXES), age=age))
    for (sex, age), number in inner.items():
        figures.append(count("referrals", number, sex=sex, age=age))
    return figures


@st.composite
def months_and_shares(draw: st.DrawFn) -> list[Figure]:
    below = [draw(few_or_many) for _ in MONTHS]
    above = [draw(st.integers(0, number)) for number in below]
    figures: list[Figure] = []
    for measure, numbers in (("referrals", below), ("re_referrals", above)):
        figures.append(count(measure, sum(numbers)))
        for quarter in (0, 1):
            number = sum(numbers[3 * quarter : 3 * quarter + 3])
            figures.append(count(measure, number, quarter=f"2020-Q{quarter + 1}"))
        for month, number in zip(MONTHS, numbers, strict=True):
            figures.append(count(measure, number, month=month))
    for month, n, d in zip(MONTHS, above, below, strict=True):
        if d:
            figures.append(share("re_referral_share", n, d, month=month))
    return figures


SHARES = Links(parts={"re_referral_share": ("re_referrals", "referrals")})


def check_released(figures: list[Figure], links: Links) -> None:
    out = release(figures, DFE, links=links).content
    assert attack(out, DFE, links) == []
    for true, printed in zip(figures, out, strict=True):
        if true.numerator == 0:
            assert printed.status is Status.ZERO
        if printed.status is Status.SUPPRESSED:
            assert (printed.numerator, printed.value) == (None, None)
        else:
            assert printed.numerator == true.numerator
            assert not DFE.hides(true.numerator or 0)


@given(two_way())
def test_a_two_way_table_keeps_its_secrets_and_its_truth(figures: list[Figure]) -> None:
    check_released(figures, Links())


@given(months_and_shares())
def test_months_quarters_and_shares_keep_their_secrets(figures: list[Figure]) -> None:
    check_released(figures, SHARES)


@given(two_way())
def test_a_second_table_beside_the_first_keeps_the_secrets_of_both(
    figures: list[Figure],
) -> None:
    """The margins are published first, the inner cells later, margins repeated."""
    edition = release(figures[:7], DFE).content
    later = release(figures, DFE, already=edition).content
    assert later[:7] == edition, "what stands in print is printed alike again"
    assert attack([*edition, *later], DFE) == []


@st.composite
def children_ever(draw: st.DrawFn) -> list[Figure]:
    """Children drawn one by one, so that each has one sex and several months."""
    months = st.sets(st.integers(0, 5), min_size=1)
    children = draw(
        st.lists(st.tuples(st.sampled_from(SEXES), months), min_size=1, max_size=25)
    )
    figures = [count("children_missing", len(children))]
    for sex in SEXES:
        figures.append(
            count("children_missing", sum(s == sex for s, _ in children), sex=sex)
        )
    for quarter in (0, 1):
        within = {3 * quarter, 3 * quarter + 1, 3 * quarter + 2}
        number = sum(bool(within & seen) for _, seen in children)
        figures.append(
            count("children_missing", number, quarter=f"2020-Q{quarter + 1}")
        )
    for index, month in enumerate(MONTHS):
        number = sum(index in seen for _, seen in children)
        figures.append(count("children_missing", number, month=month))
    return figures


@given(children_ever())
def test_children_counted_once_keep_their_secrets(figures: list[Figure]) -> None:
    check_released(figures, Links(kinds={"children_missing": Kind.EVER}))


@given(two_way(), st.randoms(use_true_random=False))
def test_the_order_of_the_figures_does_not_matter(
    figures: list[Figure], random: Random
) -> None:
    shuffled = list(figures)
    random.shuffle(shuffled)
    assert set(release(shuffled, DFE).content) == set(release(figures, DFE).content)
