"""Kith's codes in the words of an Annex A workbook: ``a) WBRI``, ``q) 6: Police``."""

from __future__ import annotations

from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from kith.evidence.invent.children import Child


_ETHNIC = ("WBRI", "WIRI", "WIRT", "WOTH", "WROM", "MWBC", "MWBA", "MWAS", "MOTH",
           "AIND", "APKN", "ABAN", "AOTH", "BCRB", "BAFR", "BOTH", "CHNE", "OOTH",
           "REFU")  # fmt: skip
ETHNICITY = {
    code: f"{chr(ord('a') + place)}) {code}" for place, code in enumerate(_ETHNIC)
} | {"NOBT": "s) NOBT"}

SEX = {"male": "a) Male", "female": "b) Female", "not_known": "c) Not stated/recorded"}

_SOURCES = ("1A: Individual", "1B: Individual", "1C: Individual", "1D: Individual",
            "2A: Schools", "2B: Education services", "3A: Health services",
            "3B: Health services", "3C: Health services", "3D: Health services",
            "3E: Health services", "3F: Health services", "4: Housing",
            "5A: LA services", "5B: LA services", "5C: LA services", "6: Police",
            "7: Other legal agency", "8: Other", "9: Anonymous",
            "10: Unknown")  # fmt: skip
SOURCE = {
    words.split(":")[0]: f"{chr(ord('a') + place)}) {words}"
    for place, words in enumerate(_SOURCES)
}

NEED = {
    "N1": "N1 - Abuse or Neglect",
    "N2": "N2 - Child's disability",
    "N3": "N3 - Parental disability or illness",
    "N4": "N4 - Family in acute stress",
    "N5": "N5 - Family dysfunction",
    "N6": "N6 - Socially unacceptable behaviour",
    "N7": "N7 - Low income",
    "N8": "N8 - Absent parenting",
}
CLOSURE = {
    "RC1": "RC1 - Adopted",
    "RC4": "RC4 - Special guardianship order",
    "RC5": "RC5 - Transferred to services of another local authority",
    "RC7": "RC7 - Services ceased for any other reason, including child no longer "
    "in need",
    "RC8": "RC8 - Case closed after assessment, no further action",
}
LEGAL = {
    "C1": "C1: ICO",
    "C2": "C2: FCO",
    "E1": "E1: Placement order",
    "V2": "V2: Single period under S20",
}
CEASED = {
    "E11": "a) E11: Adopted - application unopposed",
    "E3": "d) E3: Care taken by another LA",
    "E4A": "e) E4A: Returned home to live with parents or relatives - part of planning",
    "E45": "i) E45: Special Guardianship Orders - former carer relative/friend",
    "E47": "k) E47: Special Guardianship Orders - relative/friend",
    "E5": "m) E5: Moved into independent living - supported",
    "E6": "n) E6: Moved into independent living - no support",
    "E8": "t) E8: Care ceased for any other reason",
}
PLACEMENT = {
    "U1": "a) U1: Foster placement - relatives - long term",
    "U3": "c) U3: Foster placement - relative - not FFA",
    "U4": "d) U4: Foster placement - long term",
    "U6": "f) U6: Foster placement - not FFA",
    "P1": "k) P1: Placed with parents",
    "H5": "n) H5: Residential accommodation",
    "K2": "p) K2: Children's Homes",
}
PROVIDER = {
    "PR0": "a) PR0 - Parents/Parental responsibility",
    "PR1": "b) PR1 - Own provision",
    "PR4": "e) PR4 - Private provision",
}
ELIGIBILITY = {
    "relevant": "a) Relevant child",
    "former_relevant": "b) Former relevant child",
    "qualifying": "c) Qualifying care leaver",
}
LOOKED_AFTER = "a) Looked after child"
ON_A_PLAN = "b) Child Protection plan"
IN_NEED = "c) Child in need plan"
BEING_ASSESSED = "d) Open assessment"
CLOSED = "e) Closed episode"


def yes_no(yes: bool) -> str:
    """``a) Yes`` or ``b) No``."""
    return "a) Yes" if yes else "b) No"


def sex(child: Child) -> str:
    """``b) Female``."""
    return SEX[child.sex]
