"""Contacts with the designated officer (LADO): coded fields, and no person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.evidence.invent.records import Allegation
from kith.evidence.invent.world import pen


if TYPE_CHECKING:
    from datetime import date

    from kith.evidence.invent.world import Pen, World


SECTORS = {"school": 30, "early_years": 16, "foster_care": 12, "residential": 9,
           "health": 5, "transport": 4, "faith": 3, "sport_leisure": 7, "police": 2,
           "voluntary": 4, "supply_agency": 3, "social_care": 3, "other": 2}  # fmt: skip
CATEGORIES = {"physical": 34, "conduct": 26, "sexual": 14, "emotional": 8,
              "private_life": 12, "neglect": 3, "online": 3}  # fmt: skip
OUTCOMES = {"unsubstantiated": 30, "substantiated": 26, "unfounded": 16, "false": 6,
            "malicious": 2, "ongoing": 12, "no_further_action": 8}  # fmt: skip
BEFORE = {"referral": 26, "advice": 58, "other_lado": 7, "record_check": 9}


def draw_allegations(world: World) -> None:
    """Referrals, advice, and what is counted as neither."""
    with_pen = pen(world, "allegations")
    seasons = with_pen.seasons("allegations")
    totals, given = world.targets.totals, world.targets.given
    kinds = {
        "referral": totals.lado_referrals,
        "advice": totals.lado_advice,
        "other_lado": given.lado_other,
        "record_check": given.lado_record_checks,
    }
    for kind, count in kinds.items():
        for _ in range(count):
            day = seasons.day(world.period.first, world.period.last)
            _contact(with_pen, kind, day)
    for _ in range(given.lado_in_history):
        day = seasons.day(world.history.first, world.history.last)
        _contact(with_pen, with_pen.one_of(BEFORE), day)


def _contact(with_pen: Pen, kind: str, day: date) -> None:
    world = with_pen.world
    met = kind == "referral"
    world.allegations.append(
        Allegation(
            number=f"LADO{len(world.allegations) + 1001}",
            on=day,
            kind=kind,
            sector=with_pen.one_of(SECTORS),
            category=with_pen.one_of(CATEGORIES) if met else "not_known",
            outcome=with_pen.one_of(OUTCOMES) if met else "no_further_action",
        )
    )
