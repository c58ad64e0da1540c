"""Each step's page: it opens, it complains, it does what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kith.domain.rules.states.actions import ActionState
from kith.web.access.roles import Role
from tests.integration.web.actions.drawing import Cast


if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from kith.web.access.models import Person
    from tests.lib.world import World

    Browse = Callable[[Person], Client]

DAY = {"to_day": "1", "to_month": "3", "to_year": "2021"}
PAGES = {
    # the page: who, drawn how, what they fill in, what the list of moves then ends with
    "note": (Role.MEMBER, "agreed", {"words": "Half done"}, "note"),
    "evidence": (Role.MEMBER, "agreed", {"words": "Signed"}, "submit_evidence"),
    "send-back": (
        Role.GROUP_CHAIR,
        "with_evidence",
        {"words": "No date"},
        "send_back",
    ),
    "impact": (
        Role.MEMBER,
        "agreed",
        {"words": "Less waiting", "strength": "SEEN"},
        "state_impact",
    ),
    "ask-more-time": (
        Role.MEMBER,
        "agreed",
        {"words": "Term", **DAY},
        "ask_extension",
    ),
    "decide-more-time": (
        Role.GROUP_CHAIR,
        "asking",
        {"is_given": "no", "words": "It cannot wait"},
        "refuse_extension",
    ),
    "more-time": (Role.GROUP_CHAIR, "agreed", {"words": "Term", **DAY}, "extend"),
    "withdraw": (Role.GROUP_CHAIR, "agreed", {"words": "Overtaken"}, "withdraw"),
    "add-source": (
        Role.MEMBER,
        "agreed",
        {"kind": "AUDIT", "words": "Neglect audit"},
        "add_source",
    ),
}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_asks_complains_and_does(
    world: World, browse: Browse, page: str
) -> None:
    role, drawn, filled, move = PAGES[page]
    action = getattr(Cast(world, world.here), drawn)()
    client = browse(world.person(role))
    address = f"/actions/{action.pk}/{page}/"
    assert client.get(address).status_code == 200
    empty = client.post(address, {"nothing": "at all"}).content.decode()
    assert "There is a problem" in empty
    answer = client.post(address, filled)
    assert answer.status_code == 302, answer.content.decode()
    assert move in action.steps.values_list("move", flat=True)
    shown = client.get(f"/actions/{action.pk}/").content.decode()
    assert action.reference in shown


def test_verifying_needs_no_words_and_never_the_owner(
    world: World, browse: Browse
) -> None:
    action = Cast(world, world.here).with_evidence()
    owner = browse(world.person(Role.MEMBER))
    assert owner.get(f"/actions/{action.pk}/verify/").status_code == 404
    chair = browse(world.person(Role.GROUP_CHAIR))
    chair.post(f"/actions/{action.pk}/verify/", {"words": ""})
    action.refresh_from_db()
    assert action.state == ActionState.VERIFIED
    chair.post(f"/actions/{action.pk}/close/")
    action.refresh_from_db()
    assert action.state == ActionState.CLOSED


def test_a_refusal_is_said_where_it_can_be_put_right(
    world: World, browse: Browse
) -> None:
    action = Cast(world, world.here).agreed()
    client = browse(world.person(Role.GROUP_CHAIR))
    early = {"to_day": "1", "to_month": "1", "to_year": "2021", "words": "Why"}
    page = client.post(f"/actions/{action.pk}/more-time/", early).content.decode()
    assert "name a later day" in page


def test_the_detail_says_why_not(world: World, browse: Browse) -> None:
    action = Cast(world, world.here).with_evidence()
    page = browse(world.person(Role.MEMBER)).get(f"/actions/{action.pk}/")
    words = page.content.decode()
    assert "Your role in this group does not allow it." in words
    assert 'aria-current="step"' in words
    assert "It is signed." in words
