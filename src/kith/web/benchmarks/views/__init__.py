"""One page each."""

from kith.web.benchmarks.views.consent import (
    consent_answer,
    consent_ask,
    consent_list,
)
from kith.web.benchmarks.views.differences import difference_list, difference_page
from kith.web.benchmarks.views.neighbours import (
    neighbour_detail,
    neighbour_list,
    neighbour_new,
)
from kith.web.benchmarks.views.statistics import (
    note_new,
    release_detail,
    release_list,
    release_new,
    release_set,
)


__all__ = [
    "consent_answer",
    "consent_ask",
    "consent_list",
    "difference_list",
    "difference_page",
    "neighbour_detail",
    "neighbour_list",
    "neighbour_new",
    "note_new",
    "release_detail",
    "release_list",
    "release_new",
    "release_set",
]
