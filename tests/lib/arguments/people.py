"""People, their roles, what waits for a second person; and the ways in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.models import FactorReset, HowChecked, Person, RoleHolding
from kith.web.access.roles import Role
from tests.lib.world import NOW, REAL_NOW, TODAY, holder, person


if TYPE_CHECKING:
    from tests.lib.world import Side, World


def of_a_person(world: World, side: Side) -> tuple[object, ...]:
    """One person of the area."""
    return (_newcomer(side).pk,)


def of_a_role(world: World, side: Side) -> tuple[object, ...]:
    """A role of that person, new, so that one walk does not end another's."""
    made = RoleHolding.objects.create(
        person=_newcomer(side),
        role=Role.COMMUNICATIONS,
        area=side.area.code,
        first_on=TODAY,
        given_at=NOW,
    )
    return (made.pk,)


def of_a_reset(world: World, side: Side) -> tuple[object, ...]:
    """A reset that waits for a second person; the first has no role any more."""
    first = Person.objects.filter(name="First Asker").first() or person("First Asker")
    made = FactorReset.objects.create(
        person=_newcomer(side),
        how_checked=HowChecked.IN_PERSON,
        asked_by=first,
        asked_at=NOW,
        open_until=REAL_NOW.replace(year=REAL_NOW.year + 100),
    )
    return (made.pk,)


def _newcomer(side: Side) -> Person:
    """Somebody whom no other test looks with, so that nothing sticks to a role."""
    return holder(Role.DATA_ANALYST, side, f"Newcomer {Person.objects.count()}")


ARGUMENTS_OF = {
    "access:person": of_a_person,
    "access:role_give": of_a_person,
    "access:invite_again": of_a_person,
    "access:reset_ask": of_a_person,
    "access:let_go": of_a_person,
    "access:role_end": of_a_role,
    "access:reset_confirm": of_a_reset,
    "access:reset_refuse": of_a_reset,
    "access:accept": lambda world, side: ("no-such-secret",),
    "openid_connect_login": lambda world, side: ("no-such-tenant",),
    "openid_connect_callback": lambda world, side: ("no-such-tenant",),
    "account_reset_password_from_key": lambda world, side: ("0", "no-such-key"),
    "mfa_remove_webauthn": lambda world, side: (1,),
    "mfa_edit_webauthn": lambda world, side: (1,),
}
NARROWER = {
    "access:person": "a seat shows the people of one's own groups, and this one has none",
}
