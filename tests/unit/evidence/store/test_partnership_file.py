"""The partnership is what its file says; the returns fill in the rest."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kith.contracts.commands.checks import Severity
from kith.contracts.returns import ReturnHead
from kith.domain.vocabulary.periods import Period
from kith.evidence.store.partnership import partnership_from_json, partnership_to_json
from kith.evidence.store.partnership_file import read_partnership


if TYPE_CHECKING:
    from pathlib import Path


def head(folder: Path, feed: str, first: date, last: date, area: str) -> ReturnHead:
    return ReturnHead(
        name=f"{feed}-{first}",
        folder=folder,
        feed=feed,
        agency="council",
        areas=(area,),
        period=Period(first, last),
        extracted_on=last,
        agreement="Agreement 12",
    )


@pytest.fixture
def returns(tmp_path: Path) -> list[ReturnHead]:
    days = date(2020, 1, 1), date(2020, 6, 30), date(2020, 4, 1), date(2020, 12, 31)
    return [
        head(tmp_path, "early_help", days[0], days[1], "E06000024"),
        head(tmp_path, "ehc_plans", days[2], days[3], "E06000022"),
        head(tmp_path, "population", date(2018, 7, 1), date(2022, 6, 30), "E92000001"),
    ]


def test_without_a_file_the_child_level_returns_say_it(
    tmp_path: Path, returns: list[ReturnHead]
) -> None:
    """The population's estimates report other days and areas: they stretch nothing."""
    partnership, findings = read_partnership(tmp_path, returns)
    assert findings == ()
    assert partnership.period == Period(date(2020, 1, 1), date(2020, 12, 31))
    assert partnership.area_codes == ("E06000022", "E06000024")
    assert partnership.stands_on == date(2020, 12, 31)
    assert partnership.rule_set == "dfe"
    assert not partnership.invented
    assert partnership.agency_name("council") == "The council"
    assert partnership.agency_name("somebody") == "Somebody"


def test_with_a_file_it_says_it(tmp_path: Path, returns: list[ReturnHead]) -> None:
    (tmp_path / "partnership.toml").write_text(
        """
        name = "An invented partnership"
        from = 2020-02-01
        to = 2020-11-30
        rule_set = "none"
        invented = true
        stands_on = 2021-01-15
        provisional = true
        series_from = 2018-01-01
        [areas]
        E06000024 = "Here"
        [agencies]
        council = "Our council"
        """
    )
    partnership, findings = read_partnership(tmp_path, returns)
    (finding,) = findings
    assert finding.severity is Severity.NOTE
    assert "leaves out E06000022, which returns tell of" in finding.message
    assert partnership.name == "An invented partnership"
    assert partnership.period == Period(date(2020, 2, 1), date(2020, 11, 30))
    assert [(a.code, a.name) for a in partnership.areas] == [("E06000024", "Here")]
    assert partnership.invented
    assert partnership.provisional
    assert partnership.span == Period(date(2018, 1, 1), date(2020, 11, 30))
    assert partnership.agency_name("council") == "Our council"
    assert partnership_from_json(partnership_to_json(partnership)) == partnership


@pytest.mark.parametrize(
    ("line", "word", "severity"),
    [
        ('rule_set = "secret"', "rule_set", "stop"),
        ('invented = "yes"', "invented", "stop"),
        ("from = 2021-01-01\nto = 2020-01-01", "to", "stop"),
        ("from = 2021-01-01", "from", "stop"),
        ("series_from = 1999-12-31", "series_from", "stop"),
        ("to = 2019-12-31", "to", "stop"),
        ("to = 9999-12-31", "to", "stop"),
        ('[areas]\nE06000099 = "Here"', "areas", "warn"),
        ('[areas]\nhere = "Here"', "areas", "stop"),
        ("areas = 7", "areas", "stop"),
        ('nmae = "Slip"', "nmae", "warn"),
    ],
)
def test_each_defect_is_one_finding(
    tmp_path: Path, returns: list[ReturnHead], line: str, word: str, severity: str
) -> None:
    (tmp_path / "partnership.toml").write_text(line)
    _, (finding,) = read_partnership(tmp_path, returns)
    assert (finding.column, finding.severity.value) == (word, severity)
