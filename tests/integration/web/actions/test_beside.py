"""An action beside the records around it: what it serves, and what it is proposed from."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from kith.web.access.roles import Role
from kith.web.actions.models import Action
from kith.web.priorities.models import PriorityAction
from tests.lib.pages import arguments_of
from tests.lib.world import person, seat


if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from kith.web.access.models import Person
    from tests.lib.world import World


def test_an_action_shows_the_priorities_that_it_serves(
    world: World, browse: Callable[[Person], Client]
) -> None:
    arguments_of()["priorities:unlink"](world, world.here)
    link = PriorityAction.objects.select_related("priority").get()
    client = browse(world.person(Role.BUSINESS_MANAGER))
    page = client.get(f"/actions/{link.action_id}/").content.decode()
    assert "Priorities that it serves" in page
    assert reverse("priorities:detail", args=[link.priority_id]) in page
    link.delete()
    page = client.get(f"/actions/{link.action_id}/").content.decode()
    assert "Priorities that it serves" not in page


@pytest.mark.parametrize("noun", ["risks", "challenges"])
def test_an_action_is_proposed_from_a_record_and_names_it_as_its_source(
    world: World, browse: Callable[[Person], Client], noun: str
) -> None:
    (key,) = arguments_of()[f"{noun}:detail"](world, world.here)
    client = browse(world.person(Role.BUSINESS_MANAGER))
    address = reverse(f"{noun}:detail", args=[key])
    found = re.search(
        r'href="(/actions/new/\?[^"]+)"', client.get(address).content.decode()
    )
    assert found is not None
    form = client.get(unescape(found[1]))
    assert form.status_code == 200
    assert str(key) in form.content.decode()
    named = dict(
        one.split("=") for one in unescape(found[1]).partition("?")[2].split("&")
    )
    owner = person("Somebody Willing")
    seat(world.here, owner)
    told = {
        "body": str(world.here.body.pk),
        "wording": "Write to every school",
        "owner_organisation": str(world.here.council.pk),
        "owner": str(owner.pk),
        "due_on_day": "1",
        "due_on_month": "3",
        "due_on_year": "2021",
        **{name: named[name] for name in ("kind", "words", "noun", "key")},
        "url": address,
    }
    answer = client.post("/actions/new/", told)
    assert answer.status_code == 302, answer.content.decode()
    action = Action.objects.get(wording="Write to every school")
    assert action.sources.get().key == key
    assert action.reference in client.get(address).content.decode()
    reader = browse(world.person(Role.LAY_MEMBER))
    page = reader.get(address)
    assert page.status_code == 404 or "/actions/new/?" not in page.content.decode()
