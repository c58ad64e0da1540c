"""Population estimates → facts: weights by area, year, age, and sex or ethnic group."""

from __future__ import annotations

from kith.evidence.facts.mapping import FeedMapping, Mapping


CENSUS_DAY = """CASE t.year
    WHEN 2001 THEN DATE '2001-04-29'
    WHEN 2011 THEN DATE '2011-03-27'
    ELSE make_date(t.year, 3, 21) END"""
"""The days of the censuses; that of 2021 was 21 March."""

MAPPING = FeedMapping(
    feed="population",
    tells=(
        Mapping(
            "population",
            "mid_year",
            {
                "estimate_on": "make_date(t.year, 6, 30)",
                "year": "t.year",
                "basis": "'mid_year'",
                "age": "t.age",
                "sex": "t.sex",
                "ethnicity": "'all'",
                "persons": "t.persons",
            },
            # Beside female and male a row of persons is their sum: kept, it would
            # count everybody twice.
            where="""t.sex <> 'persons' OR NOT EXISTS (
                SELECT 1 FROM mid_year AS part
                WHERE part.area IS NOT DISTINCT FROM t.area
                    AND part.year = t.year AND part.age = t.age
                    AND part.sex <> 'persons'
            )""",
        ),
        Mapping(
            "population",
            "census",
            {
                "estimate_on": CENSUS_DAY,
                "year": "t.year",
                "basis": "'census'",
                "age": "t.age",
                "sex": "'persons'",
                "ethnicity": "t.ethnicity",
                "persons": "t.persons",
            },
        ),
    ),
    numbers={},
    digests={},
)
