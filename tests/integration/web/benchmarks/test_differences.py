"""Our count and the published one of the same thing, with the reason they differ."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.http import Http404
from django.urls import reverse

from kith.domain.vocabulary.definitions import Definition
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
    explain_difference,
    note_measure,
    set_beside,
)
from kith.web.benchmarks.presenters import pair_lines
from kith.web.benchmarks.registration import needs
from kith.web.documents.files import accepted
from tests.lib.arguments.benchmarks import counted
from tests.lib.published_store import MONTHS, YEAR, count, edition, write_store
from tests.lib.world import NOW, TODAY


if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.test import Client

    from kith.web.access.models import Person
    from kith.web.benchmarks.models import Benchmark, PublishedNumber
    from tests.lib.world import World

    Browse = Callable[[Person], Client]


HERE, OURS = "E06000024", sum(MONTHS) - 118
FEWER = str(OURS - 5)


@pytest.fixture(autouse=True)
def home(settings: Any, tmp_path: Path) -> None:
    settings.KITH_HOME = tmp_path


@pytest.fixture
def analyst(world: World, published: Path) -> Viewer:
    return world.viewer(Role.DATA_ANALYST)


def put(viewer: Viewer, number: str, **other: Any) -> PublishedNumber:
    """A published number of referrals here in 2020; ours is `OURS`."""
    made = bring_statistics(
        viewer=viewer,
        at=NOW,
        file=accepted(counted(number)),
        released=Released("Referrals", "The Department", date(2021, 1, 12)),
    )
    said = {"definition": Definition.AGREED, **other}
    chosen = Chosen("referrals", {}, "referrals", **said)
    benchmark: Benchmark = set_beside(viewer=viewer, at=NOW, key=made.pk, chosen=chosen)
    return benchmark.numbers.get()


def line(viewer: Viewer | None = None) -> tuple[str, str]:
    """What is said of the one pair, and its flag."""
    found = queries.side_by_side(viewer or Viewer.public(), "referrals", HERE)
    (one,) = pair_lines(found, keeps=())
    return one.said, one.flag


def test_a_difference_is_flagged_until_its_reason_is_on_record(
    world: World, analyst: Viewer
) -> None:
    number = put(analyst, FEWER)
    assert line() == (
        "Ours is 5 above the published number.",
        "No reason is recorded yet",
    )
    (need,) = needs(analyst, today=TODAY)
    assert need.what == "1 published number of Here"
    other = world.viewer(Role.DATA_ANALYST, world.there)
    assert list(needs(other, today=TODAY)) == []
    with pytest.raises(Http404):
        explain_difference(viewer=other, at=NOW, key=number.pk, reason="Theirs")
    with pytest.raises(RefusedError, match="Say why they differ"):
        explain_difference(viewer=analyst, at=NOW, key=number.pk, reason=" ")
    for reason in ("Counted in March", "Counted in April, from fuller records"):
        explain_difference(viewer=analyst, at=NOW, key=number.pk, reason=reason)
    assert line() == (
        "Ours is 5 above the published number. Counted in April, from fuller records",
        "",
    )
    assert list(needs(analyst, today=TODAY)) == []
    (pair,) = queries.pairs_of(analyst)
    assert [one.order for one in queries.reasons_of(analyst, pair)] == [2, 1]
    event = Event.objects.filter(verb="benchmarks.difference_explained")
    assert event.count() == 2


def test_two_that_agree_have_nothing_to_explain(analyst: Viewer) -> None:
    number = put(analyst, str(OURS))
    assert line() == ("They agree, as far as they are printed.", "")
    with pytest.raises(RefusedError, match="nothing to explain"):
        explain_difference(viewer=analyst, at=NOW, key=number.pk, reason="None")


def test_definitions_that_differ_are_the_reason(world: World, analyst: Viewer) -> None:
    put(analyst, FEWER)
    how = "A sibling group counts once"
    noted = Noted(world.here.area, "referrals", Definition.DIFFERS, how)
    note_measure(viewer=analyst, at=NOW, noted=noted)
    assert line() == (f"Ours is 5 above the published number. Differs: {how}", "")


def test_a_reason_of_an_earlier_value_is_asked_for_again(
    analyst: Viewer, settings: Any, tmp_path: Path
) -> None:
    number = put(analyst, FEWER)
    explain_difference(viewer=analyst, at=NOW, key=number.pk, reason="Fuller records")
    later = count("referrals", OURS + 4, first=YEAR.first, last=YEAR.last)
    whole = count("referrals", sum(MONTHS))
    settings.KITH_STORE = write_store(tmp_path / "later", edition(), [whole, later])
    said, flag = line()
    assert said == "Ours is 9 above the published number."
    assert flag == f"The reason on record is of an earlier value of ours, {OURS}"
    assert [one.is_unexplained for one in queries.unexplained(analyst)] == [True]


def test_what_is_hidden_on_either_side_is_no_pair(analyst: Viewer) -> None:
    put(analyst, "c")
    assert queries.side_by_side(analyst, "referrals", HERE) == []
    assert queries.pairs_of(analyst) == []


def test_the_pages_flag_it_and_keep_the_reason(
    world: World, analyst: Viewer, browse: Browse, client: Client
) -> None:
    number = put(analyst, FEWER)
    desk = browse(world.person(Role.DATA_ANALYST))
    page, figure = reverse("benchmarks:differences"), "/scorecard/referrals/"
    assert "1 of 1 has no reason yet" in desk.get(page).text
    assert "No reason is recorded yet" in client.get(figure).text
    to = reverse("benchmarks:difference", args=[number.pk])
    assert "“Why they differ” needs an answer" in desk.post(to, {"reason": ""}).text
    words = "Only 2 children were counted twice"
    assert "Please look at this again" in desk.post(to, {"reason": words}).text
    desk.post(to, {"reason": "Counted again in April"})
    assert "Each difference has its reason" in desk.get(page).text
    shown = client.get(figure).text
    assert "Counted again in April" in shown
    assert "Put another reason on record" not in shown
    assert "Counted again in April" in desk.get(to).text
