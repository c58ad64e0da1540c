"""A scorecard's comparators come from the benchmarks; what is not held is typed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from kith.domain.vocabulary.definitions import Definition
from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.benchmarks.actions import (
    Chosen,
    Released,
    bring_statistics,
    set_beside,
)
from kith.web.documents.files import accepted
from kith.web.scorecards import actions as acts
from kith.web.scorecards import queries
from kith.web.scorecards.models import TargetKind
from tests.lib.published_store import (
    PERIOD,
    YEAR,
    count,
    edition,
    figure,
    write_store,
)
from tests.lib.world import NOW, TODAY


if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.test import Client

    from kith.domain.vocabulary.periods import Period
    from kith.web.access.models import Person
    from kith.web.access.viewer import Viewer
    from kith.web.scorecards.models import Scorecard
    from tests.lib.world import World

    Browse = Callable[[Person], Client]


SHARE = "re_referral_share"
TABLE = """\
time_period,time_identifier,geographic_level,country_code,country_name,region_code,\
region_name,old_la_code,new_la_code,la_name,share,referrals
2020,Calendar year,National,E92000001,England,,,,,,22.6,618240
2020,Calendar year,Regional,E92000001,England,E12000009,South West,,,,20.1,50310
2020,Calendar year,Local authority,E92000001,England,E12000009,South West,802,\
E06000024,North Somerset,21.0,781
"""


@pytest.fixture(autouse=True)
def home(settings: Any, tmp_path: Path) -> None:
    """A share of the report's fourteen months and of its year, and a count."""
    settings.KITH_HOME = tmp_path
    rows = [
        figure(
            SHARE,
            numerator=192,
            denominator=906,
            value=Decimal("21.2"),
            first=days.first,
            last=days.last,
        )
        for days in (PERIOD, YEAR)
    ]
    rows += [
        count("referrals", 776, first=d.first, last=d.last) for d in (PERIOD, YEAR)
    ]
    settings.KITH_STORE = write_store(tmp_path / "store", edition(), rows)


@pytest.fixture
def manager(world: World) -> Viewer:
    return world.viewer(Role.BUSINESS_MANAGER)


def put(manager: Viewer, definition: Definition = Definition.AGREED) -> None:
    made = bring_statistics(
        viewer=manager,
        at=NOW,
        file=accepted(TABLE.encode()),
        released=Released("Re-referrals", "The Department", date(2021, 1, 12)),
    )
    how = "" if definition is Definition.AGREED else "It counts children"
    for indicator, measure in (("share", SHARE), ("referrals", "referrals")):
        chosen = Chosen(indicator, {}, measure, definition, how)
        set_beside(viewer=manager, at=NOW, key=made.pk, chosen=chosen)


def draft(world: World, manager: Viewer, period: Period = YEAR) -> Scorecard:
    heading = acts.Heading("Help in time", world.here.area, period)
    made = acts.draft_scorecard(
        viewer=manager, at=NOW, body=world.here.body, heading=heading
    )
    asked = acts.Asked("In time?", (SHARE, "referrals"))
    acts.add_question(viewer=manager, at=NOW, key=made.pk, asked=asked)
    return made


def choose(manager: Viewer, card: Scorecard, place: str) -> None:
    """The number of the share for a place, by the name of it."""
    offer = next(
        one
        for one in queries.offers(manager, card)
        if one.comparator.name == place and one.measure.code == SHARE
    )
    acts.choose_comparator(viewer=manager, at=NOW, key=card.pk, chosen=offer.code)


def typed(manager: Viewer, card: Scorecard, kind: TargetKind) -> None:
    target = acts.Target(SHARE, kind, Decimal(23), "A paper", TODAY)
    acts.set_target(viewer=manager, at=NOW, key=card.pk, target=target)


def test_a_chosen_number_keeps_where_it_is_from(world: World, manager: Viewer) -> None:
    put(manager)
    card = draft(world, manager)
    choose(manager, card, "England")
    (target,) = queries.targets(manager, card)
    assert (target.kind, target.value) == ("ENGLAND", Decimal("22.6"))
    assert target.stands_on == YEAR.last
    assert target.source == (
        "The Department, Re-referrals, published 12 January 2021; January 2020 to "
        "December 2020 (12 months)"
    )
    stands = [
        one.comparator.name for one in queries.offers(manager, card) if one.is_chosen
    ]
    assert stands == ["England"]


def test_what_is_held_is_chosen_and_what_is_not_is_typed(
    world: World, manager: Viewer
) -> None:
    put(manager)
    card = draft(world, manager)
    with pytest.raises(RefusedError, match="held among the benchmarks"):
        typed(manager, card, TargetKind.ENGLAND)
    typed(manager, card, TargetKind.NEIGHBOURS)
    typed(manager, card, TargetKind.LOCAL)
    assert {one.kind for one in queries.targets(manager, card)} == {
        "NEIGHBOURS",
        "LOCAL",
    }


def test_other_days_and_other_definitions_are_refused(
    world: World, manager: Viewer
) -> None:
    put(manager, Definition.DIFFERS)
    card = draft(world, manager)
    with pytest.raises(RefusedError, match="The definitions differ: It counts"):
        choose(manager, card, "England")
    with pytest.raises(RefusedError, match="The definitions differ: It counts"):
        typed(manager, card, TargetKind.ENGLAND)
    with pytest.raises(RefusedError, match="No number of that kind"):
        acts.choose_comparator(viewer=manager, at=NOW, key=card.pk, chosen="no:such")
    counts = [one for one in queries.offers(manager, card) if one.measure.code != SHARE]
    assert [one.comparator.refused[:13] for one in counts] == ["It is a count"] * 2


def test_fourteen_months_have_no_published_year_and_are_typed(
    world: World, manager: Viewer
) -> None:
    put(manager)
    card = draft(world, manager, PERIOD)
    with pytest.raises(RefusedError, match="one is twelve months and the other is not"):
        choose(manager, card, "England")
    typed(manager, card, TargetKind.ENGLAND)


def test_a_scorecard_of_other_days_lets_go_of_what_was_chosen(
    world: World, manager: Viewer
) -> None:
    put(manager)
    card = draft(world, manager)
    choose(manager, card, "South West")
    typed(manager, card, TargetKind.LOCAL)
    for period, kinds in ((YEAR, {"LOCAL", "REGION"}), (PERIOD, {"LOCAL"})):
        heading = acts.Heading("Help", world.here.area, period)
        acts.change_heading(viewer=manager, at=NOW, key=card.pk, heading=heading)
        assert {one.kind for one in queries.targets(manager, card)} == kinds


def test_the_page_offers_and_the_scorecard_shows_it(
    world: World, manager: Viewer, browse: Browse
) -> None:
    put(manager)
    card = draft(world, manager)
    desk = browse(world.person(Role.BUSINESS_MANAGER))
    page = reverse("scorecards:comparators", args=[card.pk])
    shown = desk.get(page).text
    assert "22.6" in shown
    assert "It is a count" in shown
    offer = queries.offers(manager, card)[0]
    desk.post(page, {"chosen": offer.code})
    assert "Stands on the scorecard" in desk.get(page).text
    detail = desk.get(reverse("scorecards:detail", args=[card.pk])).text
    assert "chosen from the benchmarks by" in detail
    assert "by no more than chance would explain" in detail
    assert "No number of that kind" in desk.post(page, {"chosen": "no:such"}).text
