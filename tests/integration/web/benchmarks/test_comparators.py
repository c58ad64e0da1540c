"""England, the region and statistical neighbours beside a figure, or why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kith.domain.rules.published_statistics import PopulationBasis
from kith.domain.vocabulary.definitions import Definition
from kith.domain.vocabulary.figures import Kind, Unit
from kith.domain.vocabulary.periods import calendar_year, financial_year
from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.access.viewer import Viewer
from kith.web.benchmarks import queries
from kith.web.benchmarks.actions import (
    Chosen,
    NeighbourEdition,
    Released,
    bring_neighbours,
    bring_statistics,
    set_beside,
)
from kith.web.benchmarks.presenters import comparator_lines
from kith.web.documents.files import accepted
from kith.web.published.values import PublishedMeasure
from tests.lib.arguments.benchmarks import NEAR
from tests.lib.published_store import measure as drawn
from tests.lib.world import NOW


if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.test import Client

    from kith.domain.vocabulary.periods import Period
    from kith.web.access.models import Person
    from tests.lib.world import World

    Browse = Callable[[Person], Client]


HERE, YEAR = "E06000024", calendar_year(2020)
HEAD = (
    "time_period,time_identifier,geographic_level,country_code,country_name,"
    "region_code,region_name,old_la_code,new_la_code,la_name,rate\n"
)


@pytest.fixture(autouse=True)
def home(settings: Any, tmp_path: Path) -> None:
    settings.KITH_HOME = tmp_path


@pytest.fixture
def analyst(world: World) -> Viewer:
    return world.viewer(Role.DATA_ANALYST)


def table(**rates: str) -> bytes:
    """England, the South West and four neighbours in 2020: a rate each."""
    said = {
        "England": "500.0",
        "South West": "440.0",
        "North Somerset": "171.0",
        "South Gloucestershire": "410.0",
        "Wiltshire": "300.0",
        "Dorset": "350.0",
        "Swindon": "c",
    } | {name.replace("_", " "): rate for name, rate in rates.items()}
    when, england = "2020,Calendar year", "E92000001,England"
    west = f"{england},E12000009,South West"
    codes = {
        "North Somerset": HERE,
        "South Gloucestershire": "E06000025",
        "Wiltshire": "E06000054",
        "Dorset": "E06000059",
        "Swindon": "E06000030",
    }
    lines = [
        f"{when},National,{england},,,,,,{said['England']}",
        f"{when},Regional,{west},,,,{said['South West']}",
        *(
            f"{when},Local authority,{west},1,{code},{name},{said[name]}"
            for name, code in codes.items()
        ),
    ]
    return (HEAD + "\n".join(lines) + "\n").encode()


def put(viewer: Viewer, content: bytes, published_on: date, **other: Any) -> None:
    made = bring_statistics(
        viewer=viewer,
        at=NOW,
        file=accepted(content),
        released=Released("Children in need", "The Department", published_on),
    )
    chosen = Chosen("rate", {}, "referral_rate", Definition.AGREED)
    chosen = replace(chosen, population=PopulationBasis.LATEST, **other)
    set_beside(viewer=viewer, at=NOW, key=made.pk, chosen=chosen)


def near(viewer: Viewer, first_on: date, content: bytes = NEAR) -> None:
    title = f"Neighbours from {first_on.year}"
    edition = NeighbourEdition(title, "Invented", first_on, first_on)
    file = accepted(content)
    bring_neighbours(viewer=viewer, at=NOW, edition=edition, file=file)


def rate(**other: Any) -> PublishedMeasure:
    """A rate as the catalogue has it."""
    row = drawn(1, "referral_rate", "Rate of referrals", "help")
    typed = {
        "breaks": (),
        "kind": Kind.RATE,
        "unit": Unit.PER_10_000,
        "supplied_by": (),
    }
    return PublishedMeasure(**{**row, **typed, **other})


def told(measure: PublishedMeasure, period: Period = YEAR) -> list[tuple[str, ...]]:
    found = queries.comparators(Viewer.public(), measure, [HERE], period)
    lines = comparator_lines(found, measure.unit, {HERE: "North Somerset"})
    return [(one.name, one.refused or one.value) for one in lines]


def test_the_middle_of_the_neighbours_is_named_with_those_that_have_no_number(
    analyst: Viewer,
) -> None:
    put(analyst, table(), date(2021, 1, 12))
    near(analyst, date(2019, 7, 1))
    assert told(rate()) == [
        ("England", "500.0"),
        ("South West", "440.0"),
        ("Statistical neighbours of North Somerset, the middle one", "350.0"),
    ]
    (*_, last) = queries.comparators(Viewer.public(), rate(), [HERE], YEAR)
    (line,) = comparator_lines([last], Unit.PER_10_000, {})
    assert line.who == (
        "Of South Gloucestershire, Wiltshire, Dorset. Without a number: Swindon"
    )
    assert line.source.endswith(
        "published 12 January 2021; January 2020 to December 2020 (12 months); "
        "population of mid-2020; Neighbours from 2019"
    )


def test_two_releases_of_one_number_both_stand_the_later_one_first(
    analyst: Viewer,
) -> None:
    put(analyst, table(), date(2021, 1, 12))
    put(analyst, table(England="501.0"), date(2021, 9, 30))
    england = [value for name, value in told(rate()) if name == "England"]
    assert england == ["501.0", "500.0"]


@pytest.mark.parametrize(
    ("measure", "period", "why"),
    [
        (rate(), financial_year(2020), "they are not the same days"),
        (rate(), YEAR, "The definitions differ: It counts families"),
        (rate(unit=Unit.REFERRAL, kind=Kind.FLOW), YEAR, "It is a count"),
    ],
)
def test_what_may_not_be_compared_says_why(
    analyst: Viewer, measure: PublishedMeasure, period: Period, why: str
) -> None:
    differs = {"definition": Definition.DIFFERS, "how": "It counts families"}
    put(analyst, table(), date(2021, 1, 12), **(differs if "differ:" in why else {}))
    near(analyst, date(2019, 7, 1))
    found = told(measure, period)
    assert len(found) == 3
    assert all(why in said for _, said in found)


def test_of_two_neighbours_there_is_no_middle(analyst: Viewer) -> None:
    put(analyst, table(Dorset="c"), date(2021, 1, 12))
    near(analyst, date(2019, 7, 1))
    assert told(rate())[-1][1].startswith("Fewer than 3 of them have a published")


def test_the_edition_that_held_on_the_last_day_says_who_neighbours_whom(
    analyst: Viewer,
) -> None:
    later = NEAR.replace(b"Dorset", b"Torbay").replace(b"E06000059", b"E06000027")
    near(analyst, date(2021, 1, 1), later)
    assert queries.neighbours_on(analyst, [HERE], YEAR.last) == {}
    near(analyst, date(2019, 7, 1))
    for day, third in ((YEAR.last, "Dorset"), (date(2021, 1, 1), "Torbay")):
        found = queries.neighbours_on(analyst, [HERE], day)[HERE]
        assert [one.name for one in found][2] == third


def test_who_may_not_keep_benchmarks_brings_no_neighbours(
    world: World, analyst: Viewer
) -> None:
    with pytest.raises(RefusedError, match="The analyst and the business unit"):
        near(world.viewer(Role.INDEPENDENT_SCRUTINEER), date(2019, 7, 1))
    near(analyst, date(2019, 7, 1))
    with pytest.raises(RefusedError, match="here already"):
        near(analyst, date(2020, 7, 1))


@pytest.mark.usefixtures("published")
def test_the_page_says_what_is_wrong_with_a_table_and_shows_what_it_keeps(
    world: World, browse: Browse
) -> None:
    desk = browse(world.person(Role.DATA_ANALYST))
    about = {"title": "Neighbours 2019", "source": "Invented"}
    for name in ("published_on", "first_on"):
        about |= {f"{name}_day": "1", f"{name}_month": "7", f"{name}_year": "2019"}
    to = reverse("benchmarks:neighbours_new")

    def send(content: bytes) -> str:
        file = SimpleUploadedFile("near.csv", content)
        return desk.post(to, {**about, "file": file}, follow=True).text

    assert "Row 2: a rank is a whole number" in send(NEAR.replace(b",1,", b",0,"))
    assert "Wiltshire" in send(NEAR)
    assert "Neighbours 2019" in desk.get(reverse("benchmarks:neighbours")).text
