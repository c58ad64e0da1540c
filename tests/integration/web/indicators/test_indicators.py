"""The register of indicators: said anew here, counted anew by the engine."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from kith.contracts.register import Break, read, shipped
from kith.domain.vocabulary.figures import Kind, Unit
from kith.evidence.measures.register import in_force
from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.audit.models import Event
from kith.web.indicators import policies, queries
from kith.web.indicators.actions import add_indicator, change_indicator
from kith.web.indicators.files import register_path, site_register, write_register
from kith.web.indicators.models import IndicatorVersion
from kith.web.indicators.values import Change, definition_of
from tests.lib.world import NOW


if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.test import Client

    from kith.web.access.models import Person
    from kith.web.access.viewer import Viewer
    from tests.lib.world import World

    Browse = Callable[[Person], Client]


CODE = "suspensions"
AS_SHIPPED = definition_of(shipped()[CODE])
APRIL = date(2020, 4, 1)


@pytest.fixture(autouse=True)
def home(settings: object, tmp_path: Path) -> Path:
    settings.KITH_HOME = tmp_path  # type: ignore[attr-defined] # pytest-django's own
    return tmp_path


@pytest.fixture
def analyst(world: World) -> Viewer:
    return world.viewer(Role.DATA_ANALYST)


def test_other_words_are_the_same_count_and_another_count_breaks_the_series(
    analyst: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the analyst says is what the engine reads."""
    words = replace(AS_SHIPPED, title="Suspensions, as schools record them")
    change_indicator(viewer=analyst, at=NOW, code=CODE, change=Change(words, "Clearer"))
    anew = replace(words, numerator="suspensions of half a day or more")
    change_indicator(
        viewer=analyst, at=NOW, code=CODE, change=Change(anew, "Half days", APRIL)
    )
    write_register()
    monkeypatch.setenv("KITH_REGISTER", str(register_path()))
    told = in_force()[CODE]
    assert (told.title, told.numerator) == (words.title, anew.numerator)
    assert (told.version, told.valid_from) == (2, APRIL)
    assert told.breaks == (Break(APRIL, "Half days"),)
    verbs = Event.objects.filter(noun="indicators").values_list("verb", flat=True)
    assert list(verbs) == ["indicators.changed", "indicators.changed"]


@pytest.mark.parametrize(
    ("changes", "from_day", "sentence"),
    [
        ({}, None, policies.NOTHING_CHANGED),
        ({"unit": Unit.CHILD}, None, policies.COUNTS_ANEW),
        ({"numerator": "pupils"}, None, policies.COUNTS_ANEW),
        ({"numerator": "pupils"}, date(2017, 9, 1), "from a day after"),
        ({"kind": Kind.RATIO}, APRIL, "names its denominator"),
        ({"denominator": "pupils"}, APRIL, "names its denominator"),
    ],
)
def test_a_change_that_is_none_or_makes_no_definition_is_refused(
    analyst: Viewer,
    changes: dict[str, object],
    from_day: date | None,
    sentence: str,
) -> None:
    change = Change(replace(AS_SHIPPED, **changes), "To try it", from_day)  # type: ignore[arg-type] # names and values of the table above
    with pytest.raises(RefusedError, match=sentence[:40]):
        change_indicator(viewer=analyst, at=NOW, code=CODE, change=change)
    assert not IndicatorVersion.objects.exists()


def test_only_the_analyst_changes_the_register_and_others_read_it(
    world: World, analyst: Viewer
) -> None:
    member = world.viewer(Role.INDEPENDENT_SCRUTINEER)
    change = Change(replace(AS_SHIPPED, title="Other words"), "To try it")
    with pytest.raises(RefusedError, match="analyst keeps the register"):
        change_indicator(viewer=member, at=NOW, code=CODE, change=change)
    change_indicator(viewer=analyst, at=NOW, code=CODE, change=change)
    assert queries.entry(member, CODE).indicator.title == "Other words"
    assert queries.register(world.viewer(Role.SYSTEM_ADMINISTRATOR)) == []


@pytest.mark.usefixtures("published")
def test_a_new_indicator_takes_no_code_that_is_taken(analyst: Viewer) -> None:
    first = Change(replace(AS_SHIPPED, title="Children weighed"), "Asked for", APRIL)
    made = add_indicator(viewer=analyst, at=NOW, code="children_weighed", first=first)
    assert (made.version, made.number) == (1, 1)
    assert site_register()["children_weighed"].breaks == ()
    for code, sentence in (
        ("children_weighed", policies.TAKEN),
        (CODE, policies.TAKEN),
        ("referrals", policies.COUNTED),
    ):
        with pytest.raises(RefusedError, match=sentence[:20]):
            add_indicator(viewer=analyst, at=NOW, code=code, first=first)


def test_the_pages_change_a_definition_and_the_file_follows(
    world: World,
    browse: Browse,
    django_capture_on_commit_callbacks: Callable[..., object],
) -> None:
    pages = browse(world.person(Role.DATA_ANALYST))
    assert "Suspensions" in pages.get("/indicators/?q=suspens").content.decode()
    assert "No indicator has" in pages.get("/indicators/?q=zebra").content.decode()
    form = {name: value for name, value in vars(AS_SHIPPED).items() if value}
    form |= {"because": "Half days too", "counts_anew": "yes"}
    page = f"/indicators/{CODE}/change/"
    again = pages.post(page, form).content.decode()
    assert "Say from which day it counts something else" in again
    form |= {"from_day_day": "1", "from_day_month": "4", "from_day_year": "2020"}
    with django_capture_on_commit_callbacks(execute=True):
        done = pages.post(page, form, follow=True).content.decode()
    assert "1 April 2020: Half days too" in done
    told = read(register_path().read_text())
    assert told[CODE].breaks == (Break(APRIL, "Half days too"),)
