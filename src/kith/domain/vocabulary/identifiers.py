"""Identifiers of a child, each a type that cannot hold an impossible number.

They are kept in vaults, never in facts or figures. A message never repeats the
number it refuses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


class IdentifierError(ValueError):
    """The text is not an identifier of this kind; never quotes it."""


@dataclass(frozen=True)
class NhsNumber:
    """Ten digits, the last a check digit.

    Source: NHS Data Dictionary, NHS number: weights 10 down to 2, modulus 11; a
    check digit of 10 is never issued. Numbers from 999 are set aside for tests.
    """

    digits: str

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[0-9]{10}", self.digits):
            raise IdentifierError("an NHS number has ten digits")
        if nhs_check_digit(self.digits[:9]) != int(self.digits[9]):
            raise IdentifierError("the NHS number's check digit is wrong")

    @classmethod
    def read(cls, text: str) -> NhsNumber:
        """From text as people write it: ``999 000 0018``."""
        return cls(re.sub(r"[\s-]", "", text))

    @property
    def is_test(self) -> bool:
        """Whether it is from the range that is never given to a person."""
        return self.digits.startswith("999")

    def __repr__(self) -> str:
        return "NhsNumber(hidden)"


def nhs_check_digit(first_nine: str) -> int | None:
    """The tenth digit for these nine, or None where none may be issued."""
    total = sum(int(digit) * (10 - place) for place, digit in enumerate(first_nine))
    check = (11 - total % 11) % 11
    return None if check == 10 else check


UPN_CHECK_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
"""Twenty-three letters: I, O and S are left out."""


@dataclass(frozen=True)
class UniquePupilNumber:
    """A check letter and twelve characters; the last of a temporary one a letter.

    Source: Department for Education, Unique pupil numbers guide: the sum of the
    characters by their places 2 to 13, modulus 23; a temporary number's last
    letter counts as its place in the same alphabet.
    """

    text: str

    def __post_init__(self) -> None:
        if not re.fullmatch(rf"[A-Z][0-9]{{11}}[0-9{UPN_CHECK_LETTERS}]", self.text):
            raise IdentifierError(
                "a unique pupil number is a letter and twelve digits, "
                "or eleven digits and a letter where it is temporary"
            )
        if upn_check_letter(self.text[1:]) != self.text[0]:
            raise IdentifierError("the unique pupil number's check letter is wrong")

    @classmethod
    def read(cls, text: str) -> UniquePupilNumber:
        """From text as people write it, in any case and with spaces."""
        return cls(re.sub(r"\s", "", text).upper())

    @property
    def is_temporary(self) -> bool:
        """Whether a school gave it until the permanent one is known."""
        return self.text[-1].isalpha()

    def __repr__(self) -> str:
        return "UniquePupilNumber(hidden)"


def upn_check_letter(last_twelve: str) -> str:
    """The check letter for the twelve characters after it."""
    values = (
        int(character) if character.isdigit() else UPN_CHECK_LETTERS.index(character)
        for character in last_twelve
    )
    total = sum(value * place for place, value in enumerate(values, start=2))
    return UPN_CHECK_LETTERS[total % len(UPN_CHECK_LETTERS)]
