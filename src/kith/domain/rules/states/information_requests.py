"""How a request for information goes from received to answered."""

from __future__ import annotations

from enum import StrEnum

from kith.domain.rules.states.machine import Machine, Move


class InformationState(StrEnum):
    """Where a request stands. Whether it is late is a matter of its day."""

    RECEIVED = "RECEIVED"
    ANSWERED = "ANSWERED"


_S = InformationState
INFORMATION = Machine(
    noun="request for information",
    authority="Freedom of Information Act 2000 s1 and s10: the authority that received "
    "it answers; the partnership itself is not one",
    words={
        _S.RECEIVED: "Received, to be answered",
        _S.ANSWERED: "Answered",
    },
    moves=(
        Move(
            "answer",
            (_S.RECEIVED,),
            _S.ANSWERED,
            "the business unit or the analyst, for the authority; a table only once it "
            "is released",
        ),
    ),
)
