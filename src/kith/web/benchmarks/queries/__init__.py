"""Every read of benchmarks. The viewer comes first, always."""

from kith.web.benchmarks.queries.comparators import Comparator, Whose, comparators
from kith.web.benchmarks.queries.consent import (
    Standing,
    answers,
    asked_of,
    open_asks,
    parties,
    parties_to_answer_for,
    shared,
    standing,
)
from kith.web.benchmarks.queries.differences import (
    Pair,
    pair,
    pairs_of,
    reasons_of,
    side_by_side,
    unexplained,
)
from kith.web.benchmarks.queries.neighbours import (
    Around,
    around,
    neighbour_list,
    neighbour_lists,
    neighbours_on,
)
from kith.web.benchmarks.queries.statistics import (
    ENGLAND,
    MOST_ROWS,
    Beside,
    areas_to_speak_for,
    benchmarks_of,
    beside,
    catalogue,
    notes,
    release,
    releases,
    rows_of,
)


__all__ = [
    "ENGLAND",
    "MOST_ROWS",
    "Around",
    "Beside",
    "Comparator",
    "Pair",
    "Standing",
    "Whose",
    "answers",
    "areas_to_speak_for",
    "around",
    "asked_of",
    "benchmarks_of",
    "beside",
    "catalogue",
    "comparators",
    "neighbour_list",
    "neighbour_lists",
    "neighbours_on",
    "notes",
    "open_asks",
    "pair",
    "pairs_of",
    "parties",
    "parties_to_answer_for",
    "reasons_of",
    "release",
    "releases",
    "rows_of",
    "shared",
    "side_by_side",
    "standing",
    "unexplained",
]
