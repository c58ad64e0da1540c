"""Every write of benchmarks: one transaction, one audit event each."""

from kith.web.benchmarks.actions.consent import (
    Asked,
    Said,
    ask_consent,
    give_consent,
    refuse_consent,
    withdraw_consent,
)
from kith.web.benchmarks.actions.differences import explain_difference
from kith.web.benchmarks.actions.neighbours import NeighbourEdition, bring_neighbours
from kith.web.benchmarks.actions.statistics import (
    Chosen,
    Noted,
    Released,
    bring_statistics,
    note_measure,
    set_beside,
)


__all__ = [
    "Asked",
    "Chosen",
    "NeighbourEdition",
    "Noted",
    "Released",
    "Said",
    "ask_consent",
    "bring_neighbours",
    "bring_statistics",
    "explain_difference",
    "give_consent",
    "note_measure",
    "refuse_consent",
    "set_beside",
    "withdraw_consent",
]
