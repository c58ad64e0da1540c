"""Children looked after: how they enter care, and how they leave it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from kith.evidence.invent.records import CareSpell


if TYPE_CHECKING:
    from kith.evidence.invent.records import Case
    from kith.evidence.invent.world import Family, Pen


LEGAL = {"V2": 34, "C1": 28, "C2": 33, "E1": 5}
PLACEMENTS = {
    ("U6", "PR1"): 34, ("U6", "PR4"): 22, ("U4", "PR1"): 12, ("U3", "PR1"): 9,
    ("K2", "PR4"): 9, ("P1", "PR0"): 5, ("H5", "PR4"): 5, ("U1", "PR1"): 4,
}  # fmt: skip
LEAVING = {"E4A": 44, "E47": 24, "E45": 10, "E8": 14, "E3": 8}
ADOPTED = "E11"
GROWN_UP = "E5"
CLOSURE = {ADOPTED: "RC1", "E45": "RC4", "E47": "RC4", "E3": "RC5"}
"""Why the case closes when care ends so; for any other reason it is RC7."""

ADOPTED_BEFORE = 6


def enter_care(pen: Pen, family: Family, on: date, *, alone: bool = False) -> None:
    """The children enter care; about a third leave it again within the year."""
    for case in family:
        leaves = None
        if not alone and pen.rng.random() < 0.34:
            leaves = pen.later(on, 20, 320)
        look_after(pen, case, on, until=leaves, alone=alone)


def look_after(
    pen: Pen, case: Case, on: date, *, until: date | None, alone: bool = False
) -> CareSpell:
    """A period of care, ended at eighteen at the latest; then the case follows it."""
    ends, reason = _end(pen, case, until)
    placement, provider = pen.rng.choices(list(PLACEMENTS), list(PLACEMENTS.values()))[
        0
    ]
    spell = CareSpell(
        child=case.child,
        start_on=on,
        end_on=ends,
        need=case.need,
        ceased_reason=reason,
        legal_status="V2" if alone else pen.one_of(LEGAL),
        placement=placement,
        provider=provider,
        alone=alone,
    )
    case.care.append(spell)
    case.closed_on = _closes(pen, spell)
    return spell


def _end(pen: Pen, case: Case, until: date | None) -> tuple[date, str]:
    grown = case.child.birthday(18)
    if until is None or until >= grown:
        return grown, GROWN_UP
    age = (until - case.child.born_on).days / 365.25
    if age < ADOPTED_BEFORE and pen.rng.random() < 0.5:
        return until, ADOPTED
    return until, pen.one_of(LEAVING)


def _closes(pen: Pen, spell: CareSpell) -> date:
    assert spell.end_on is not None
    if spell.ceased_reason in {GROWN_UP, *CLOSURE}:
        return spell.end_on
    return min(
        spell.end_on + timedelta(days=pen.rng.randint(40, 200)),
        spell.child.birthday(18),
    )
