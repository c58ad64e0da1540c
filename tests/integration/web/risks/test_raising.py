"""A risk goes up the tiers, is answered at each, and stays readable below."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.http import Http404

from kith.domain.rules.risk_levels import Mark
from kith.domain.rules.states.risks import RiskState
from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.audit.models import Event
from kith.web.bodies.models import Body, BodyKind
from kith.web.risks import queries
from kith.web.risks.actions import (
    accept_risk,
    close_risk,
    raise_risk,
    raise_risk_on,
    reopen_risk,
    review_risk,
    send_risk_back,
)
from kith.web.risks.registration import needs
from tests.integration.web.risks.conftest import chair_of
from tests.lib.world import LONG_AGO, NOW, TODAY


if TYPE_CHECKING:
    from collections.abc import Callable

    from kith.web.risks.models import Risk
    from tests.lib.world import Side, World


def verbs() -> list[str]:
    return list(Event.objects.order_by("sequence").values_list("verb", flat=True))


def test_raised_accepted_and_read_by_both(
    world: World, group: Side, recorded: Callable[[Side], Risk]
) -> None:
    risk = recorded(group)
    below, above = chair_of(world, group), chair_of(world, world.here)
    with pytest.raises(Http404):
        queries.risk(above, risk.pk)
    raising = raise_risk(viewer=below, at=NOW, key=risk.pk, reason="Beyond our means")
    # Fifteen working days after Friday 15 January 2021.
    assert raising.reply_due_on == date(2021, 2, 5)
    assert queries.risk(above, risk.pk) == risk
    assert queries.risk(below, risk.pk).state == RiskState.RAISED
    assert [one.why for one in needs(above, today=TODAY)] == [
        "Reviews Group raised this risk and is owed a reply"
    ]
    accept_risk(viewer=above, at=NOW, key=risk.pk, words="We will fund visits")
    risk.refresh_from_db()
    assert (risk.state, risk.tier) == (RiskState.ACCEPTED, world.here.body)
    assert queries.risk(below, risk.pk) == risk
    assert list(needs(above, today=TODAY)) == []
    assert verbs() == ["risks.recorded", "risks.raised", "risks.accepted"]


def test_sent_back_it_is_held_below_again(
    world: World, group: Side, recorded: Callable[[Side], Risk]
) -> None:
    risk = recorded(group)
    below, above = chair_of(world, group), chair_of(world, world.here)
    raise_risk(viewer=below, at=NOW, key=risk.pk, reason="Beyond our means")
    send_risk_back(viewer=above, at=NOW, key=risk.pk, words="Try the school nurses")
    risk.refresh_from_db()
    assert (risk.state, risk.tier) == (RiskState.OPEN, group.body)
    assert queries.risk(above, risk.pk) == risk, "whoever was told keeps reading"


def test_raised_on_to_the_region(
    world: World, group: Side, recorded: Callable[[Side], Risk]
) -> None:
    region = Body.objects.create(
        code="region", name="Region", kind=BodyKind.REGIONAL, opened_on=LONG_AGO
    )
    risk = recorded(group)
    below, above = chair_of(world, group), chair_of(world, world.here)
    raise_risk(viewer=below, at=NOW, key=risk.pk, reason="Beyond our means")
    with pytest.raises(RefusedError, match="No open body stands above"):
        raise_risk_on(viewer=above, at=NOW, key=risk.pk, words="All five areas")
    Body.objects.filter(pk=world.here.body.pk).update(parent=region)
    raising = raise_risk_on(viewer=above, at=NOW, key=risk.pk, words="All five areas")
    assert raising.to_body == region
    assert [one.reply for one in risk.raisings.order_by("raised_at", "reply")] == [
        "",
        "RAISED_ON",
    ]


def test_what_others_may_not(
    world: World, group: Side, recorded: Callable[[Side], Risk]
) -> None:
    risk = recorded(group)
    below, above = chair_of(world, group), chair_of(world, world.here)
    with pytest.raises(Http404):
        raise_risk(
            viewer=chair_of(world, world.there), at=NOW, key=risk.pk, reason="Mine"
        )
    with pytest.raises(RefusedError, match="Say why"):
        raise_risk(viewer=below, at=NOW, key=risk.pk, reason="  ")
    raise_risk(viewer=below, at=NOW, key=risk.pk, reason="Beyond our means")
    with pytest.raises(RefusedError, match="does not allow"):
        accept_risk(viewer=below, at=NOW, key=risk.pk, words="We accept our own")
    with pytest.raises(RefusedError, match="would have to be"):
        close_risk(viewer=above, at=NOW, key=risk.pk, words="Over")
    accept_risk(viewer=above, at=NOW, key=risk.pk, words="We will fund visits")
    with pytest.raises(RefusedError, match="would have to be"):
        accept_risk(viewer=above, at=NOW, key=risk.pk, words="Again")
    assert verbs() == ["risks.recorded", "risks.raised", "risks.accepted"]


def test_closed_for_a_reason_and_reopened(
    world: World, group: Side, recorded: Callable[[Side], Risk]
) -> None:
    risk, chair = recorded(group), chair_of(world, group)
    close_risk(viewer=chair, at=NOW, key=risk.pk, words="Schools are open again")
    with pytest.raises(RefusedError, match="closed"):
        review_risk(viewer=chair, at=NOW, key=risk.pk, mark=Mark(1, 1), review_on=TODAY)
    reopen_risk(viewer=chair, at=NOW, key=risk.pk, words="They closed once more")
    assert queries.risk(chair, risk.pk).state == RiskState.OPEN


def test_the_trend_comes_from_dated_reviews(
    world: World, group: Side, recorded: Callable[[Side], Risk]
) -> None:
    risk, chair = recorded(group), chair_of(world, group)
    later = NOW + timedelta(days=40)
    review_risk(
        viewer=chair,
        at=later,
        key=risk.pk,
        mark=Mark(2, 4),
        review_on=TODAY + timedelta(days=90),
        words="Visits began again",
    )
    with pytest.raises(RefusedError, match="higher than before controls"):
        review_risk(
            viewer=chair, at=later, key=risk.pk, mark=Mark(5, 5), review_on=TODAY
        )
    assert [one.mark.product for one in queries.reviews(chair, risk)] == [16, 8]


def test_a_member_records_and_cannot_raise(world: World, group: Side) -> None:
    assert world.viewer(Role.MEMBER).may("risk_raise", body=world.here.body.pk)
    assert not world.viewer(Role.MEMBER).may("risk_escalate", body=world.here.body.pk)
