"""The catalogue: every measure and indicator in plain English, in the order shown."""

from __future__ import annotations

import json

from kith.contracts.published.measures import QUESTIONS
from kith.domain.vocabulary.figures import Kind
from kith.evidence.measures.measure import Measure
from kith.evidence.measures.register import INDICATORS, Indicator, RegisterError
from kith.evidence.measures.subjects import (
    allegations,
    care,
    early_help,
    enquiries,
    front_door,
    missing,
    open_cases,
    plans,
    police,
    population,
    schools,
)


_SUBJECTS = (
    front_door,
    open_cases,
    early_help,
    enquiries,
    plans,
    care,
    missing,
    police,
    schools,
    allegations,
    population,
)
_ORDER = [code for code, _ in QUESTIONS]

MEASURES: dict[str, Measure] = {
    measure.code: measure
    for measure in sorted(
        (m for subject in _SUBJECTS for m in subject.MEASURES),
        key=lambda m: _ORDER.index(m.question),
    )
}
"""Every measure counted from rows, in the order shown."""

for _code in INDICATORS.keys() & MEASURES.keys():
    raise RegisterError(f"{_code} is counted from rows: no indicator may take its code")

DEFINITIONS: dict[str, Measure | Indicator] = {**MEASURES, **INDICATORS}
"""Everything a figure can be asked of: measures, then indicators."""


def rows() -> list[dict[str, object]]:
    """Rows of ``contracts.published.measures``."""
    return [
        _row(position, definition)
        for position, definition in enumerate(DEFINITIONS.values(), start=1)
    ]


def _row(position: int, definition: Measure | Indicator) -> dict[str, object]:
    if isinstance(definition, Measure):
        rests_on = definition.rulebook, ", ".join(definition.supplied_by)
    else:
        rests_on = "", "aggregate"
    return {
        "position": position,
        "code": definition.code,
        "title": definition.title,
        "question": definition.question,
        "kind": definition.kind.value,
        "unit": definition.unit.value,
        "polarity": definition.polarity.value,
        "definition": definition.definition,
        "numerator": definition.numerator,
        "denominator": definition.denominator,
        "rulebook": rests_on[0],
        "authority": definition.authority,
        "doubt": definition.doubt,
        "supplied_by": rests_on[1],
        "version": definition.version,
        "breaks": _breaks(definition),
        "is_process": definition.is_process,
        "is_indicator": isinstance(definition, Indicator),
        "carries_over": _carries_over(definition),
    }


def _breaks(definition: Measure | Indicator) -> str:
    told = definition.breaks if isinstance(definition, Indicator) else ()
    return json.dumps([[one.on.isoformat(), one.because] for one in told])


def _carries_over(definition: Measure | Indicator) -> bool:
    """Whether a rate's or share's count, or the count itself, is of those who stay."""
    counted = definition
    if isinstance(definition, Measure) and definition.numerator_measure:
        counted = MEASURES[definition.numerator_measure]
    return counted.kind in {Kind.EVER, Kind.SNAPSHOT}
