"""Care leavers: they were in care, and are served until 21, or until 25 if they ask."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from kith.evidence.invent.care import GROWN_UP
from kith.evidence.invent.records import CareSpell, Case, Leaver
from kith.evidence.invent.world import pen


if TYPE_CHECKING:
    from kith.evidence.invent.children import Child
    from kith.evidence.invent.world import Pen, World


UNTIL, UNTIL_IF_ASKED = 21, 25
AGES = {18: 24, 19: 24, 20: 22, 21: 13, 22: 8, 23: 5, 24: 4}
LEFT_EARLY = 8
"""Relevant children: sixteen or seventeen, and no longer looked after."""


def draw_leavers(world: World) -> None:
    """Those who turn eighteen in care in the period, then those who did before."""
    with_pen = pen(world, "care leavers")
    wanted = world.targets.totals.care_leavers_served
    grown = [
        spell.child
        for spell in world.care
        if spell.ceased_reason == GROWN_UP and spell.child.birthday(18) in world.period
    ]
    for child in grown[:wanted]:
        _serve(with_pen, child, child.birthday(18), "former_relevant")
    for number in range(wanted - len(grown[:wanted])):
        if number < LEFT_EARLY:
            _left_early(with_pen)
        else:
            _left_before(with_pen, world.period.first)
    for _ in range(world.targets.given.history_only_leavers):
        _served_only_in_history(with_pen)


def _serve(
    with_pen: Pen, child: Child, since: date, eligibility: str, to: date | None = None
) -> None:
    with_pen.world.leavers.append(
        Leaver(
            child=child,
            served_from=since,
            served_to=to or _served_to(with_pen, child),
            eligibility=eligibility,
            in_touch=with_pen.happens("in_touch"),
            suitable_home=with_pen.happens("suitable_home"),
        )
    )


def _served_to(with_pen: Pen, child: Child) -> date:
    """The day before the birthday that ends it, and never before the period."""
    first = with_pen.world.period.first
    asked = with_pen.rng.random() < 0.6 or child.birthday(UNTIL) <= first
    return child.birthday(UNTIL_IF_ASKED if asked else UNTIL) - timedelta(days=1)


def _left_before(with_pen: Pen, first: date) -> None:
    age = with_pen.rng.choices(list(AGES), list(AGES.values()))[0]
    birthday = first - timedelta(days=with_pen.rng.randint(10, 350))
    child = _grown(with_pen, birthday, age)
    kind = "qualifying" if with_pen.rng.random() < 0.06 else "former_relevant"
    _serve(with_pen, child, child.birthday(18), kind)
    _was_in_care(with_pen, child, child.birthday(18), GROWN_UP)


def _served_only_in_history(with_pen: Pen) -> None:
    history = with_pen.world.history
    last = with_pen.earlier(history.last, 5, 330)
    age = with_pen.rng.choice([UNTIL, UNTIL_IF_ASKED])
    child = _grown(with_pen, last + timedelta(days=1), age)
    _serve(with_pen, child, child.birthday(18), "former_relevant", last)
    _was_in_care(with_pen, child, child.birthday(18), GROWN_UP)


def _left_early(with_pen: Pen) -> None:
    first = with_pen.world.period.first
    child = _grown(with_pen, first - timedelta(days=with_pen.rng.randint(150, 350)), 16)
    left = child.birthday(16) + timedelta(days=100)
    _serve(with_pen, child, left, "relevant")
    _was_in_care(with_pen, child, left, "E6")


def _grown(with_pen: Pen, birthday: date, age: int) -> Child:
    """A young person who turns so old on the day."""
    children = with_pen.world.cradle
    born_on = birthday.replace(year=birthday.year - age, day=min(birthday.day, 28))
    return children.born(born_on)


def _was_in_care(with_pen: Pen, child: Child, left: date, reason: str) -> None:
    entered = with_pen.earlier(left, 400, 3000)
    case = Case(child, with_pen.earlier(entered, 0, 200), "N1", "6", closed_on=left)
    spell = CareSpell(
        child=child,
        start_on=entered,
        end_on=left,
        need="N1",
        ceased_reason=reason,
        legal_status="C2",
        placement="U6",
        provider="PR1",
    )
    case.care.append(spell)
    with_pen.world.families.append([case])
