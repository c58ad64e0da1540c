"""Lists 8 to 11 of an Annex A workbook: care, leaving it, and adoption."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from kith.evidence.invent.writing.codings import (
    CEASED,
    ELIGIBILITY,
    ETHNICITY,
    LEGAL,
    NEED,
    PLACEMENT,
    PROVIDER,
    sex,
    yes_no,
)


if TYPE_CHECKING:
    from kith.evidence.invent.children import Child
    from kith.evidence.invent.records import CareSpell, Leaver, Missing
    from kith.evidence.invent.writing.register import Register
    from kith.evidence.invent.writing.untidy import Row


PERMANENCE = ("a) Return to family", "c) SGO/CAO", "f) Long-term fostering",
              "d) Supported living in the community", "g) Other")  # fmt: skip
ACTIVITIES = ("F1: Full time in higher education",
              "F2: Full time in education other than higher",
              "F3: Full time in training or employment", "F3: Full time in training or employment",
              "G4: Not in education, employment or training - illness/disability",
              "G5: Not in education, employment or training - other")  # fmt: skip
HOMES = ("U: Independent living", "Y: Other accommodation", "T: Semi-independent",
         "K: Ordinary lodgings", "Z: With former foster carers")  # fmt: skip
ADOPTION_STEPS = (60, 190, 310, 350, 520)
"""Days from entering care to decision, order, match, placement, adoption order."""

ADOPTED = "E11"
ADOPTER_NUMBERS = 8_000_000


def list_8(register: Register) -> list[Row]:
    """Periods of care, open at some time in the six months."""
    return [
        [
            *register.child(spell.child),
            yes_no(spell.alone),
            yes_no(spell.child.disabled),
            spell.start_on,
            NEED[spell.need],
            yes_no(_second(register, spell)),
            *_standing(register, spell),
            *_placement(register, spell),
            *_missing(register, spell),
            *register.workers.of(spell.child),
        ]
        for spell in register.world.care
        if register.extract.touches(spell.start_on, spell.end_on)
    ]


def _second(register: Register, spell: CareSpell) -> bool:
    year_before = spell.start_on - timedelta(days=365)
    left = register.left_care[spell.child.number]
    return any(year_before <= day <= spell.start_on for day in left)


def _standing(register: Register, spell: CareSpell) -> Row:
    """Legal status, reviews, visits, health, and how care ended."""
    child, start = spell.child, spell.start_on
    ceased = register.extract.known(spell.end_on)
    return [
        start,
        LEGAL[spell.legal_status],
        register.recently(child, start, 170),
        register.recently(child, start, 40),
        PERMANENCE[child.number % len(PERMANENCE)],
        register.recently(child, start, 160),
        register.recently(child, start, 350),
        register.recently(child, start, 290),
        1 + (child.number % 5 == 0),
        ceased,
        CEASED[spell.ceased_reason] if ceased else None,
    ]


def _placement(register: Register, spell: CareSpell) -> Row:
    """The latest placement; one child in five has moved after some months."""
    moved = spell.start_on + timedelta(days=150)
    until = min(register.extract.window.last, spell.end_on or date.max)
    has_moved = spell.child.number % 5 == 0 and moved < until
    return [
        moved if has_moved else spell.start_on,
        PLACEMENT[spell.placement],
        PROVIDER[spell.provider],
        None,
        None,
        "a) In" if spell.child.number % 5 < 3 else "b) Out",
        "North Somerset" if spell.child.number % 5 < 3 else "A neighbouring council",
    ]


def _missing(register: Register, spell: CareSpell) -> Row:
    """Episodes of the last twelve months, and the interview after the last."""
    last = register.extract.window.last
    since = last - timedelta(days=365)
    lately = [
        episode
        for episode in register.missing[spell.child.number]
        if since < episode.reported_at.date() <= last
    ]
    if not lately:
        return [0, 0, None, None]
    latest = max(lately, key=_reported)
    return [len(lately), 0, yes_no(latest.offered_on is not None),
            yes_no(latest.accepted)]  # fmt: skip


def _reported(episode: Missing) -> date:
    return episode.reported_at.date()


def list_9(register: Register) -> list[Row]:
    """Care leavers served at some time in the six months."""
    return [
        [
            *register.child_and_disability(leaver.child),
            *register.workers.leaving_care(leaver.child),
            *_leaver(leaver),
        ]
        for leaver in register.world.leavers
        if register.extract.touches(leaver.served_from, leaver.served_to)
    ]


def _leaver(leaver: Leaver) -> Row:
    number = leaver.child.number
    if not leaver.in_touch:
        return [ELIGIBILITY[leaver.eligibility], yes_no(False), None, None, None]  # noqa: FBT003 - the answer itself
    return [
        ELIGIBILITY[leaver.eligibility],
        yes_no(leaver.in_touch),
        HOMES[number % len(HOMES)],
        "a) Suitable" if leaver.suitable_home else "b) Unsuitable",
        ACTIVITIES[number % len(ACTIVITIES)],
    ]


def list_10(register: Register) -> list[Row]:
    """Children adopted, or on the way to it, at some time in the six months."""
    return [
        [
            spell.child.number,
            _adopters(spell.child),
            sex(spell.child),
            register.ethnicity(spell.child),
            spell.child.born_on,
            int(register.age(spell.child)),
            yes_no(spell.child.disabled),
            spell.start_on,
            *_steps(register, spell),
            None,
            None,
            None,
        ]
        for spell in _for_adoption(register)
    ]


def _for_adoption(register: Register) -> list[CareSpell]:
    return [
        spell
        for spell in register.world.care
        if spell.ceased_reason == ADOPTED
        and register.extract.touches(spell.start_on, spell.end_on)
    ]


def _adopters(child: Child) -> int:
    return ADOPTER_NUMBERS + child.number % 100_000


def _steps(register: Register, spell: CareSpell) -> Row:
    """The steps to adoption, in equal shares of the time in care."""
    assert spell.end_on is not None
    days = (spell.end_on - spell.start_on).days
    last = ADOPTION_STEPS[-1]
    return [
        register.extract.known(spell.start_on + timedelta(days=days * step // last))
        for step in ADOPTION_STEPS
    ]


def list_11(register: Register) -> list[Row]:
    """Their adopters: one of each household."""
    rows: list[Row] = []
    for spell in _for_adoption(register):
        steps = _steps(register, spell)
        asked = spell.start_on - timedelta(days=300)
        stages: Row = [asked + timedelta(days=n) for n in (0, 14, 70, 75, 190, 200)]
        approved = asked + timedelta(days=220)
        number = spell.child.number
        rows.append(
            [
                _adopters(spell.child) + 500_000,
                _adopters(spell.child),
                "a) Male" if number % 2 else "b) Female",
                ETHNICITY["WBRI"],
                "b) No",
                "Yes" if number % 4 == 0 else "No",
                *stages,
                approved,
                steps[2],
                steps[3],
                1,
                steps[4],
                None,
                None,
            ]
        )
    return rows
