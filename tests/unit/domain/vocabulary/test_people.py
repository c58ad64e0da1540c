"""Ages and bands, ethnic codes and groups, sex: not known is always shown."""

from __future__ import annotations

from datetime import date

import pytest

from kith.domain.vocabulary.ages import AGE_BANDS, NOT_KNOWN, UNBORN, age_band, age_on
from kith.domain.vocabulary.ethnicity import ETHNIC_CODES, EthnicGroup, ethnic_group
from kith.domain.vocabulary.sex import Sex


@pytest.mark.parametrize(
    ("born_on", "day", "age"),
    [
        ("2010-05-20", "2020-05-19", 9),
        ("2010-05-20", "2020-05-20", 10),
        ("2020-05-20", "2020-05-20", 0),
        ("2020-05-20", "2020-05-19", UNBORN),
        ("2004-02-29", "2022-02-28", 17),
        ("2004-02-29", "2022-03-01", 18),
    ],
)
def test_age_on(born_on: str, day: str, age: int) -> None:
    assert age_on(date.fromisoformat(born_on), date.fromisoformat(day)) == age


@pytest.mark.parametrize(
    ("age", "band"),
    [
        (UNBORN, "unborn"),
        (0, "0"),
        (1, "1-4"),
        (4, "1-4"),
        (5, "5-9"),
        (9, "5-9"),
        (10, "10-15"),
        (15, "10-15"),
        (16, "16-17"),
        (17, "16-17"),
        (18, "18-25"),
        (25, "18-25"),
        (26, NOT_KNOWN),
        (-2, NOT_KNOWN),
        (None, NOT_KNOWN),
    ],
)
def test_age_band(age: int | None, band: str) -> None:
    assert age_band(age) == band


def test_bands_cover_unborn_to_25_without_a_gap_or_overlap() -> None:
    ages = [a for band in AGE_BANDS for a in range(band.lowest, band.highest + 1)]
    assert ages == list(range(UNBORN, 26))


@pytest.mark.parametrize(
    ("code", "group"),
    [
        ("WBRI", EthnicGroup.WHITE),
        ("WROM", EthnicGroup.WHITE),
        ("MWAS", EthnicGroup.MIXED),
        ("CHNE", EthnicGroup.ASIAN),
        ("BCRB", EthnicGroup.BLACK),
        ("OOTH", EthnicGroup.OTHER),
        ("REFU", EthnicGroup.NOT_KNOWN),
        ("NOBT", EthnicGroup.NOT_KNOWN),
        ("XXXX", EthnicGroup.NOT_KNOWN),
        ("", EthnicGroup.NOT_KNOWN),
        (None, EthnicGroup.NOT_KNOWN),
    ],
)
def test_ethnic_group(code: str | None, group: EthnicGroup) -> None:
    assert ethnic_group(code) is group


def test_there_are_twenty_codes_and_every_group_has_a_label_and_a_code() -> None:
    assert len(ETHNIC_CODES) == 20
    assert set(ETHNIC_CODES.values()) == set(EthnicGroup)
    assert len({group.label for group in EthnicGroup}) == len(EthnicGroup)


def test_sex_is_said_in_words() -> None:
    assert [sex.label for sex in Sex] == ["Female", "Male", "Other", "Not known"]
