"""Tables released one after another, by hand: what the second gives away of the first.

Each case names the earlier table that it takes; the case beside it is safe.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kith.domain.rules.disclosure import RULE_SETS, RuleSet
from kith.domain.vocabulary.figures import Figure, Kind
from kith.domain.vocabulary.periods import Period
from kith.evidence.disclosure import Links, Table, given_away, release
from kith.evidence.disclosure.beside import Judge
from tests.spec.disclosure.tables import YEAR, count, share, table


DFE, NHS = RULE_SETS["dfe"], RULE_SETS["nhs"]
HALF = Period(date(2020, 1, 1), date(2020, 6, 30))
REST = Period(date(2020, 7, 1), date(2020, 12, 31))
COUNTY, NORTH, SOUTH = "E10000099", "E07000901", "E07000902"
SHARES = Links(parts={"re_referral_share": ("re_referrals", "referrals")})
COUNTIES = Links(areas={COUNTY: (NORTH, SOUTH)})
EVER = Links(kinds={"referrals": Kind.EVER})


def told(
    tables: list[list[Figure]],
    links: Links | None = None,
    rules: tuple[RuleSet, ...] = (DFE, DFE, DFE),
) -> list[list[str]]:
    """For each count that the last table gives away, the earlier tables it takes."""
    links = links or Links()
    printed = [
        Table(f"R{n}", "one edition", release(figures, rule, links=links).content, rule)
        for n, (figures, rule) in enumerate(zip(tables, rules, strict=False), start=1)
    ]
    *before, new = printed
    return [
        [earlier.name for earlier, _ in given.by or ()]
        for given in given_away(new, before, Judge(DFE, links))
    ]


def of(period: Period, number: int) -> list[Figure]:
    return [count("referrals", number, period=period)]


def in_area(area: str, number: int) -> list[Figure]:
    return [count("referrals", number, area=area)]


def shares(period: Period, above: int, below: int) -> list[Figure]:
    return [replace(share("re_referral_share", above, below), period=period)]


GIRLS_AND_BOYS = table("""
    sex=female  40
    sex=male     3
""")


@pytest.mark.parametrize(
    ("tables", "links", "takes"),
    [
        ([of(HALF, 29), of(REST, 3), of(YEAR, 32)], None, [["R1"]]),
        ([of(HALF, 29), of(REST, 9), of(YEAR, 38)], None, []),
        ([of(HALF, 9), of(REST, 3), of(YEAR, 12)], EVER, []),
        (
            [in_area(NORTH, 3), in_area(SOUTH, 60), in_area(COUNTY, 63)],
            COUNTIES,
            [["R2"]],
        ),
        ([in_area(NORTH, 3), in_area(COUNTY, 63)], COUNTIES, []),
        ([shares(HALF, 20, 40), shares(YEAR, 22, 58)], SHARES, [["R1"]]),
        ([shares(HALF, 20, 40), shares(YEAR, 36, 58)], SHARES, [["R1"]]),
        ([shares(HALF, 20, 40), shares(YEAR, 28, 58)], SHARES, []),
        ([GIRLS_AND_BOYS, of(YEAR, 43)], None, [["R1"]]),
        ([of(YEAR, 43), of(YEAR, 43)], None, []),
    ],
    ids=[
        "three in the other half",
        "nine in the other half",
        "children counted once: from three to twelve",
        "an area less the other",
        "an area of two of which neither shows",
        "two more of eighteen more",
        "two left out of eighteen more",
        "eight of eighteen more",
        "a total after its parts",
        "the same again",
    ],
)
def test_what_a_table_gives_away_and_by_which(
    tables: list[list[Figure]], links: Links | None, takes: list[list[str]]
) -> None:
    assert told(tables, links) == takes


def test_each_table_is_read_by_its_own_rule_set() -> None:
    """43 to the nearest five is 45, which is anything from 43 to 47."""
    tables = [GIRLS_AND_BOYS, of(YEAR, 43)]
    assert told(tables, rules=(DFE, NHS)) == []
    assert told(tables, rules=(DFE, DFE)) == [["R1"]]
