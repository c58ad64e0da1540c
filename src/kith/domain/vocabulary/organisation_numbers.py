"""The numbers by which the nation knows an organisation, each a kind of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class NumberKind(StrEnum):
    """Which register a number comes from. Two kinds are never compared."""

    URN = "URN"
    ESTABLISHMENT = "ESTABLISHMENT"
    LOCAL_AUTHORITY = "LOCAL_AUTHORITY"
    ODS = "ODS"
    FORCE = "FORCE"
    TRUST = "TRUST"
    UKPRN = "UKPRN"


@dataclass(frozen=True)
class NumberRule:
    """A kind in words, its form, and what a person is told who writes another."""

    name: str
    form: re.Pattern[str]
    told: str


NUMBERS: dict[NumberKind, NumberRule] = {
    NumberKind.URN: NumberRule(
        "URN of a school", re.compile(r"[1-9]\d{5}"), "A URN has six digits"
    ),
    NumberKind.ESTABLISHMENT: NumberRule(
        "Establishment number",
        re.compile(r"[1-9]\d{3}"),
        "An establishment number has four digits",
    ),
    NumberKind.LOCAL_AUTHORITY: NumberRule(
        "Local authority number",
        re.compile(r"[2-9]\d{2}"),
        "A local authority number has three digits, such as 802",
    ),
    NumberKind.ODS: NumberRule(
        "ODS code of the NHS",
        re.compile(r"[A-Z0-9]{3,10}"),
        "An ODS code has three to ten capital letters and digits, such as 15C",
    ),
    NumberKind.FORCE: NumberRule(
        "Police force code",
        re.compile(r"\d{2}"),
        "A police force code has two digits, such as 52",
    ),
    NumberKind.TRUST: NumberRule(
        "Academy trust reference",
        re.compile(r"TR\d{5}"),
        "A trust reference is TR and five digits, such as TR00123",
    ),
    NumberKind.UKPRN: NumberRule(
        "UKPRN of a provider",
        re.compile(r"1\d{7}"),
        "A UKPRN has eight digits and begins with 1",
    ),
}
"""Forms as the registers publish them: Get Information about Schools (URN,
establishment, local authority and trust numbers), the NHS Organisation Data Service,
the Home Office's force codes, the UK Register of Learning Providers."""


class WrongNumberError(ValueError):
    """A number is not of the form of its kind. The message says the form."""


@dataclass(frozen=True)
class OrganisationNumber:
    """One number with its kind: two of different kinds are never equal."""

    kind: NumberKind
    value: str

    def __str__(self) -> str:
        return f"{NUMBERS[self.kind].name} {self.value}"


def organisation_number(kind: NumberKind, said: str) -> OrganisationNumber:
    """The number that somebody wrote, without its blanks and in capitals.

    Raises:
        WrongNumberError: it is not of this kind's form.
    """
    value = "".join(said.split()).upper()
    rule = NUMBERS[kind]
    if not rule.form.fullmatch(value):
        raise WrongNumberError(rule.told)
    return OrganisationNumber(kind, value)
