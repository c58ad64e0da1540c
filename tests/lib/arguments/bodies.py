"""Bodies, seats, handovers, terms of reference."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from kith.web.access.roles import Role
from kith.web.bodies.actions import draft_terms, hand_over_seat
from tests.lib.world import NOW, TODAY, person, seat


if TYPE_CHECKING:
    from tests.lib.world import Side, World


def group(world: World, side: Side) -> tuple[object, ...]:
    """The side's body."""
    return (side.body.pk,)


def vacant(world: World, side: Side) -> tuple[object, ...]:
    """A vacant seat in the side's body."""
    return (seat(side, None).pk,)


def handed(world: World, side: Side) -> tuple[object, ...]:
    """A seat of the side's body, handed over between two people of no other role."""
    held = seat(side, person(f"Leaver of {side.area.name}"))
    handover = hand_over_seat(
        viewer=world.viewer(Role.BUSINESS_MANAGER, side),
        at=NOW,
        key=held.pk,
        to=person(f"Joiner of {side.area.name}"),
        on=TODAY + timedelta(days=1),
    )
    return (handover.pk,)


def drafted(world: World, side: Side) -> tuple[object, ...]:
    """A draft of the terms of reference of the side's body."""
    manager = world.viewer(Role.BUSINESS_MANAGER, side)
    terms = draft_terms(viewer=manager, at=NOW, body=side.body, text="What it is for.")
    return (terms.pk,)


_SEEN = "only those who see the group, and the holder"
_THEIRS = "only the two, and whoever keeps the seats"

ARGUMENTS_OF = {
    **{
        f"bodies:{route}": group
        for route in (
            "detail",
            "edit",
            "close",
            "start",
            "report",
            "send_back",
            "link",
            "rotation",
            "seat_new",
            "terms_new",
        )
    },
    **{
        f"bodies:{route}": vacant
        for route in ("seat", "fill", "vacate", "seat_end", "substitute", "hand_over")
    },
    "bodies:handover": handed,
    "bodies:acknowledge": handed,
    **{
        f"bodies:{route}": drafted
        for route in (
            "terms",
            "terms_edit",
            "terms_consult",
            "terms_revise",
            "terms_approve",
            "terms_sign",
            "terms_publish",
        )
    },
}
NARROWER = {
    "bodies:seat": _SEEN,
    "bodies:substitute": _SEEN,
    "bodies:hand_over": _SEEN,
    "bodies:handover": _THEIRS,
    "bodies:acknowledge": _THEIRS,
}
