"""How minutes move from notes to a text that nobody changes any more."""

from __future__ import annotations

from enum import StrEnum

from kith.domain.rules.states.machine import Machine, Move


class MinutesState(StrEnum):
    """Where the minutes of one meeting stand."""

    WRITING = "WRITING"
    WITH_CHAIR = "WITH_CHAIR"
    CLEARED = "CLEARED"
    AGREED = "AGREED"


_S = MinutesState

MINUTES = Machine(
    noun="set of minutes",
    authority="Kith's reading of local practice: the chair clears the draft, the body "
    "agrees it at its next meeting, and an agreed text is corrected only by a later one",
    words={
        _S.WRITING: "Being written",
        _S.WITH_CHAIR: "With the chair",
        _S.CLEARED: "Draft cleared by the chair",
        _S.AGREED: "Agreed",
    },
    moves=(
        Move("show_chair", (_S.WRITING,), _S.WITH_CHAIR, "the minute-taker"),
        Move("send_back", (_S.WITH_CHAIR, _S.CLEARED), _S.WRITING, "the chair"),
        Move("clear", (_S.WITH_CHAIR,), _S.CLEARED, "the chair"),
        Move("agree", (_S.WITH_CHAIR, _S.CLEARED), _S.AGREED, "the body's chair"),
    ),
)
