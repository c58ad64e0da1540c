"""Draws the whole example partnership: the list of steps, in the order of lives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.evidence.invent.allegations import draw_allegations
from kith.evidence.invent.contacts import draw_contacts
from kith.evidence.invent.early_help import EarlyHelpDraw
from kith.evidence.invent.later_steps import LaterSteps
from kith.evidence.invent.leavers import draw_leavers
from kith.evidence.invent.missing import MissingChildren
from kith.evidence.invent.new_cases import NewCases
from kith.evidence.invent.open_cases import DoneBefore, OpenCases
from kith.evidence.invent.police import PoliceDraw
from kith.evidence.invent.schools import draw_ehc_plans, draw_home_education
from kith.evidence.invent.world import empty_world


if TYPE_CHECKING:
    from collections.abc import Sequence

    from kith.evidence.invent.targets import Targets
    from kith.evidence.invent.world import World


def invent(targets: Targets, *, early_help_leads: Sequence[str]) -> World:
    """A world whose returns come to the targets. The same targets give the same."""
    world = empty_world(targets)
    OpenCases(world).draw()
    NewCases(world).draw()
    DoneBefore(world).draw()
    LaterSteps(world).draw()
    draw_leavers(world)
    MissingChildren(world).draw()
    EarlyHelpDraw(world, early_help_leads).draw()
    draw_ehc_plans(world)
    draw_home_education(world)
    PoliceDraw(world).draw()
    draw_contacts(world)
    draw_allegations(world)
    return world
