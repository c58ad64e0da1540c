"""Each record's page leads its owner, and whoever keeps the trail, to who has looked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from kith.web.access.records import kinds
from kith.web.access.roles import Role
from tests.lib.pages import arguments_of


if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from kith.web.access.models import Person
    from tests.lib.world import World


WORDS = "Who has looked at this?"


def test_every_noun_of_single_records_is_known_here() -> None:
    assert {one.noun for one in kinds()} == {
        "actions",
        "agreements",
        "budgets",
        "challenges",
        "documents",
        "explorations",
        "groups",
        "organisations",
        "priorities",
        "releases",
        "returns",
        "risks",
        "scorecards",
    }


KEEPERS = {"explorations": Role.DATA_ANALYST, "releases": Role.DATA_ANALYST}
"""Who owns the record, where no area's business unit does."""


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize("noun", sorted(one.noun for one in kinds()))
def test_a_record_leads_to_who_has_looked(
    world: World, browse: Callable[[Person], Client], noun: str
) -> None:
    route = next(one.route for one in kinds() if one.noun == noun)
    key = arguments_of()[route](world, world.here)
    address, trail = (
        reverse(route, args=key),
        reverse("audit:of_record", args=[noun, *key]),
    )
    keeper = browse(world.person(KEEPERS.get(noun, Role.BUSINESS_MANAGER)))
    page = keeper.get(address).content.decode()
    assert WORDS in page
    assert trail in page
    assert keeper.get(trail).status_code == 200
    support = browse(world.person(Role.BUSINESS_SUPPORT))
    page = support.get(address)
    if page.status_code == 200:
        assert WORDS not in page.content.decode(), "they do not keep the trail"
    assert support.get(trail).status_code == 404
    elsewhere = browse(world.person(Role.BUSINESS_MANAGER, world.there))
    assert elsewhere.get(trail).status_code == 404
