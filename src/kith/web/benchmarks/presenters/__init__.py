"""Benchmarks in words."""

from kith.web.benchmarks.presenters.comparators import (
    ComparatorLine,
    comparator_lines,
    value_words,
)
from kith.web.benchmarks.presenters.consent import (
    answer_lines,
    answer_url,
    consent_needs,
    measure_words,
    standing_lines,
)
from kith.web.benchmarks.presenters.differences import (
    PairLine,
    pair_lines,
    reason_lines,
)
from kith.web.benchmarks.presenters.statistics import (
    BesideLine,
    beside_lines,
    definition_words,
    note_lines,
    number_words,
    plain,
)


__all__ = [
    "BesideLine",
    "ComparatorLine",
    "PairLine",
    "answer_lines",
    "answer_url",
    "beside_lines",
    "comparator_lines",
    "consent_needs",
    "definition_words",
    "measure_words",
    "note_lines",
    "number_words",
    "pair_lines",
    "plain",
    "reason_lines",
    "standing_lines",
    "value_words",
]
