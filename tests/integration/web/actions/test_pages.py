"""The pages of actions, for each kind of viewer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kith.domain.rules.states.actions import ActionState
from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.actions.actions import Promise, agree_action, propose_action
from kith.web.actions.models import Action
from kith.web.audit.models import Event
from tests.lib.world import NOW, Side, World


if TYPE_CHECKING:
    from django.test import Client


Browse = "Callable[[Person], Client]"


def proposed(world: World, side: Side) -> Action:
    return propose_action(
        viewer=world.viewer(Role.MEMBER, side),
        at=NOW,
        body=side.body,
        promise=Promise(
            wording="Agree a threshold for early help",
            owner_organisation=side.council,
            owner=world.person(Role.MEMBER, side),
            due_on=date(2021, 2, 1),
        ),
    )


def test_a_member_sees_the_actions_of_their_own_group_alone(
    world: World, browse: Browse
) -> None:
    ours, theirs = proposed(world, world.here), proposed(world, world.there)
    client = browse(world.person(Role.MEMBER))
    assert client.get(f"/actions/{ours.pk}/").status_code == 200
    assert client.get(f"/actions/{theirs.pk}/").status_code == 404
    page = client.get("/actions/").content.decode()
    assert ours.reference in page
    assert theirs.reference not in page


def test_nobody_is_asked_to_sign_in(world: World, client: Client) -> None:
    answer = client.get("/actions/")
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/account/login/")


def test_a_chair_agrees_and_a_member_may_not(world: World) -> None:
    action = proposed(world, world.here)
    with pytest.raises(RefusedError):
        agree_action(viewer=world.viewer(Role.MEMBER), at=NOW, key=action.pk)
    agree_action(viewer=world.viewer(Role.GROUP_CHAIR), at=NOW, key=action.pk)
    action.refresh_from_db()
    assert action.state == ActionState.AGREED
    assert [one.verb for one in Event.objects.order_by("sequence")] == [
        "actions.proposed",
        "actions.agreed",
    ]


def test_the_form_proposes(world: World, browse: Browse) -> None:
    someone = world.person(Role.MEMBER)
    answer = browse(someone).post(
        "/actions/new/",
        {
            "body": str(world.here.body.pk),
            "wording": "Write to every school",
            "owner_organisation": str(world.here.council.pk),
            "owner": str(someone.pk),
            "due_on_day": "1",
            "due_on_month": "2",
            "due_on_year": "2021",
        },
    )
    assert answer.status_code == 302, answer.content.decode()
    assert Action.objects.get().due_on == date(2021, 2, 1)


def test_who_has_looked_is_offered_to_those_who_may_see_it(
    world: World, browse: Browse
) -> None:
    action = proposed(world, world.here)
    for role, offered in ((Role.BUSINESS_MANAGER, True), (Role.MINUTE_TAKER, False)):
        page = browse(world.person(role)).get(f"/actions/{action.pk}/")
        assert ("Who has looked at this?" in page.content.decode()) is offered, role


@pytest.mark.parametrize("year", ["99999999999999999999", "0", "-1", "twenty"])
def test_a_day_that_is_none_is_a_complaint(
    world: World, browse: Browse, year: str
) -> None:
    page = browse(world.person(Role.MEMBER)).post(
        "/actions/new/", {"due_on_day": "1", "due_on_month": "2", "due_on_year": year}
    )
    assert page.status_code == 200
    assert "Enter a real date, such as 15 1 2021" in page.content.decode()
