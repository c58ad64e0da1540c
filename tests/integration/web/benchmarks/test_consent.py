"""Whose figures stand beside others': with consent only, and each sees its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from kith.contracts.register import shipped
from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.access.viewer import Viewer
from kith.web.audit.models import Event
from kith.web.benchmarks import queries
from kith.web.benchmarks.actions import (
    Asked,
    Said,
    ask_consent,
    give_consent,
    refuse_consent,
    withdraw_consent,
)
from kith.web.benchmarks.registration import needs
from kith.web.benchmarks.values import Party
from kith.web.indicators.actions import change_indicator
from kith.web.indicators.values import Change, definition_of
from kith.web.organisations.models import Employment, Footprint, Organisation, Sector
from tests.lib.arguments.benchmarks import force_of
from tests.lib.world import LONG_AGO, NOW, TODAY, viewer_of


if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.test import Client

    from kith.web.access.models import Person
    from tests.lib.world import Side, World

    Browse = Callable[[Person], Client]

SHARE, POLICES = "re_referral_share", "police_protections"
BOTH = ["E06000024", "E06000023"]


def analyst(world: World, side: Side | None = None) -> Viewer:
    return world.viewer(Role.DATA_ANALYST, side)


def speaker(world: World, force: Organisation, side: Side) -> Viewer:
    """Who leads for the force there."""
    someone = world.person(Role.AGENCY_LEAD, side)
    Employment.objects.get_or_create(
        person=someone, organisation=force, first_on=LONG_AGO
    )
    return viewer_of(someone)


def not_by(measure: str, viewer: Viewer | None = None) -> dict[str, tuple[str, ...]]:
    found = queries.shared(viewer or Viewer.public(), measure, BOTH, TODAY)
    return {code: one.not_by for code, one in found.items() if not one.is_shown}


def test_nothing_is_shared_until_its_area_says_so_and_each_sees_its_own(
    world: World,
) -> None:
    here, there = world.here.area, world.there.area
    assert not_by(SHARE) == {here.code: (here.name,), there.code: (there.name,)}
    assert not_by(SHARE, analyst(world)) == {there.code: (there.name,)}
    give_consent(
        viewer=analyst(world, world.there), at=NOW, said=Said(Party(there), SHARE)
    )
    assert not_by(SHARE) == {here.code: (here.name,)}
    assert not_by("referrals") == {here.code: (here.name,), there.code: (there.name,)}


def test_the_police_consent_to_their_own_figures_besides_the_area(
    world: World,
) -> None:
    here, there = world.here.area, world.there.area
    force = force_of(world.here)
    for side in (world.here, world.there):
        give_consent(viewer=analyst(world, side), at=NOW, said=Said(Party(side.area)))
    no_force = ("any police force on record there",)
    assert not_by(POLICES) == {here.code: (force.name,), there.code: no_force}
    said = Said(Party(here, force), POLICES)
    with pytest.raises(RefusedError, match="lead or speak for this agency"):
        give_consent(viewer=analyst(world), at=NOW, said=said)
    give_consent(viewer=speaker(world, force, world.here), at=NOW, said=said)
    assert not_by(POLICES) == {there.code: no_force}
    assert not_by(SHARE) == {}


@pytest.mark.usefixtures("published")
def test_an_indicator_is_its_owner_s_as_the_site_s_register_says(
    world: World, settings: Any, tmp_path: Path
) -> None:
    """Health's by the register that ships, the police's once the site says so, and
    nobody's to give where no register knows it."""
    settings.KITH_HOME = tmp_path
    here = world.here.area
    give_consent(viewer=analyst(world), at=NOW, said=Said(Party(here)))
    code = "immunisations_up_to_date"
    assert not_by(code)[here.code] == ("any health body on record there",)
    force = force_of(world.here)
    change_indicator(
        viewer=analyst(world),
        at=NOW,
        code=code,
        change=Change(
            replace(definition_of(shipped()[code]), owner="police"), "They count it"
        ),
    )
    assert not_by(code)[here.code] == (force.name,)
    assert not_by("first_time_entrants")[here.code] == (
        "whoever counts it: the register does not know it",
    )


def test_a_no_says_why_and_only_what_was_given_is_taken_back(world: World) -> None:
    party, mine = Party(world.here.area), analyst(world)
    with pytest.raises(RefusedError, match="Say why not"):
        refuse_consent(viewer=mine, at=NOW, said=Said(party))
    why = Said(party, reason="The definition is being agreed first")
    with pytest.raises(RefusedError, match="no consent of this kind"):
        withdraw_consent(viewer=mine, at=NOW, said=why)
    over = Said(party, first_on=TODAY, last_on=date(2020, 1, 1))
    with pytest.raises(RefusedError, match="cannot end before"):
        give_consent(viewer=mine, at=NOW, said=over)
    with pytest.raises(RefusedError, match="area's analyst"):
        give_consent(viewer=analyst(world, world.there), at=NOW, said=Said(party))
    give_consent(viewer=mine, at=NOW, said=Said(party))
    withdraw_consent(viewer=mine, at=NOW, said=why)
    assert world.here.area.code in not_by(SHARE)
    answers = queries.answers(mine)
    assert [one.answer for one in answers] == ["WITHDRAWN", "GIVEN"]
    verbs = Event.objects.filter(noun="benchmarks").order_by("sequence")
    assert list(verbs.values_list("verb", flat=True)) == [
        "benchmarks.consent_given",
        "benchmarks.consent_withdrawn",
    ]


def test_who_is_asked_finds_it_on_home_until_they_answer(world: World) -> None:
    force = force_of(world.there)
    party = Party(world.there.area, force)
    asked = Asked(party, "The Executive compares the five areas", POLICES)
    ask_consent(viewer=analyst(world), at=NOW, asked=asked)
    lead = speaker(world, force, world.there)
    others = (analyst(world), analyst(world, world.there))
    assert [list(needs(one, today=TODAY)) for one in others] == [[], []]
    (need,) = needs(lead, today=TODAY)
    assert force.name in need.what
    give_consent(viewer=lead, at=NOW, said=Said(party, SHARE))
    assert list(needs(lead, today=TODAY)) == [need]
    give_consent(viewer=lead, at=NOW, said=Said(party))
    assert list(needs(lead, today=TODAY)) == []


@pytest.mark.usefixtures("published")
def test_the_pages_ask_answer_and_show_what_stands(
    world: World, browse: Browse
) -> None:
    mine = browse(world.person(Role.DATA_ANALYST))
    page = reverse("benchmarks:consents")
    assert "Nothing was said, so nothing is shown" in mine.get(page).text
    there = world.there.area
    ask = {"party": there.code, "measure": SHARE, "why": "To learn from each other"}
    mine.post(reverse("benchmarks:consent_ask"), ask)
    assert "To learn from each other" in mine.get(page).text
    theirs = browse(world.person(Role.DATA_ANALYST, world.there))
    answer: dict[str, Any] = {"party": there.code, "measure": SHARE}
    to = reverse("benchmarks:consent_answer")
    refused = theirs.post(to, {**answer, "answer": "REFUSED", "reason": ""}).text
    assert "Say why not" in refused
    words = "Our counts begin again in April"
    theirs.post(to, {**answer, "answer": "REFUSED", "reason": words})
    shown = mine.get(page).text
    assert words in shown
    assert "To learn from each other" not in shown
    forged = {**answer, "answer": "GIVEN", "reason": ""}
    assert "choose one of those listed" in mine.post(to, forged).text


def test_an_agency_that_is_no_more_is_not_asked(world: World) -> None:
    force = force_of(world.here)
    Organisation.objects.filter(pk=force.pk).update(last_on=date(2020, 12, 31))
    assert Party(world.here.area, force) not in queries.parties(analyst(world), TODAY)
    later = Organisation.objects.create(
        code="later-force", name="A later force", sector=Sector.POLICE
    )
    Footprint.objects.create(organisation=later, area=world.here.area)
    assert Party(world.here.area, later) in queries.parties(analyst(world), TODAY)
