"""Organisations, arrangements, requests for information."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kith.web.access.roles import Role
from kith.web.organisations.actions import (
    ArrangementsDraft,
    Asking,
    ask_for_information,
    draft_arrangements,
    employ_person,
    found_partnership,
)
from kith.web.organisations.models import Partnership
from tests.lib.world import NOW, TODAY, person


if TYPE_CHECKING:
    from kith.web.organisations.models import ArrangementsVersion
    from tests.lib.world import Side, World


def council(world: World, side: Side) -> tuple[object, ...]:
    """The side's council."""
    return (side.council.pk,)


def area(world: World, side: Side) -> tuple[object, ...]:
    """The side's area."""
    return (side.area.code,)


def working(world: World, side: Side) -> tuple[object, ...]:
    """Somebody of no role works for the side's council."""
    made = employ_person(
        viewer=world.viewer(Role.BUSINESS_MANAGER, side),
        at=NOW,
        person=person(f"Officer of {side.area.name}"),
        organisation=side.council,
        first_on=TODAY,
    )
    return (made.pk,)


def drafted(world: World, side: Side) -> tuple[object, ...]:
    """A draft of the side's arrangements."""
    return (_draft(world, side).pk,)


def named(world: World, side: Side) -> tuple[object, ...]:
    """An agency that a draft names."""
    return (_draft(world, side).agencies.get().pk,)


def asked(world: World, side: Side) -> tuple[object, ...]:
    """A request for information for the side's area."""
    asking = Asking(
        area=side.area,
        organisation=side.council,
        what="The number of exclusions",
        why="For the yearly report",
        due_on=date(2021, 2, 1),
    )
    manager = world.viewer(Role.BUSINESS_MANAGER, side)
    return (ask_for_information(viewer=manager, at=NOW, asking=asking).pk,)


def _draft(world: World, side: Side) -> ArrangementsVersion:
    manager = world.viewer(Role.BUSINESS_MANAGER, side)
    partnership = found_partnership(
        viewer=manager,
        at=NOW,
        name=f"{side.area.name} partnership",
        code=f"{side.area.code}-{Partnership.objects.count()}".lower(),
        areas=[side.area],
    )
    draft = ArrangementsDraft(
        title="Arrangements", text="How we work.", agencies=(side.council,)
    )
    return draft_arrangements(
        viewer=manager, at=NOW, partnership=partnership, draft=draft
    )


ARGUMENTS_OF = {
    "organisations:area": area,
    **{
        f"organisations:{route}": council
        for route in (
            "detail",
            "history",
            "edit",
            "rename",
            "end",
            "succeed",
            "lead_new",
            "employ",
        )
    },
    **{
        f"organisations:{route}": drafted
        for route in (
            "arrangements",
            "arrangements_edit",
            "consult",
            "revise",
            "approve",
            "publish",
            "ask_signatures",
        )
    },
    "organisations:employment_end": working,
    "organisations:accept": named,
    "organisations:record_acceptance": named,
    **{
        f"organisations:{route}": asked
        for route in (
            "request",
            "request_answer",
            "request_refuse",
            "request_withdraw",
            "request_chase",
        )
    },
}
