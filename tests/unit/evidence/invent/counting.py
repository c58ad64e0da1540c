"""An independent counter: the published figures, in plain Python over a world.

It shares nothing with the engine, so that the two can disagree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.vocabulary.periods import months_before
from kith.evidence.invent.population import mid_years


if TYPE_CHECKING:
    from datetime import date

    from kith.evidence.invent.world import World


def counts(world: World) -> dict[str, int]:
    """The sixteen figures of a world."""
    period = world.period

    def ever(start: date, end: date | None) -> bool:
        return start <= period.last and (end is None or end >= period.first)

    referred: dict[int, set[date]] = {}
    for referral in world.referrals:
        referred.setdefault(referral.child.number, set()).add(referral.on)
    referrals = [
        (child, day)
        for child, days in referred.items()
        for day in days
        if day in period
    ]
    return {
        "referrals": len(referrals),
        "re_referrals": sum(
            any(months_before(day, 12) <= other < day for other in referred[child])
            for child, day in referrals
        ),
        "strategy_discussions": len(
            {(d.child.number, d.on) for d in world.discussions if d.on in period}
        ),
        "children_on_protection_plans": len(
            {p.child.number for p in world.plans if ever(p.start_on, p.end_on)}
        ),
        "care_leavers_served": len(
            {x.child.number for x in world.leavers if ever(x.served_from, x.served_to)}
        ),
        "children_looked_after": len(
            {c.child.number for c in world.care if ever(c.start_on, c.end_on)}
        ),
        "initial_conferences": len(
            {
                (d.child.number, d.conference_on)
                for d in world.discussions
                if d.conference_on and d.conference_on in period
            }
        ),
        "children_in_need": len(
            {c.child.number for c in world.cases if ever(c.opened_on, c.closed_on)}
        ),
        "domestic_abuse_notifications": len(
            {n.number for n in world.notifications if n.on in period}
        ),
        "children_population": sum(
            row.persons
            for row in mid_years(world)
            if row.year == 2020 and row.age <= 17
        ),
        "ehc_plans_open": sum(
            plan.start_on <= period.last
            and (plan.end_on is None or plan.end_on > period.last)
            for plan in world.ehc_plans
        ),
        "lado_referrals": _contacts(world, "referral"),
        "lado_advice": _contacts(world, "advice"),
        "children_with_early_help": len(
            {e.child.number for e in world.early_help if ever(e.start_on, e.end_on)}
        ),
        "children_missing": len(
            {m.child.number for m in world.missing if m.reported_at.date() in period}
        ),
        "children_home_educated": len(
            {h.child.number for h in world.home_education if ever(h.start_on, h.end_on)}
        ),
    }


def _contacts(world: World, kind: str) -> int:
    return sum(a.kind == kind and a.on in world.period for a in world.allegations)
