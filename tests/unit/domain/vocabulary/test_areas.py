"""Areas: codes that are well formed, and Somerset's two lives."""

from __future__ import annotations

from datetime import date

import pytest

from kith.domain.vocabulary.areas import (
    AREAS,
    AVON_AND_SOMERSET,
    AreaError,
    area_name,
    check_well_formed,
    in_force,
    is_well_formed,
    predecessors,
    successor,
)


@pytest.mark.parametrize(
    "code",
    [
        "E06000024",
        "E07000187",
        "E08000001",
        "E09000001",
        "E10000027",
        "E12000009",
        "E92000001",
    ],
)
def test_a_well_formed_code(code: str) -> None:
    assert is_well_formed(code)
    check_well_formed(code)


@pytest.mark.parametrize(
    "code",
    [
        "",
        "E0600002",
        "E060000240",
        "e06000024",
        "W06000015",
        "S12000033",
        "E05000001",
        "E11000001",
        "E06000O24",
        " E06000024",
        "E06000024\n",
        "North Somerset",
    ],
)
def test_a_code_that_is_not_well_formed_is_refused_with_an_example(code: str) -> None:
    assert not is_well_formed(code)
    for ask in (check_well_formed, area_name, lambda c: in_force(c, date(2024, 1, 1))):
        with pytest.raises(AreaError, match="as in E06000024"):
            ask(code)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("E06000024", "North Somerset"),
        ("E06000066", "Somerset"),
        ("E10000027", "Somerset (county)"),
        ("E92000001", "England"),
        ("E06000001", "E06000001"),  # well formed, not known here
    ],
)
def test_area_name(code: str, name: str) -> None:
    assert area_name(code) == name


def test_the_five_areas_of_avon_and_somerset() -> None:
    assert {area_name(code) for code in AVON_AND_SOMERSET} == {
        "Bath and North East Somerset",
        "Bristol, City of",
        "North Somerset",
        "Somerset",
        "South Gloucestershire",
    }


@pytest.mark.parametrize(
    ("code", "day", "held"),
    [
        ("E10000027", "2023-03-31", True),
        ("E10000027", "2023-04-01", False),
        ("E06000066", "2023-03-31", False),
        ("E06000066", "2023-04-01", True),
        ("E07000187", "2023-04-01", False),
        ("E07000246", "2019-03-31", False),
        ("E06000024", "2019-11-01", True),
        ("E06000001", "2019-11-01", True),
    ],
)
def test_in_force(code: str, day: str, held: bool) -> None:
    assert in_force(code, date.fromisoformat(day)) is held


@pytest.mark.parametrize(
    ("code", "earlier"),
    [("E06000066", ("E10000027",)), ("E10000027", ()), ("E06000001", ())],
)
def test_predecessors(code: str, earlier: tuple[str, ...]) -> None:
    assert predecessors(code) == earlier


def test_the_county_is_carried_on_by_the_unitary_and_nobody_by_north_somerset() -> None:
    assert successor("E10000027") == "E06000066"
    assert successor("E06000024") is None


@pytest.mark.parametrize("area", AREAS.values(), ids=lambda area: area.code)
def test_every_known_area_is_well_formed_and_its_predecessors_are_known(area) -> None:
    assert is_well_formed(area.code)
    assert all(code in AREAS for code in area.replaces)


def test_areas_beside_the_region_have_names_too() -> None:
    assert area_name("E06000030") == "Swindon"
    assert area_name("E06000054") == "Wiltshire"
    assert "E06000030" not in AREAS
