"""Population estimates: no gap in years or ages, and sums that agree."""

from tests.unit.evidence.quality.meaning.drawn import assert_flags


def test_population_year_missing() -> None:
    assert_flags(
        "population_year_missing",
        population="""
            year | basis    | age | sex     | persons | flagged
            2016 | mid_year | 0   | female  | 100     | -
            2017 | mid_year | 0   | female  | 100     | -
            2019 | mid_year | 0   | female  | 100     | yes
            2019 | mid_year | 1   | female  | 100     | -
            2021 | census   | 0   | persons | 100     | -
        """,
    )


def test_population_negative() -> None:
    assert_flags(
        "population_negative",
        population="""
            year | basis    | age | sex    | persons | flagged
            2019 | mid_year | 0   | female | -1      | yes
            2019 | mid_year | 1   | female | 0       | -
        """,
    )


def test_population_sexes_disagree_with_persons() -> None:
    assert_flags(
        "population_sexes_disagree_with_persons",
        population__mid_year="""
            area      | year | age | sex     | persons | flagged
            E06000024 | 2019 | 0   | female  | 100     | -
            E06000024 | 2019 | 0   | male    | 110     | -
            E06000024 | 2019 | 0   | persons | 211     | yes
            E06000024 | 2019 | 1   | female  | 100     | -
            E06000024 | 2019 | 1   | male    | 110     | -
            E06000024 | 2019 | 1   | persons | 210     | -
            E06000024 | 2019 | 2   | female  | 100     | -
            E06000024 | 2019 | 2   | persons | 210     | -
        """,
    )


def test_census_far_from_estimate() -> None:
    assert_flags(
        "census_far_from_estimate",
        population="""
            area      | year | basis    | age | sex     | ethnicity | persons | flagged
            E06000024 | 2021 | mid_year | 0   | female  | all       | 1000    | -
            E06000024 | 2021 | census   | 0   | persons | white     | 940     | yes
            E06000025 | 2021 | mid_year | 0   | female  | all       | 1000    | -
            E06000025 | 2021 | census   | 0   | persons | white     | 900     | -
            E06000025 | 2021 | census   | 0   | persons | asian     | 50      | -
        """,
    )


def test_population_jumps() -> None:
    assert_flags(
        "population_jumps",
        population="""
            area      | year | basis    | age | sex    | persons | flagged
            E06000024 | 2018 | mid_year | 0   | female | 1000    | -
            E06000024 | 2019 | mid_year | 0   | female | 1101    | yes
            E06000025 | 2018 | mid_year | 0   | female | 1000    | -
            E06000025 | 2019 | mid_year | 0   | female | 900     | -
        """,
    )


def test_population_age_missing() -> None:
    header = "year | basis | age | sex | persons | flagged"
    whole = [f"2018 | mid_year | {age} | female | 100 | -" for age in range(18)]
    short = [f"2019 | mid_year | {age} | female | 100 | -" for age in range(1, 17)]
    first = "2019 | mid_year | 0 | female | 100 | yes"
    assert_flags(
        "population_age_missing", population="\n".join([header, *whole, first, *short])
    )
