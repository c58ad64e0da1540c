"""Budgets: exact to the penny, signed by three, never changed while they sign."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.http import Http404

from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.approvals.actions import (
    Elsewhere,
    confirm_approval,
    give_approval,
    record_approval_elsewhere,
)
from kith.web.approvals.models import Approval
from kith.web.audit.models import Event
from kith.web.budgets import actions as acts
from kith.web.budgets.models import Budget, ContributionKind, Spend
from kith.web.organisations.models import Sector
from tests.lib.arguments.budgets import budget
from tests.lib.arguments.documents import kept
from tests.lib.world import NOW, TODAY, viewer_of


if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from kith.web.access.models import Person
    from tests.lib.world import World

    Browse = Callable[[Person], Client]


def drawn(world: World) -> Any:
    """A draft in which the council gives cash."""
    (key,) = budget(world, world.here)
    world.person(Role.MEMBER)
    acts.set_contribution(
        viewer=world.viewer(Role.BUSINESS_MANAGER),
        at=NOW,
        key=key,  # type: ignore[arg-type] # the key that was just made
        given=given(world, "1250.10"),
    )
    return key


def given(world: World, amount: str, what: str = "") -> acts.Given:
    kind = ContributionKind.IN_KIND if what else ContributionKind.CASH
    return acts.Given(world.here.council, kind, Decimal(amount), what)


def sent(world: World) -> tuple[Any, Person]:
    """A budget with its three partners: one of them signs here."""
    key = drawn(world)
    lead = world.person(Role.LEAD_SAFEGUARDING_PARTNER)
    acts.send_to_sign(
        viewer=world.viewer(Role.BUSINESS_MANAGER),
        at=NOW,
        key=key,
        signers={Sector.COUNCIL: lead},
    )
    return key, lead


STEPS: dict[str, dict[str, Any]] = {
    "set_heading": {"heading": acts.Heading("Training", Decimal("100.00"))},
    "note_value": {"words": "Good"},
    "send_to_sign": {"signers": {}},
}


@pytest.mark.parametrize("step", STEPS)
def test_a_step_is_refused_to_others_and_told(world: World, step: str) -> None:
    key = drawn(world)
    act = getattr(acts, step)
    before = Event.objects.count()
    lead = world.viewer(Role.LEAD_SAFEGUARDING_PARTNER)
    with pytest.raises(RefusedError):
        act(viewer=lead, at=NOW, key=key, **STEPS[step])
    with pytest.raises(Http404):
        act(viewer=world.viewer(Role.MEMBER), at=NOW, key=key, **STEPS[step])
    elsewhere = world.viewer(Role.BUSINESS_MANAGER, world.there)
    with pytest.raises(Http404):
        act(viewer=elsewhere, at=NOW, key=key, **STEPS[step])
    assert Event.objects.count() == before
    act(viewer=world.viewer(Role.BUSINESS_MANAGER), at=NOW, key=key, **STEPS[step])
    verbs = [one.verb for one in Event.objects.order_by("sequence")[before:]]
    mine = [verb for verb in verbs if verb.startswith("budgets.")]
    assert len(mine) == 1


def test_the_third_signature_agrees_the_budget_and_only_that(world: World) -> None:
    key, lead = sent(world)
    manager = world.viewer(Role.BUSINESS_MANAGER)
    support = world.viewer(Role.BUSINESS_SUPPORT)
    asked = {one.slot: one for one in Approval.objects.all()}
    assert len(asked) == 3
    give_approval(viewer=viewer_of(lead), at=NOW, key=asked[str(Sector.COUNCIL)].pk)
    assert Budget.objects.get(pk=key).state == "TO_SIGN"
    for sector in (Sector.HEALTH, Sector.POLICE):
        assert Budget.objects.get(pk=key).state == "TO_SIGN"
        slot = asked[str(sector)].pk
        paper = Elsewhere(TODAY, "A letter", kept(world, world.here).pk)
        record_approval_elsewhere(viewer=support, at=NOW, key=slot, elsewhere=paper)
        confirm_approval(viewer=manager, at=NOW, key=slot)
    agreed = Budget.objects.get(pk=key)
    assert (agreed.state, agreed.agreed_on) == ("AGREED", TODAY)
    assert Event.objects.filter(verb="budgets.agreed").count() == 1


def test_nothing_changes_while_it_is_signed_and_a_change_is_signed_anew(
    world: World,
) -> None:
    key, lead = sent(world)
    manager = world.viewer(Role.BUSINESS_MANAGER)
    with pytest.raises(RefusedError, match="would have to be draft"):
        acts.set_contribution(viewer=manager, at=NOW, key=key, given=given(world, "2"))
    old = Approval.objects.get(slot=str(Sector.COUNCIL))
    give_approval(viewer=viewer_of(lead), at=NOW, key=old.pk)
    acts.take_back(viewer=manager, at=NOW, key=key, reason="A sum was wrong")
    assert Budget.objects.get(pk=key).state == "DRAFT"
    acts.set_contribution(viewer=manager, at=NOW, key=key, given=given(world, "2"))
    acts.send_to_sign(viewer=manager, at=NOW, key=key, signers={Sector.COUNCIL: lead})
    standing = Approval.objects.filter(state="ASKED")
    assert standing.count() == 3, "the earlier signature does not count"


def test_money_is_exact_and_nothing_takes_a_line_away(world: World) -> None:
    key = drawn(world)
    manager = world.viewer(Role.BUSINESS_MANAGER)
    assert Budget.objects.get(pk=key).contributions.get().amount == Decimal("1250.10")
    acts.set_contribution(viewer=manager, at=NOW, key=key, given=given(world, "0"))
    assert not Budget.objects.get(pk=key).contributions.exists()
    with pytest.raises(RefusedError, match="nothing to sign"):
        acts.send_to_sign(viewer=manager, at=NOW, key=key, signers={})


def test_an_empty_form_and_wrong_amounts_are_said(world: World, browse: Browse) -> None:
    key = drawn(world)
    client = browse(world.person(Role.BUSINESS_MANAGER))
    address = f"/budgets/{key}/heading/"
    for wrong in ("a lot", "-1", "1.005", "NaN", "Infinity", "1e30"):
        page = client.post(address, {"heading": "Training", "planned": wrong})
        assert "Enter an amount in pounds" in page.content.decode(), wrong
    client.post(address, {"heading": "Training", "planned": "£1,250.50"})
    assert Spend.objects.get().planned == Decimal("1250.50")


def test_a_year_is_held_against_the_year_before(world: World, browse: Browse) -> None:
    first = drawn(world)
    second = drawn(world)
    manager = world.viewer(Role.BUSINESS_MANAGER)
    acts.set_contribution(
        viewer=manager, at=NOW, key=second, given=given(world, "1300.10")
    )
    acts.set_contribution(
        viewer=manager, at=NOW, key=second, given=given(world, "500", "A room")
    )
    for key, planned in ((first, "1000"), (second, "900")):
        for heading in ("Training", "Reviews"):
            acts.set_heading(
                viewer=manager,
                at=NOW,
                key=key,
                heading=acts.Heading(heading, Decimal(planned)),
            )
    client = browse(world.person(Role.BUSINESS_MANAGER))
    page = client.get(f"/budgets/{second}/").content.decode()
    assert "£550 more (44.0 %)" in page
    assert "£100 less (10.0 %)" in page
    assert "£499.90 more than the cash" in page
    assert "<svg" in page
    assert (
        "no earlier year to compare with"
        in client.get(f"/budgets/{first}/").content.decode()
    )
    assert client.get("/budgets/").status_code == 200


PAGES = {
    "contribution": {"kind": "CASH", "amount": "10"},
    "heading": {"heading": "Training", "planned": "10"},
    "value": {"words": "Good value"},
    "send": {"due_on_day": ""},
}


@pytest.mark.parametrize("page", PAGES)
def test_each_form_does_what_it_says(world: World, browse: Browse, page: str) -> None:
    key = drawn(world)
    client = browse(world.person(Role.BUSINESS_MANAGER))
    assert client.get(f"/budgets/{key}/{page}/").status_code == 200
    filled = {**PAGES[page], "organisation": str(world.here.council.pk)}
    answer = client.post(f"/budgets/{key}/{page}/", filled)
    assert answer.status_code == 302, answer.content.decode()
    assert client.get(f"/budgets/{key}/").status_code == 200
