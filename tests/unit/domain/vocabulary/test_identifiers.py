"""Identifiers hold only possible numbers, and never show them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.domain.vocabulary.identifiers import (
    UPN_CHECK_LETTERS,
    IdentifierError,
    NhsNumber,
    UniquePupilNumber,
    nhs_check_digit,
    upn_check_letter,
)


TEST_NINE = st.integers(0, 999_999).map(lambda number: f"999{number:06}")

# 9x10 + 9x9 + 9x8 = 243, and 1x2 = 245; 245 mod 11 = 3, and 11 - 3 = 8.
NHS = "9990000018"
# Places 2 to 13: 8x2 + 0 + 1x4 + 0 + ... + 1x13 = 33; 33 mod 23 = 10, the letter L.
UPN = "L801000000001"


@pytest.mark.parametrize("text", [NHS, "999 000 0018", "999-000-0018", " 9990000018 "])
def test_an_nhs_number_is_read_as_people_write_it(text: str) -> None:
    number = NhsNumber.read(text)
    assert number.digits == NHS
    assert number.is_test


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("9990000019", "check digit is wrong"),
        ("999000001", "ten digits"),
        ("99900000188", "ten digits"),
        ("999000001X", "ten digits"),
        ("٩٩٩٠٠٠٠٠١٨", "ten digits"),
        ("", "ten digits"),
    ],
)
def test_an_impossible_nhs_number_is_refused_and_not_repeated(
    text: str, why: str
) -> None:
    with pytest.raises(IdentifierError, match=why) as refused:
        NhsNumber.read(text)
    assert not text or text not in str(refused.value)


@given(TEST_NINE, st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_is_always_caught(nine: str, place: int, shift: int) -> None:
    check = nhs_check_digit(nine)
    if check is None:
        with pytest.raises(IdentifierError):
            NhsNumber(nine + "0")
        return
    wrong = str((int(nine[place]) + shift) % 10)
    with pytest.raises(IdentifierError):
        NhsNumber(nine[:place] + wrong + nine[place + 1 :] + str(check))


def test_a_number_whose_check_digit_would_be_ten_is_never_issued() -> None:
    # 243 + 4x3 + 1x2 = 257 = 23x11 + 4.
    assert nhs_check_digit("999000041") == 7
    # 243 + 1x3 + 4x2 = 254 = 23x11 + 1, and 11 - 1 = 10.
    assert nhs_check_digit("999000014") is None


@pytest.mark.parametrize(
    ("text", "temporary"), [(UPN, False), ("l80 1000 000 001", False)]
)
def test_a_pupil_number_is_read_in_any_case(text: str, temporary: bool) -> None:
    number = UniquePupilNumber.read(text)
    assert (number.text, number.is_temporary) == (UPN, temporary)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("M801000000001", "check letter is wrong"),
        ("L80100000000", "a letter and twelve digits"),
        ("L80100000000I", "a letter and twelve digits"),
        ("8801000000001", "a letter and twelve digits"),
        ("", "a letter and twelve digits"),
    ],
)
def test_an_impossible_pupil_number_is_refused_and_not_repeated(
    text: str, why: str
) -> None:
    with pytest.raises(IdentifierError, match=why) as refused:
        UniquePupilNumber.read(text)
    assert not text or text not in str(refused.value)


@given(st.integers(0, 10**11 - 1), st.sampled_from(UPN_CHECK_LETTERS))
def test_a_temporary_pupil_number_ends_in_a_letter(number: int, last: str) -> None:
    twelve = f"{number:011}{last}"
    made = UniquePupilNumber(upn_check_letter(twelve) + twelve)
    assert made.is_temporary


def test_an_identifier_never_shows_itself() -> None:
    shown = [f"{thing!r} {thing}" for thing in (NhsNumber(NHS), UniquePupilNumber(UPN))]
    assert not [text for text in shown if NHS in text or UPN in text]
