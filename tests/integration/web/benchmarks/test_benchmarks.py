"""Published statistics beside our figures: brought in, set beside, compared or refused."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kith.domain.vocabulary.definitions import Definition
from kith.domain.vocabulary.figures import Kind
from kith.domain.vocabulary.periods import Period, financial_year
from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.access.viewer import Viewer
from kith.web.audit.models import Event
from kith.web.benchmarks import queries
from kith.web.benchmarks.actions import (
    Chosen,
    Noted,
    Released,
    bring_statistics,
    note_measure,
    set_beside,
)
from kith.web.benchmarks.models import Benchmark, StatisticsRelease
from kith.web.benchmarks.presenters import beside_lines
from kith.web.documents.files import accepted
from tests.lib.arguments.benchmarks import statistics
from tests.lib.world import NOW


if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.test import Client

    from kith.web.access.models import Person
    from tests.lib.world import World

    Browse = Callable[[Person], Client]


FOURTEEN = Period(date(2019, 11, 1), date(2020, 12, 31))
HERE = "E06000024"


@pytest.fixture(autouse=True)
def home(settings: object, tmp_path: Path) -> Path:
    settings.KITH_HOME = tmp_path  # type: ignore[attr-defined] # pytest-django's own
    return tmp_path


@pytest.fixture
def analyst(world: World) -> Viewer:
    return world.viewer(Role.DATA_ANALYST)


def brought(analyst: Viewer, content: bytes, published_on: date) -> StatisticsRelease:
    return bring_statistics(
        viewer=analyst,
        at=NOW,
        file=accepted(content),
        released=Released("Children in need", "The Department", published_on),
    )


def chosen(**other: object) -> Chosen:
    return Chosen(
        **{
            "indicator": "rate",
            "filters": {"category": "Total"},
            "measure": "referral_rate",
            "definition": Definition.AGREED,
            **other,
        }  # type: ignore[arg-type] # what a test says differently
    )


def test_two_releases_of_one_number_both_stand_the_later_one_first(
    analyst: Viewer,
) -> None:
    first = brought(analyst, statistics("494.3"), date(2021, 10, 28))
    later = brought(analyst, statistics("496.0", "410.5"), date(2022, 10, 27))
    for one in (first, later):
        set_beside(viewer=analyst, at=NOW, key=one.pk, chosen=chosen())
    found = queries.beside(
        Viewer.public(),
        "referral_rate",
        HERE,
        period=financial_year(2020),
        kind=Kind.RATE,
    )
    lines = [(one.place, one.value, one.refused) for one in beside_lines(found)]
    assert lines == [
        ("England", "496", ""),
        ("England", "494.3", ""),
        ("North Somerset", "410.5", ""),
        ("North Somerset", "hidden by the publisher", ""),
    ]


def test_fourteen_months_are_not_compared_with_a_year(analyst: Viewer) -> None:
    release = brought(analyst, statistics(), date(2021, 10, 28))
    set_beside(viewer=analyst, at=NOW, key=release.pk, chosen=chosen())
    found = queries.beside(
        Viewer.public(), "referral_rate", HERE, period=FOURTEEN, kind=Kind.RATE
    )
    assert found
    assert all("one is twelve months and the other is not" in o.refused for o in found)


def test_a_difference_is_said_and_nothing_stands_twice(
    world: World, analyst: Viewer
) -> None:
    release = brought(analyst, statistics(), date(2021, 10, 28))
    with pytest.raises(RefusedError, match="here already"):
        brought(analyst, statistics(), date(2021, 10, 28))
    differs = chosen(definition=Definition.DIFFERS)
    with pytest.raises(RefusedError, match="Say how the definitions differ"):
        set_beside(viewer=analyst, at=NOW, key=release.pk, chosen=differs)
    nobody = chosen(filters={"category": "Nobody"})
    with pytest.raises(RefusedError, match="No row of the table"):
        set_beside(viewer=analyst, at=NOW, key=release.pk, chosen=nobody)
    assert not Benchmark.objects.exists()
    set_beside(viewer=analyst, at=NOW, key=release.pk, chosen=chosen())
    with pytest.raises(RefusedError, match="stands beside that measure"):
        set_beside(viewer=analyst, at=NOW, key=release.pk, chosen=chosen())
    scrutineer = world.viewer(Role.INDEPENDENT_SCRUTINEER)
    with pytest.raises(RefusedError, match="keep what figures are compared"):
        set_beside(viewer=scrutineer, at=NOW, key=release.pk, chosen=chosen())
    assert queries.release(scrutineer, release.pk) == release
    verbs = Event.objects.filter(noun="benchmarks").values_list("verb", flat=True)
    assert list(verbs.order_by("sequence")) == ["benchmarks.brought", "benchmarks.set"]


def test_an_area_s_latest_word_on_a_measure_holds(
    world: World, analyst: Viewer
) -> None:
    here = world.here.area
    says = ("Counted from contacts", "Counted as the Department does, since May")
    for minute, how in enumerate(says):
        note_measure(
            viewer=analyst,
            at=NOW + timedelta(minutes=minute),
            noted=Noted(here, "referrals", Definition.DIFFERS, how),
        )
    with pytest.raises(RefusedError):
        note_measure(
            viewer=analyst,
            at=NOW,
            noted=Noted(world.there.area, "referrals", Definition.AGREED),
        )
    (note,) = queries.notes(Viewer.public(), "referrals")
    assert note.how == "Counted as the Department does, since May"


@pytest.mark.usefixtures("published")
def test_the_pages_bring_a_table_in_and_the_figure_shows_it(
    world: World, browse: Browse, client: Client, home: Path
) -> None:
    analyst = browse(world.person(Role.DATA_ANALYST))
    about = {
        "title": "Children in need",
        "publisher": "Department for Education",
        "published_on_day": "28",
        "published_on_month": "10",
        "published_on_year": "2021",
    }

    def send(content: bytes) -> str:
        file = SimpleUploadedFile("table.csv", content)
        answer = analyst.post("/benchmarks/new/", {**about, "file": file})
        return answer.headers.get("Location", "") or answer.content.decode()

    assert "no column time_period" in send(b"place,number\nEngland,5\n")
    page = send(statistics())
    # Its columns are known since it was brought in: the file is not read for the page.
    (kept,) = (one for one in home.rglob("*") if one.is_file())
    away = kept.rename(home / "away")
    assert "Which category" in analyst.get(page).content.decode()
    away.rename(kept)
    said = {
        "indicator": "rate",
        "filter_0": "Total",
        "measure": "referrals",
        "definition": "DIFFERS",
        "how": "",
        "population": "NONE",
    }
    assert "Say how the definitions differ" in analyst.post(page, said).content.decode()
    analyst.post(page, {**said, "how": "A rate beside a count"})
    figure = client.get("/scorecard/referrals/").content.decode()
    assert "494.3" in figure
    assert "A rate beside a count" in figure
    assert "May not be compared" in figure
    how = "Counted as the Department does"
    note = {"area": HERE, "definition": "DIFFERS", "how": how, "footprint": ""}
    analyst.post("/benchmarks/notes/referrals/", note)
    figure = client.get("/scorecard/referrals/").content.decode()
    assert how in figure
    assert world.person(Role.DATA_ANALYST).name not in figure
