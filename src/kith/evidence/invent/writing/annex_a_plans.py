"""Lists 6 and 7 of an Annex A workbook: cases and protection plans."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from kith.evidence.invent.writing.codings import (
    BEING_ASSESSED,
    CLOSED,
    CLOSURE,
    IN_NEED,
    LOOKED_AFTER,
    NEED,
    ON_A_PLAN,
    yes_no,
)


if TYPE_CHECKING:
    from kith.evidence.invent.records import Case, Plan
    from kith.evidence.invent.writing.register import Register
    from kith.evidence.invent.writing.untidy import Row


LAST_SEEN_COLUMN, NEED_COLUMN = 8, 7
FIRST_REVIEW, NEXT_REVIEW = 78, 168
LATE_REVIEW = 26
"""Days by which one first review in nine is late."""


def list_6(register: Register) -> list[Row]:
    """Cases open at some time in the six months."""
    assessing = _being_assessed(register)
    return [
        [
            *register.child_and_disability(case.child),
            case.opened_on,
            NEED[case.need],
            register.recently(case.child, case.opened_on, 42),
            register.extract.known(case.closed_on),
            _closure(case) if register.extract.known(case.closed_on) else None,
            _status(case, register.extract.window.last, assessing),
            *register.workers.of(case.child),
        ]
        for case in register.world.cases
        if register.extract.touches(case.opened_on, case.closed_on)
    ]


def _being_assessed(register: Register) -> set[int]:
    last = register.extract.window.last
    return {
        assessment.child.number
        for assessment in register.world.assessments
        if assessment.start_on <= last < assessment.authorised_on
    }


def _status(case: Case, on: date, assessing: set[int]) -> str:
    if case.closed_on is not None and case.closed_on <= on:
        return CLOSED
    if any(_open(s.start_on, s.end_on, on) for s in case.care):
        return LOOKED_AFTER
    if any(_open(p.start_on, p.end_on, on) for p in case.plans):
        return ON_A_PLAN
    return BEING_ASSESSED if case.child.number in assessing else IN_NEED


def _open(start: date, end: date | None, on: date) -> bool:
    return start <= on and (end is None or end > on)


def _closure(case: Case) -> str:
    reasons = {"E11": "RC1", "E45": "RC4", "E47": "RC4", "E3": "RC5"}
    if case.care:
        return CLOSURE[reasons.get(case.care[-1].ceased_reason, "RC7")]
    assert case.closed_on is not None
    soon = case.closed_on - case.opened_on < timedelta(days=75)
    return CLOSURE["RC8" if soon and not case.plans else "RC7"]


def list_7(register: Register) -> list[Row]:
    """Plans open at some time in the six months."""
    return [
        _plan(register, plan)
        for plan in register.world.plans
        if register.extract.touches(plan.start_on, plan.end_on)
    ]


def _plan(register: Register, plan: Plan) -> Row:
    child = plan.child
    return [
        *register.child_and_disability(child),
        plan.start_on,
        plan.category,
        plan.latest_category,
        register.recently(child, plan.start_on, 10),
        yes_no(child.number % 4 != 0),
        _latest_review(plan, register.extract.window.last),
        register.extract.known(plan.end_on),
        yes_no(_protected_lately(register, plan)),
        plan.previous,
        *register.workers.of(child),
    ]


def _protected_lately(register: Register, plan: Plan) -> bool:
    window = register.extract.window
    return any(day in window for day in register.protected[plan.child.number])


def _latest_review(plan: Plan, on: date) -> date | None:
    """The first within three months, the next within six of the last; some late."""
    late = LATE_REVIEW if plan.child.number % 9 == 0 else 0
    review = plan.start_on + timedelta(days=FIRST_REVIEW + late)
    until = min(on, plan.end_on or on)
    latest = None
    while review <= until:
        latest = review
        review += timedelta(days=NEXT_REVIEW)
    return latest
