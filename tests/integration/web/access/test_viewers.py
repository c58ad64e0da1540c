"""What a viewer saw stays with them, and what they hold ends with who gave it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kith.web.access.models import Delegation
from kith.web.access.roles import Role
from kith.web.access.viewer import CaseKey, Grant
from kith.web.access.viewing import READS
from kith.web.actions.models import Action
from kith.web.challenges.models import Challenge
from kith.web.organisations.models import Employment
from tests.lib.arguments.access import stand_in
from tests.lib.arguments.actions import proposed
from tests.lib.arguments.challenges import raised
from tests.lib.world import LONG_AGO, World, person, viewer_of


if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from kith.web.access.models import Person


def test_no_cache_keeps_what_somebody_signed_in_saw(
    world: World, browse: Callable[[Person], Client], client: Client
) -> None:
    member = browse(world.person(Role.MEMBER))
    for address in ("/actions/", "/groups/", "/search/?q=plan", "/no-such-page/"):
        assert "no-store" in member.get(address)["Cache-Control"], address
    assert "no-store" not in client.get("/").get("Cache-Control", "")


def test_a_refusal_leads_back_to_this_site_alone(
    world: World, browse: Callable[[Person], Client]
) -> None:
    (key,) = proposed(world, world.here)
    chair = browse(world.person(Role.GROUP_CHAIR))
    Action.objects.filter(pk=key).update(state="CLOSED")
    for came_from, is_shown in (
        ("http://testserver/actions/", True),
        ("https://stranger.example.org/", False),
    ):
        answer = chair.post(f"/actions/{key}/agree/", headers={"referer": came_from})
        assert answer.status_code == 409
        assert (came_from in answer.content.decode()) is is_shown


def test_nobody_stands_in_for_somebody_who_has_left(world: World) -> None:
    (key,) = stand_in(world, world.here)
    given = Delegation.objects.get(pk=key)

    def acts() -> bool:
        return any(one.acting_for for one in viewer_of(given.taker).grants)

    assert acts()
    given.giver.is_active = False
    given.giver.save(update_fields=["is_active"])
    assert not acts()


def test_an_emergency_opens_no_challenge_of_ones_own_organisation(
    world: World,
) -> None:
    (key,) = raised(world, world.here)
    challenge = Challenge.objects.get(pk=key)
    someone = person("Works for the other side")
    Employment.objects.create(
        person=someone, organisation=challenge.about_organisation, first_on=LONG_AGO
    )
    opened = Grant(None, READS, cases=frozenset({CaseKey("actions", challenge.pk)}))
    viewer = replace(viewer_of(someone), grants=(opened,))
    assert not Challenge.objects.visible_to(viewer).exists()
