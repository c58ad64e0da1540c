"""Areas by their ONS code, and who came after whom.

Any well-formed code is an area: a return may come from anywhere in England. The
five areas of Avon and Somerset are known by name, and Somerset by its two lives:
the county council until 31 March 2023, the unitary council from 1 April 2023.

Source: ONS Register of Geographic Codes; Somerset (Structural Changes) Order 2022.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date


class AreaError(ValueError):
    """The text is not an ONS code; the message says what one looks like."""


@dataclass(frozen=True)
class Area:
    """One area under one code, in being from a day until a day."""

    code: str
    name: str
    first: date | None = None
    last: date | None = None
    replaces: tuple[str, ...] = ()


COUNTY_DISTRICTS_ENDED = date(2023, 3, 31)
SOMERSET_UNITARY_BEGAN = date(2023, 4, 1)

SOMERSET_DISTRICTS = (
    Area("E07000187", "Mendip", last=COUNTY_DISTRICTS_ENDED),
    Area("E07000188", "Sedgemoor", last=COUNTY_DISTRICTS_ENDED),
    Area("E07000189", "South Somerset", last=COUNTY_DISTRICTS_ENDED),
    Area(
        "E07000246",
        "Somerset West and Taunton",
        first=date(2019, 4, 1),
        last=COUNTY_DISTRICTS_ENDED,
    ),
)

AREAS = {
    area.code: area
    for area in (
        Area("E06000022", "Bath and North East Somerset"),
        Area("E06000023", "Bristol, City of"),
        Area("E06000024", "North Somerset"),
        Area("E06000025", "South Gloucestershire"),
        Area("E10000027", "Somerset (county)", last=COUNTY_DISTRICTS_ENDED),
        Area(
            "E06000066",
            "Somerset",
            first=SOMERSET_UNITARY_BEGAN,
            replaces=("E10000027",),
        ),
        *SOMERSET_DISTRICTS,
    )
}

BESIDE = {
    area.code: area
    for area in (Area("E06000030", "Swindon"), Area("E06000054", "Wiltshire"))
}
"""Areas outside the region that a body of it also serves (the NHS body of Bath)."""

AVON_AND_SOMERSET = ("E06000022", "E06000023", "E06000024", "E06000025", "E06000066")
"""The five local authority areas of one police force, as they stand today."""

ENGLAND_CODE = "E92000001"

_CODE = re.compile(r"E(?:06|07|08|09|10|12|92)[0-9]{6}")


def is_well_formed(code: str) -> bool:
    """Whether the text is an ONS code of an English area of a kind that reports.

    Unitary (E06), district (E07), metropolitan (E08), London borough (E09),
    county (E10), region (E12) and England (E92).
    """
    return _CODE.fullmatch(code) is not None


def check_well_formed(code: str) -> None:
    """Refuse text that is no ONS code, saying what one looks like."""
    if not is_well_formed(code):
        raise AreaError(
            "an area is an ONS code: E06 to E10, E12 or E92 and six digits, "
            "as in E06000024"
        )


def area_name(code: str) -> str:
    """The name people use; the code itself for an area not known here."""
    check_well_formed(code)
    if code == ENGLAND_CODE:
        return "England"
    area = AREAS.get(code) or BESIDE.get(code)
    return area.name if area else code


def in_force(code: str, day: date) -> bool:
    """Whether the code was the area's on that day; unknown codes always are."""
    check_well_formed(code)
    area = AREAS.get(code)
    if area is None:
        return True
    begun = area.first is None or area.first <= day
    return begun and (area.last is None or day <= area.last)


def made_of() -> dict[str, tuple[str, ...]]:
    """The areas that are the sum of others known here: a county of its districts."""
    return {"E10000027": tuple(area.code for area in SOMERSET_DISTRICTS)}


def predecessors(code: str) -> tuple[str, ...]:
    """The codes whose series this one continues, nearest first."""
    area = AREAS.get(code)
    if area is None:
        return ()
    earlier: list[str] = []
    for replaced in area.replaces:
        earlier += [replaced, *predecessors(replaced)]
    return tuple(earlier)


def successor(code: str) -> str | None:
    """The code that carries this one's series on, where there is one."""
    return next((area.code for area in AREAS.values() if code in area.replaces), None)
