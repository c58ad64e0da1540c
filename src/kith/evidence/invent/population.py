"""People by single year of age: estimates of three years, and a census by group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from kith.evidence.invent.world import pen


if TYPE_CHECKING:
    from collections.abc import Mapping

    from kith.evidence.invent.world import Pen, World


_Key = TypeVar("_Key", int, str)

CHILDHOOD = range(18)
AGES = range(26)
OLDER = {18: 0.88, 19: 0.68, 20: 0.66, 21: 0.7, 22: 0.78, 23: 0.84, 24: 0.88, 25: 0.92}
"""People of these ages, as a share of a childhood year: many leave to study."""

YEARS = {2018: 0.982, 2019: 0.991, 2020: 1.0}
CENSUS_YEAR, CENSUS_SIZE = 2011, 0.94
CENSUS_GROUPS = {"white": 955, "mixed": 21, "asian": 16, "black": 5, "other": 3}


@dataclass(frozen=True)
class MidYear:
    """How many of one age and sex live in the area, by one year's estimate."""

    year: int
    age: int
    sex: str
    persons: int


@dataclass(frozen=True)
class CensusCount:
    """How many of one age and ethnic group the census counted."""

    year: int
    age: int
    ethnicity: str
    persons: int


def mid_years(world: World) -> list[MidYear]:
    """Estimates; those of the latest year come to the target for ages 0 to 17."""
    with_pen = pen(world, "population")
    rows = []
    for year, size in YEARS.items():
        children = round(world.targets.totals.children_population * size)
        by_age = _by_age(with_pen, children)
        for age, persons in by_age.items():
            boys = round(persons * with_pen.rng.uniform(0.507, 0.517))
            rows.append(MidYear(year, age, "male", boys))
            rows.append(MidYear(year, age, "female", persons - boys))
    return rows


def _by_age(with_pen: Pen, children: int) -> dict[int, int]:
    # A hump at primary-school age, as births rose until 2012 and fell after.
    shape = {age: 1 - abs(age - 8.5) / 45 for age in CHILDHOOD}
    shape = {age: w * with_pen.rng.uniform(0.985, 1.015) for age, w in shape.items()}
    shared = share_out(children, shape)
    year_of_age = children / len(CHILDHOOD)
    return shared | {age: round(year_of_age * part) for age, part in OLDER.items()}


def census(world: World) -> list[CensusCount]:
    """The last census before the period, by ethnic group."""
    with_pen = pen(world, "census")
    size = round(world.targets.totals.children_population * CENSUS_SIZE)
    rows = []
    for age, persons in _by_age(with_pen, size).items():
        groups = share_out(persons, CENSUS_GROUPS)
        rows += [CensusCount(CENSUS_YEAR, age, g, n) for g, n in groups.items()]
    return rows


def share_out(total: int, weights: Mapping[_Key, float]) -> dict[_Key, int]:
    """Whole parts in the weights' proportion that come to the total exactly."""
    whole = sum(weights.values())
    exact = {key: total * weight / whole for key, weight in weights.items()}
    parts = {key: int(value) for key, value in exact.items()}
    by_rest = sorted(exact, key=lambda key: parts[key] - exact[key])
    for key in by_rest[: total - sum(parts.values())]:
        parts[key] += 1
    return parts
