"""Hand-worked tables: what is hidden, why, and what the attack finds without it.

Each table is released twice: with primary suppression alone, where the attack must
find the hole, and in full, where it must find none.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kith.domain.rules.disclosure import RULE_SETS
from kith.domain.vocabulary.figures import Figure, Kind, Status, Unit
from kith.domain.vocabulary.periods import Period
from kith.evidence.disclosure import Links, attack, release
from tests.spec.disclosure.tables import count, drawn, share, table


DFE, NHS = RULE_SETS["dfe"], RULE_SETS["nhs"]


def holes(figures: list[Figure], links: Links | None = None) -> list[str]:
    """What the attack finds when nothing but small counts is hidden."""
    primary = release(figures, DFE, links=links, secondary=False)
    return [str(breach) for breach in attack(primary.content, DFE, links)]


def released(figures: list[Figure], links: Links | None = None) -> list[str]:
    """The released table, drawn; the attack must find nothing in it."""
    table_out = release(figures, DFE, links=links).content
    assert attack(table_out, DFE, links) == []
    return drawn(table_out)


def test_one_hidden_cell_of_a_row_takes_the_next_smallest_with_it() -> None:
    figures = table("""
        total             50
        sex=female         3
        sex=male          40
        sex=not_known      7
    """)
    assert holes(figures) == [
        "referrals, E06000024, 2020-01-01 to 2020-12-31, sex female"
    ]
    assert released(figures) == ["total 50", "female c", "male 40", "not_known c"]


def test_a_breach_names_what_it_can_be_and_what_gives_it_away() -> None:
    figures = table("""
        total       50
        sex=female   3
        sex=male    47
    """)
    primary = release(figures, DFE, secondary=False).content
    [breach] = attack(primary, DFE)
    assert breach.values == (3,)
    assert breach.bounds == (3, 3)
    assert set(breach.given_away_by) == {primary[0], primary[2]}


def test_noughts_stay_noughts_and_do_not_serve_as_cover() -> None:
    figures = table("""
        total             50
        sex=female         2
        sex=male          48
        sex=not_known      0
    """)
    assert released(figures) == ["total 50", "female c", "male c", "not_known 0"]


def test_two_hidden_cells_that_can_only_be_one_each_need_a_third() -> None:
    """1 + 1 = 2 and noughts are shown, so two hidden cells would hide nothing."""
    figures = table("""
        total             42
        sex=female         1
        sex=not_known      1
        sex=male          40
    """)
    assert len(holes(figures)) == 2
    assert released(figures) == ["total 42", "female c", "not_known c", "male c"]


def test_a_small_table_vanishes_whole() -> None:
    figures = table("""
        total         4
        sex=female    1
        sex=male      3
    """)
    assert released(figures) == ["total c", "female c", "male c"]


def test_a_total_with_one_cell_that_is_not_nought_gives_the_total_away() -> None:
    figures = table("""
        total         4
        sex=female    4
        sex=male      0
    """)
    assert released(figures) == ["total c", "female c", "male 0"]


def test_a_quarter_less_its_months_gives_nothing_away() -> None:
    figures = table("""
        total     120
        2020-Q1    30
        2020-Q2    30
        2020-Q3    30
        2020-Q4    30
        2020-01     4
        2020-02    12
        2020-03    14
    """)
    assert holes(figures) == ["referrals, E06000024, 2020-01-01 to 2020-01-31"]
    out = released(figures)
    assert [line for line in out if line.endswith(" c")] == ["2020-01 c", "2020-02 c"]


def test_a_hidden_quarter_is_not_the_year_less_the_other_quarters() -> None:
    figures = table("""
        total      75
        2020-Q1     5
        2020-Q2    30
        2020-Q3    19
        2020-Q4    21
    """)
    assert holes(figures) == ["referrals, E06000024, 2020-01-01 to 2020-03-31"]
    out = released(figures)
    assert out[0] == "total 75"
    assert [line for line in out if line.endswith(" c")] == ["2020-Q1 c", "2020-Q3 c"]


def test_days_between_two_totals_are_a_cell_that_nobody_printed() -> None:
    """Fourteen months less the calendar year inside them: two months of 3."""
    fourteen = Period(date(2019, 11, 1), date(2020, 12, 31))
    figures = [count("referrals", 103, period=fourteen), count("referrals", 100)]
    assert holes(figures) == ["referrals, E06000024, 2019-11-01 to 2019-12-31"]
    assert released(figures).count("total c") == 1


def test_overlapping_totals_whose_difference_is_large_are_both_shown() -> None:
    fourteen = Period(date(2019, 11, 1), date(2020, 12, 31))
    figures = [count("referrals", 906, period=fourteen), count("referrals", 760)]
    assert released(figures) == ["total 906", "total 760"]


TWO_WAY = """
    total                     100
    sex=female                 50
    sex=male                   50
    age=young                  45
    age=old                    55
    sex=female  age=young       3
    sex=female  age=old        47
    sex=male    age=young      42
    sex=male    age=old         8
"""


def test_a_two_way_table_needs_a_partner_in_the_row_and_in_the_column() -> None:
    figures = table(TWO_WAY)
    assert len(holes(figures)) == 1
    out = released(figures)
    assert out[:5] == ["total 100", "female 50", "male 50", "young 45", "old 55"]
    assert [line[-2:] for line in out[5:]] == [" c", " c", " c", " c"]


RE_REFERRALS = Links(parts={"re_referral_share": ("re_referrals", "referrals")})


def test_a_share_with_a_small_numerator_is_hidden_with_it() -> None:
    figures = [
        count("referrals", 40),
        count("re_referrals", 3),
        share("re_referral_share", 3, 40),
    ]
    out = release(figures, DFE, links=RE_REFERRALS).content
    assert drawn(out) == ["total 40", "total c", "total c"]
    assert (out[2].numerator, out[2].denominator) == (None, 40)


def test_a_share_in_print_gives_away_the_count_it_was_made_of() -> None:
    """7.5 per cent of 40 is 3: hiding the count alone is not enough."""
    hidden = release([count("re_referrals", 3)], DFE).content[0]
    left = share("re_referral_share", 3, 40)
    printed = [count("referrals", 40), hidden, _without_numerator(left)]
    [breach] = attack(printed, DFE, RE_REFERRALS)
    assert (breach.count.series, breach.values) == ("re_referrals", (3,))


def test_a_rate_in_print_gives_away_the_count_it_was_made_of() -> None:
    """0.9 per 10,000 of 45,671 is 4."""
    rate = _without_numerator(
        share("referral_rate", 4, 45_671, unit=Unit.PER_10_000), "0.9"
    )
    hidden = release([count("referrals", 4)], DFE).content[0]
    links = Links(parts={"referral_rate": ("referrals", "")})
    [breach] = attack([hidden, rate], DFE, links)
    assert breach.values == (4,)


def test_a_rate_is_hidden_with_its_count_and_its_population_stays() -> None:
    rate = share("referral_rate", 4, 45_671, unit=Unit.PER_10_000)
    links = Links(parts={"referral_rate": ("referrals", "")})
    out = release([count("referrals", 4), rate], DFE, links=links).content
    assert [f.status for f in out] == [Status.SUPPRESSED, Status.SUPPRESSED]
    assert out[1].denominator == 45_671


def test_those_a_share_leaves_out_are_protected_too() -> None:
    """38 of 40 in time says that two were not."""
    figures = [share("assessment_timeliness", 38, 40)]
    assert released(figures) == ["total c"]
    assert released([share("assessment_timeliness", 30, 40)]) == ["total 75"]


def test_those_left_out_of_a_few_need_no_more_than_the_few_themselves() -> None:
    """Of six some were in time: those who were not may be one to five, which is as
    much as is known of any hidden count. Nothing else is hidden for it."""
    figures = [
        share("assessment_timeliness", 3, 6, month="2020-01"),
        share("assessment_timeliness", 30, 60, month="2020-02"),
        share("assessment_timeliness", 20, 40, month="2020-03"),
    ]
    assert released(figures) == ["2020-01 c", "2020-02 50", "2020-03 50"]


def test_count_and_share_may_not_be_subtracted_from_each_other() -> None:
    figures = [
        count("referrals", 42),
        count("re_referrals", 40),
        share("re_referral_share", 40, 42),
    ]
    out = released(figures, RE_REFERRALS)
    assert "c" in (out[0][-1], out[1][-1])
    assert out[2] == "total c"


def test_an_open_nought_keeps_its_share_and_loses_a_small_denominator() -> None:
    [figure] = release([share("repeat_plan_share", 0, 3)], DFE).content
    assert (figure.status, figure.value) == (Status.ZERO, 0)
    assert figure.denominator is None


EVER = Links(kinds={"children_missing": Kind.EVER})
MISSING = """
    total     20
    2020-Q1    3
    2020-Q2   12
    2020-Q3   11
    2020-Q4   10
"""


def test_children_counted_once_do_not_add_up_over_time() -> None:
    """A flow of these figures is given away (20 - 33 is not even a number);
    children ever missing are not: the same child may be missing in each quarter."""
    figures = table(MISSING, "children_missing")
    assert holes(figures, EVER) == []
    assert released(figures, EVER).count("2020-Q1 c") == 1
    assert sum(line.endswith(" c") for line in released(figures, EVER)) == 1


def test_children_counted_once_are_at_most_the_sum_of_the_parts() -> None:
    """Four ever and none in the second quarter: all four were in the first, so the
    total would say what the quarter hides."""
    figures = table(
        """
        total     9
        2020-Q1   9
        2020-Q2   0
        """,
        "children_missing",
    )
    assert released(figures, EVER) == ["total 9", "2020-Q1 9", "2020-Q2 0"]
    figures = table(
        """
        total     4
        2020-Q1   4
        2020-Q2   0
        """,
        "children_missing",
    )
    assert released(figures, EVER) == ["total c", "2020-Q1 c", "2020-Q2 0"]


def test_children_counted_once_do_add_up_over_sex() -> None:
    figures = table(
        """
        total        30
        sex=female    2
        sex=male     28
        """,
        "children_missing",
    )
    assert len(holes(figures, EVER)) == 1
    assert released(figures, EVER) == ["total 30", "female c", "male c"]


def test_a_stock_at_the_quarter_s_end_is_that_of_its_last_month() -> None:
    links = Links(kinds={"plans_at_date": Kind.SNAPSHOT})
    figures = table(
        """
        total     4
        2020-11   60
        2020-12   4
        2020-Q4   4
        """,
        "plans_at_date",
    )
    assert released(figures, links) == [
        "total c",
        "2020-11 60",
        "2020-12 c",
        "2020-Q4 c",
    ]


def test_a_region_less_its_other_areas_gives_nothing_away() -> None:
    links = Links(areas={"E10000099": ("E06000024", "E06000023")})
    figures = [
        count("referrals", 64, area="E10000099"),
        count("referrals", 4, area="E06000024"),
        count("referrals", 60, area="E06000023"),
    ]
    assert len(holes(figures, links)) == 1
    assert released(figures, links) == ["total 64", "total c", "total c"]


def test_counts_of_process_are_shown_whole_and_only_whole() -> None:
    figures = table(
        """
        total        5
        sex=female   2
        sex=male     3
        """,
        "rapid_reviews",
    )
    out = release(figures, DFE, processes=frozenset({"rapid_reviews"})).content
    assert drawn(out) == ["total 5", "female c", "male c"]
    assert "not children" in out[0].reason


PRINTED_SEX = """
    total             50
    sex=female         3
    sex=male          40
    sex=not_known      7
"""


def test_what_stands_in_print_is_neither_given_back_nor_given_away() -> None:
    """The edition hides female and not_known. A second table, released by itself,
    would hide other cells, and the two together would give the first away."""
    edition = release(table(PRINTED_SEX), DFE).content
    second = table("""
        sex=not_known  age=young    7
        sex=not_known  age=old      0
        sex=male       age=young   20
        sex=male       age=old     20
    """)
    alone = release(second, DFE).content
    assert drawn(alone)[0] == "not_known young 7"
    assert str(attack([*edition, *alone], DFE)[0]).endswith("sex female")
    beside = release(second, DFE, already=edition).content
    assert drawn(beside) == [
        "not_known young c",
        "not_known old 0",
        "male young 20",
        "male old 20",
    ]
    assert attack([*edition, *beside], DFE) == []


def test_a_figure_hidden_in_print_stays_hidden_when_asked_for_again() -> None:
    edition = release(table(PRINTED_SEX), DFE).content
    again = release(table("sex=not_known 7"), DFE, already=edition).content
    assert drawn(again) == ["not_known c"]


def test_a_count_of_process_by_agency_or_month_says_nothing_of_a_child() -> None:
    """Small cells are hidden all the same, and the whole is not sacrificed to them."""
    figures = table(
        """
        total            2
        agency=council   2
        2020-03          1
        2020-09          1
        """,
        "rapid_reviews",
    )
    reviews = frozenset({"rapid_reviews"})
    out = release(figures, DFE, processes=reviews).content
    assert drawn(out) == ["total 2", "council c", "2020-03 c", "2020-09 c"]
    assert attack(out, DFE, processes=reviews) == []


def test_a_whole_count_of_process_gives_way_where_it_would_give_children_away() -> None:
    """Five reviews, all of girls: whoever has the total has the hidden cell."""
    figures = table(
        """
        total        5
        sex=female   5
        sex=male     0
        """,
        "rapid_reviews",
    )
    reviews = frozenset({"rapid_reviews"})
    out = release(figures, DFE, processes=reviews).content
    assert drawn(out) == ["total c", "female c", "male 0"]
    assert attack(out, DFE, processes=reviews) == []


def test_a_median_of_a_few_is_hidden() -> None:
    few = share("median_assessment_working_days", 4, 4, unit=Unit.WORKING_DAYS)
    many = share("median_assessment_working_days", 40, 40, unit=Unit.WORKING_DAYS)
    assert release([few], DFE).content[0].value is None
    assert release([many], DFE).content[0].status is Status.SHOWN


def test_a_value_without_its_counts_cannot_be_judged_and_is_hidden() -> None:
    bare = _without_numerator(share("waiting_share", 30, 60))
    [out] = release([bare], DFE).content
    assert (out.status, out.value, out.denominator) == (Status.SUPPRESSED, None, None)
    assert "count it rests on" in out.reason


def test_gaps_keep_their_own_status() -> None:
    gap = replace(
        count("referrals", 9), numerator=None, value=None, status=Status.NOT_SUPPLIED
    )
    figures = [gap, *table("sex=female 3\nsex=male 40")]
    out = release(figures, DFE).content
    assert [f.status for f in out] == [
        Status.NOT_SUPPLIED,
        Status.SUPPRESSED,
        Status.SHOWN,
    ]


def test_rounding_alone_may_be_protection_enough() -> None:
    figures = table("""
        total             52
        sex=female         6
        sex=male          46
    """)
    out = release(figures, NHS).content
    assert drawn(out)[1] == "female c"
    assert attack(out, NHS) == []
    shown = [f for f in out if f.status is Status.SHOWN]
    assert all(f.numerator is not None and f.numerator % 5 == 0 for f in shown)


@pytest.mark.parametrize("code", ["dfe", "nhs"])
def test_what_gives_nothing_away_is_shown_whole(code: str) -> None:
    figures = table("""
        total             90
        sex=female        50
        sex=male          40
        sex=not_known      0
    """)
    out = release(figures, RULE_SETS[code]).content
    assert drawn(out) == ["total 90", "female 50", "male 40", "not_known 0"]


def test_the_internal_rule_set_changes_nothing() -> None:
    figures = table(TWO_WAY)
    assert release(figures, RULE_SETS["none"]).content == tuple(figures)


def _without_numerator(figure: Figure, value: str | None = None) -> Figure:
    printed = Decimal(value) if value else figure.value
    return replace(figure, numerator=None, value=printed)
