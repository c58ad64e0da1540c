"""Challenges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.roles import Role
from kith.web.challenges.actions import (
    Disagreement,
    Said,
    raise_challenge,
    withdraw_challenge,
)
from kith.web.organisations.models import Employment, Organisation
from tests.lib.world import LONG_AGO, NOW


if TYPE_CHECKING:
    from kith.web.challenges.models import Challenge
    from tests.lib.world import Side, World


def raised(world: World, side: Side) -> tuple[object, ...]:
    """A challenge that a trust raised about the side's council."""
    return (_challenge(world, side).pk,)


def ended(world: World, side: Side) -> tuple[object, ...]:
    """The same, withdrawn, so that what was learnt can be written down."""
    challenge = _challenge(world, side)
    scrutineer = world.viewer(Role.INDEPENDENT_SCRUTINEER, side)
    withdraw_challenge(
        viewer=scrutineer, at=NOW, key=challenge.pk, said=Said("settled by talking")
    )
    return (challenge.pk,)


def _challenge(world: World, side: Side) -> Challenge:
    trust, _ = Organisation.objects.get_or_create(
        code=f"{side.area.code}-trust".lower(), defaults={"name": "An invented trust"}
    )
    someone = world.person(Role.INDEPENDENT_SCRUTINEER, side)
    Employment.objects.get_or_create(
        person=someone, organisation=trust, first_on=LONG_AGO
    )
    return raise_challenge(
        viewer=world.viewer(Role.INDEPENDENT_SCRUTINEER, side),
        at=NOW,
        disagreement=Disagreement(
            area=side.area,
            raised_by=trust,
            about=side.council,
            title="Schools are not told what became of a referral",
            what="Whoever refers a family hears nothing back",
            wanted="An answer within three days",
        ),
    )


_SIDES = "only those whom the disagreement is between, and who oversees it"

ARGUMENTS_OF = {
    "challenges:detail": raised,
    "challenges:answer": raised,
    "challenges:up": raised,
    "challenges:resolve": raised,
    "challenges:withdraw": raised,
    "challenges:close": ended,
}
NARROWER = {
    "challenges:detail": _SIDES,
    "challenges:answer": _SIDES,
    "challenges:up": _SIDES,
    "challenges:resolve": _SIDES,
    "challenges:withdraw": _SIDES,
}
