"""Code sets that several national returns share, with what agencies write for them.

Source: the children in need census and SSDA903 guides of the Department for
Education; the wording of Ofsted's Annex A lists.
"""

from __future__ import annotations


Values = tuple[tuple[str, str], ...]

SOURCES: Values = (
    ("individual family member, relative or carer", "1A"),
    ("individual acquaintance", "1B"),
    ("individual acquaintance (including neighbours and child minders)", "1B"),
    ("individual self", "1C"),
    ("individual other", "1D"),
    ("individual other (including strangers)", "1D"),
    ("schools", "2A"),
    ("school", "2A"),
    ("education services", "2B"),
    ("health services general practitioner (GP)", "3A"),
    ("GP", "3A"),
    ("general practitioner", "3A"),
    ("health services health visitor", "3B"),
    ("health visitor", "3B"),
    ("health services school nurse", "3C"),
    ("school nurse", "3C"),
    ("health services other primary health services", "3D"),
    ("health services A&E (accident and emergency department)", "3E"),
    ("A&E", "3E"),
    ("health services other", "3F"),
    ("health services other (for example hospice)", "3F"),
    ("housing", "4"),
    ("local authority housing or housing association", "4"),
    ("LA services social care", "5A"),
    ("LA services other internal", "5B"),
    ("LA services external", "5C"),
    ("police", "6"),
    ("other legal agency", "7"),
    ("other", "8"),
    ("anonymous", "9"),
    ("unknown", "10"),
)
"""Who made a contact or a referral: 22 codes of the children in need census."""

SOURCE_CODES = tuple(dict.fromkeys(code for _, code in SOURCES))

NEEDS: Values = (
    ("abuse or neglect", "N1"),
    ("child's disability", "N2"),
    ("child's disability or illness", "N2"),
    ("parental disability or illness", "N3"),
    ("parental illness or disability", "N3"),
    ("family in acute stress", "N4"),
    ("family dysfunction", "N5"),
    ("socially unacceptable behaviour", "N6"),
    ("low income", "N7"),
    ("absent parenting", "N8"),
    ("cases other than children in need", "N9"),
    ("not stated", "N0"),
)
NEED_CODES = tuple(f"N{digit}" for digit in range(10))

CLOSURES: Values = (
    ("adopted", "RC1"),
    ("died", "RC2"),
    ("child arrangements order", "RC3"),
    ("residence order", "RC3"),
    ("special guardianship order", "RC4"),
    ("transferred to services of another local authority", "RC5"),
    ("transferred to adult social care services", "RC6"),
    ("transferred to adult social services", "RC6"),
    (
        "services ceased for any other reason, including child no longer in need",
        "RC7",
    ),
    ("case closed after assessment, no further action", "RC8"),
    ("case closed after assessment, referred to early help", "RC9"),
)
CLOSURE_CODES = tuple(f"RC{digit}" for digit in range(1, 10))

ABUSE: Values = (
    ("neglect", "NEG"),
    ("physical", "PHY"),
    ("physical abuse", "PHY"),
    ("sexual", "SAB"),
    ("sexual abuse", "SAB"),
    ("emotional", "EMO"),
    ("emotional abuse", "EMO"),
    ("multiple", "MUL"),
    ("multiple/not recommended", "MUL"),
)
ABUSE_CODES = ("NEG", "PHY", "SAB", "EMO", "MUL")

LEGAL: Values = (
    ("interim care order", "C1"),
    ("ICO", "C1"),
    ("full care order", "C2"),
    ("FCO", "C2"),
    ("freeing order", "D1"),
    ("placement order", "E1"),
    ("single period under s20", "V2"),
    ("section 20", "V2"),
    ("EPO", "L2"),
    ("emergency protection order", "L2"),
)
LEGAL_CODES = (
    *("C1", "C2", "D1", "E1", "V2", "V3", "V4"),
    *("J1", "J2", "J3", "L1", "L2", "L3"),
)

CEASED_CODES = (
    *("E11", "E12", "E2", "E3", "E4", "E4A", "E4B", "E13", "E41"),
    *("E43", "E44", "E45", "E46", "E47", "E48", "E5", "E6", "E7"),
    *("E8", "E9", "E14", "E15", "E16", "E17", "X1"),
)
"""Why a period of care ended, current and withdrawn codes."""

PLACEMENTS: Values = (
    ("placed with parents", "P1"),
    ("independent living", "P2"),
    ("residential employment", "P3"),
    ("residential accommodation", "H5"),
    ("secure children's homes", "K1"),
    ("children's homes", "K2"),
    ("residential care home", "R1"),
    ("NHS/Health Trust", "R2"),
    ("family centre or mother and baby unit", "R3"),
    ("young offender institution", "R5"),
    ("residential school", "S1"),
    ("other placements", "Z1"),
)
PLACEMENT_CODES = (
    *("U1", "U2", "U3", "U4", "U5", "U6"),
    *("A3", "A4", "A5", "A6", "P1", "P2", "P3", "H5", "K1", "K2"),
    *("R1", "R2", "R3", "R5", "S1", "Z1", "T0", "T1", "T2", "T3", "T4"),
)

PROVIDERS: Values = (
    ("parents/parental responsibility", "PR0"),
    ("parents or other person with parental responsibility", "PR0"),
    ("own provision", "PR1"),
    ("other LA provision", "PR2"),
    ("other public provision", "PR3"),
    ("private provision", "PR4"),
    ("voluntary/third sector", "PR5"),
    ("voluntary/third sector provision", "PR5"),
)
PROVIDER_CODES = ("PR0", "PR1", "PR2", "PR3", "PR4", "PR5")

ELIGIBILITY: Values = (
    ("relevant child", "relevant"),
    ("former relevant child", "former_relevant"),
    ("qualifying care leaver", "qualifying"),
    ("qualifying child", "qualifying"),
    ("eligible child", "eligible"),
    ("unknown", "not_known"),
)
ELIGIBILITY_CODES = (
    *("relevant", "former_relevant", "qualifying", "eligible"),
    "not_known",
)

IN_TOUCH: Values = (
    ("y", "YES"),
    ("n", "NO"),
    ("refused", "REFU"),
    ("no longer requires services", "NREQ"),
    ("returned home", "RHOM"),
)
IN_TOUCH_CODES = ("YES", "NO", "DIED", "REFU", "NREQ", "RHOM")

ACCOMMODATION_CODES = tuple("BCDEGHKRSTUVWXYZ") + tuple(
    f"{letter}{digit}" for letter in "BCDEGHKRSTUVWXYZ" for digit in "12"
)
"""SSDA903 letters; a 1 or 2 after the letter says suitable or not, in older years."""

SUITABLE: Values = (
    ("suitable", "true"),
    ("unsuitable", "false"),
    ("accommodation considered suitable", "true"),
    ("accommodation considered unsuitable", "false"),
    ("1", "true"),
    ("2", "false"),
)

ACTIVITY_CODES = (
    *("F1", "P1", "F2", "P2", "F3", "F4", "F5", "P3", "P4", "P5"),
    *("G4", "G5", "G6", "NREQ"),
)
