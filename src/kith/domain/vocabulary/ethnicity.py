"""Ethnic groups and codes of the national children's returns.

Source: the code set of the children in need census and SSDA903 (20 codes), and
the five groups of the 2021 census. REFU and NOBT stand outside the five groups,
so ``not_known`` is always shown.
"""

from __future__ import annotations

from enum import StrEnum


class EthnicGroup(StrEnum):
    """The five groups, and not known."""

    ASIAN = "asian"
    BLACK = "black"
    MIXED = "mixed"
    WHITE = "white"
    OTHER = "other"
    NOT_KNOWN = "not_known"

    @property
    def label(self) -> str:
        """The census's words for the group."""
        return _LABELS[self]


_LABELS = {
    EthnicGroup.ASIAN: "Asian or Asian British",
    EthnicGroup.BLACK: "Black, Black British, Caribbean or African",
    EthnicGroup.MIXED: "Mixed or multiple ethnic groups",
    EthnicGroup.WHITE: "White",
    EthnicGroup.OTHER: "Other ethnic group",
    EthnicGroup.NOT_KNOWN: "Not known",
}

ETHNIC_CODES: dict[str, EthnicGroup] = {
    "WBRI": EthnicGroup.WHITE,
    "WIRI": EthnicGroup.WHITE,
    "WIRT": EthnicGroup.WHITE,
    "WOTH": EthnicGroup.WHITE,
    "WROM": EthnicGroup.WHITE,
    "MWBC": EthnicGroup.MIXED,
    "MWBA": EthnicGroup.MIXED,
    "MWAS": EthnicGroup.MIXED,
    "MOTH": EthnicGroup.MIXED,
    "AIND": EthnicGroup.ASIAN,
    "APKN": EthnicGroup.ASIAN,
    "ABAN": EthnicGroup.ASIAN,
    "AOTH": EthnicGroup.ASIAN,
    "CHNE": EthnicGroup.ASIAN,
    "BCRB": EthnicGroup.BLACK,
    "BAFR": EthnicGroup.BLACK,
    "BOTH": EthnicGroup.BLACK,
    "OOTH": EthnicGroup.OTHER,
    "REFU": EthnicGroup.NOT_KNOWN,
    "NOBT": EthnicGroup.NOT_KNOWN,
}


def ethnic_group(code: str | None) -> EthnicGroup:
    """The group of a code; not known for none or one outside the list."""
    return ETHNIC_CODES.get(code or "", EthnicGroup.NOT_KNOWN)
