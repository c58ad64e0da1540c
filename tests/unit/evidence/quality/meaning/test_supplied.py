"""Figures that agencies counted: each must follow from its parts."""

from tests.unit.evidence.quality.meaning.drawn import assert_flags


def test_supplied_value_not_from_its_parts() -> None:
    assert_flags(
        "supplied_value_not_from_its_parts",
        aggregate__figures="""
            measure     | numerator | denominator | value | flagged
            count       | 192       | 906         | 192   | -
            share       | 192       | 906         | 21.2  | -
            whole_share | 192       | 906         | 21    | -
            rate        | 237       | 45671       | 51.9  | -
            wrong       | 192       | 906         | 22.3  | yes
            no_parts    | -         | -           | 17.5  | -
        """,
    )


def test_supplied_numerator_above_denominator() -> None:
    assert_flags(
        "supplied_numerator_above_denominator",
        supplied_figures="""
            measure | numerator | denominator | flagged
            a       | 11        | 10          | yes
            b       | 10        | 10          | -
            c       | 10        | -           | -
        """,
    )


def test_supplied_negative() -> None:
    assert_flags(
        "supplied_negative",
        supplied_figures="""
            measure | numerator | denominator | flagged
            a       | -1        | 10          | yes
            b       | 3         | 0           | yes
            e       | 0         | 0           | -
            c       | 0         | 10          | -
            d       | -         | -           | -
        """,
    )


def test_supplied_parts_miss_the_total() -> None:
    assert_flags(
        "supplied_parts_miss_the_total",
        supplied_figures="""
            measure | dimension | dimension_value | numerator | period_from | period_to  | flagged
            a       | -         | -               | 10        | 2020-01-01  | 2020-12-31 | yes
            a       | sex       | female          | 4         | 2020-01-01  | 2020-12-31 | -
            a       | sex       | male            | 5         | 2020-01-01  | 2020-12-31 | -
            b       | -         | -               | 10        | 2020-01-01  | 2020-12-31 | -
            b       | sex       | female          | 4         | 2020-01-01  | 2020-12-31 | -
            b       | sex       | male            | 6         | 2020-01-01  | 2020-12-31 | -
            c       | -         | -               | 10        | 2020-01-01  | 2020-12-31 | -
            c       | sex       | female          | 4         | 2020-01-01  | 2020-12-31 | -
            c       | sex       | male            | -         | 2020-01-01  | 2020-12-31 | -
            d       | -         | -               | 10        | 2020-01-01  | 2020-12-31 | -
            d       | month     | 2020-01         | 9         | 2020-01-01  | 2020-12-31 | -
        """,
    )


def test_supplied_percentage_impossible() -> None:
    assert_flags(
        "supplied_percentage_impossible",
        aggregate__figures="""
            measure | denominator | value | unit     | flagged
            a       | 3           | 33.3  | per cent | -
            b       | 3           | 40.0  | per cent | yes
            c       | 3           | 33    | %        | -
            d       | 3           | 133.3 | per cent | yes
            e       | 3           | 40.0  | days     | -
        """,
    )


def test_supplied_value_despite_gap() -> None:
    assert_flags(
        "supplied_value_despite_gap",
        supplied_figures="""
            measure | numerator | status     | flagged
            a       | 4         | suppressed | yes
            b       | -         | suppressed | -
            c       | 4         | shown      | -
        """,
    )


def test_supplied_zero_disagrees() -> None:
    assert_flags(
        "supplied_zero_disagrees",
        supplied_figures="""
            measure | numerator | status | flagged
            a       | 4         | zero   | yes
            b       | 0         | zero   | -
            c       | -         | zero   | -
        """,
    )


def test_supplied_period_unended() -> None:
    assert_flags(
        "supplied_period_unended",
        supplied_figures="""
            measure | period_from | period_to  | extracted_on | flagged
            a       | 2020-01-01  | 2020-03-31 | 2020-03-30   | yes
            b       | 2020-01-01  | 2020-03-31 | 2020-03-31   | -
        """,
    )
