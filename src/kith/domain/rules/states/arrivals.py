"""How a spreadsheet that somebody brought becomes records, or is taken back."""

from __future__ import annotations

from enum import StrEnum

from kith.domain.rules.states.machine import Machine, Move


class ArrivalState(StrEnum):
    """Where an import stands."""

    READ = "READ"
    MATCHED = "MATCHED"
    APPLIED = "APPLIED"
    UNDONE = "UNDONE"
    DROPPED = "DROPPED"


_S = ArrivalState
_BEFORE = (_S.READ, _S.MATCHED)

ARRIVAL = Machine(
    noun="import",
    authority="Kith's own rule: nothing is written before somebody has seen what would "
    "be, and what was written in one go can be taken back in one go",
    words={
        _S.READ: "Read, columns to be matched",
        _S.MATCHED: "Columns matched, nothing written yet",
        _S.APPLIED: "Brought in",
        _S.UNDONE: "Taken back",
        _S.DROPPED: "Given up",
    },
    moves=(
        Move("match", _BEFORE, _S.MATCHED, "the business unit"),
        Move("apply", (_S.MATCHED,), _S.APPLIED, "the business unit"),
        Move("undo", (_S.APPLIED,), _S.UNDONE, "the business unit"),
        Move("drop", _BEFORE, _S.DROPPED, "the business unit"),
    ),
)

BEFORE = _BEFORE
"""States in which nothing has been written yet."""
