"""Education, health and care plans, and children educated at home."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from kith.evidence.invent.records import SchoolSpell
from kith.evidence.invent.world import pen


if TYPE_CHECKING:
    from kith.evidence.invent.children import Child
    from kith.evidence.invent.world import Pen, World


LEAVING_AGE = 16
SCHOOL_AGE = 5


def draw_ehc_plans(world: World) -> None:
    """Plans open on the last day, some of them of children with a case; then ended."""
    with_pen = pen(world, "ehc plans")
    first, last = world.period.first, world.period.last
    wanted = world.targets.totals.ehc_plans_open
    known = _known_children(with_pen, last)[: wanted // 9]
    strangers = wanted - len(known)
    born = [world.cradle.child(last, "ehc_plan") for _ in range(strangers)]
    for child in [*known, *born]:
        world.ehc_plans.append(_ehc_plan(with_pen, child, ended=None))
    for _ in range(world.targets.given.ehc_plans_ended):
        ended = with_pen.later(first, -300, (last - first).days - 1)
        child = world.cradle.child(ended, "ehc_plan")
        world.ehc_plans.append(_ehc_plan(with_pen, child, ended=ended))


def _known_children(with_pen: Pen, last: date) -> list[Child]:
    """Children with a case, those with a disability first."""
    fitting = {
        case.child
        for case in with_pen.world.cases
        if case.child.birthday(4) <= last < case.child.birthday(18)
    }
    children = sorted(fitting, key=lambda child: child.number)
    with_pen.rng.shuffle(children)
    return sorted(children, key=lambda child: not child.disabled)


def _ehc_plan(with_pen: Pen, child: Child, *, ended: date | None) -> SchoolSpell:
    last = ended or with_pen.world.period.last
    earliest = max(child.birthday(2), last - timedelta(days=365 * 9))
    days = max((last - earliest).days - 30, 1)
    start = last - timedelta(days=10 + round(with_pen.rng.random() ** 1.3 * days))
    in_time = with_pen.rng.random() < 0.7
    weeks = with_pen.rng.uniform(15, 20) if in_time else with_pen.rng.uniform(20, 38)
    return SchoolSpell(
        child=child,
        start_on=start,
        end_on=ended,
        requested_on=start - timedelta(days=int(weeks * 7)),
        has_exception=not in_time and with_pen.rng.random() < 0.3,
    )


def draw_home_education(world: World) -> None:
    """Spells that touch the period, some of children known; then those before it."""
    with_pen = pen(world, "home education")
    wanted = world.targets.totals.children_home_educated
    first, last = world.period.first, world.period.last
    seasons = with_pen.seasons("home_education")
    known = _pupils(with_pen, first)[: wanted // 14]
    for number in range(wanted):
        begun_before = number % 2 == 0
        start = (
            with_pen.earlier(first, 20, 900)
            if begun_before
            else seasons.day(first, last)
        )
        child = (
            known[number]
            if number < len(known)
            else world.cradle.child(max(start, first), "home_educated")
        )
        start = max(start, child.birthday(SCHOOL_AGE))
        world.home_education.append(_at_home(with_pen, child, start))
    for _ in range(world.targets.given.history_only_home_education):
        ended = with_pen.later(world.history.first, 5, 355)
        child = world.cradle.child(ended, "home_educated")
        start = max(with_pen.earlier(ended, 60, 700), child.birthday(SCHOOL_AGE))
        start = min(start, ended)
        world.home_education.append(SchoolSpell(child, start, ended))


def _pupils(with_pen: Pen, first: date) -> list[Child]:
    fitting = {
        referral.child
        for referral in with_pen.world.referrals
        if referral.child.birthday(6) <= first < referral.child.birthday(13)
    }
    children = sorted(fitting, key=lambda child: child.number)
    with_pen.rng.shuffle(children)
    return children


def _at_home(with_pen: Pen, child: Child, start: date) -> SchoolSpell:
    """Until the child returns to school, or the June of the last school year."""
    first, last = with_pen.world.period.first, with_pen.world.period.last
    sixteen = child.birthday(LEAVING_AGE)
    school_year = sixteen.year if sixteen.month < 9 else sixteen.year + 1
    leaves = date(school_year, 6, 26)
    floor = max(start, first)
    ended: date | None = leaves if floor < leaves <= last else None
    if with_pen.rng.random() < 0.22:
        back = with_pen.later(floor, 20, 300)
        ended = min(back, ended or back)
    return SchoolSpell(child, start, ended)
