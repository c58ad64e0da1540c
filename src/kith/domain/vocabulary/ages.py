"""Ages and the bands they are shown in; unborn children are real rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from datetime import date


UNBORN = -1
"""The age of a child expected but not yet born."""

NOT_KNOWN = "not_known"


@dataclass(frozen=True)
class AgeBand:
    """A band of ages in years, both ends included."""

    code: str
    label: str
    lowest: int
    highest: int


AGE_BANDS = (
    AgeBand("unborn", "Unborn", UNBORN, UNBORN),
    AgeBand("0", "Under 1", 0, 0),
    AgeBand("1-4", "1 to 4", 1, 4),
    AgeBand("5-9", "5 to 9", 5, 9),
    AgeBand("10-15", "10 to 15", 10, 15),
    AgeBand("16-17", "16 and 17", 16, 17),
    AgeBand("18-25", "18 to 25", 18, 25),
)
"""In the order they are shown; ``not_known`` comes last and is always shown."""


def age_on(born_on: date, day: date) -> int:
    """The age in whole years on a day; ``UNBORN`` before birth.

    A child born on 29 February has a birthday on 1 March in other years.
    """
    if day < born_on:
        return UNBORN
    had_birthday = (day.month, day.day) >= (born_on.month, born_on.day)
    return day.year - born_on.year - (0 if had_birthday else 1)


def age_band(age: int | None) -> str:
    """The band's code, ``not_known`` for no age or one outside every band."""
    if age is None:
        return NOT_KNOWN
    for band in AGE_BANDS:
        if band.lowest <= age <= band.highest:
            return band.code
    return NOT_KNOWN
