"""How a professional disagreement about a system climbs, and is resolved."""

from __future__ import annotations

from enum import StrEnum

from kith.domain.rules.states.machine import Machine, Move


class ChallengeState(StrEnum):
    """Where a disagreement stands. On which rung is said beside the state."""

    AWAITING = "AWAITING"
    ANSWERED = "ANSWERED"
    RESOLVED = "RESOLVED"
    WITHDRAWN = "WITHDRAWN"
    CLOSED = "CLOSED"


_S = ChallengeState
_UNDER_WAY = (_S.AWAITING, _S.ANSWERED)

CHALLENGE = Machine(
    noun="challenge",
    authority="Working Together 2023 (constructive challenge between partners); the "
    "rungs and their limits are local procedure",
    words={
        _S.AWAITING: "Reply due",
        _S.ANSWERED: "Answered",
        _S.RESOLVED: "Resolved, learning to be written",
        _S.WITHDRAWN: "Withdrawn, learning to be written",
        _S.CLOSED: "Closed",
    },
    moves=(
        Move("answer", (_S.AWAITING,), _S.ANSWERED, "whoever is asked on the rung"),
        Move("go_up", _UNDER_WAY, _S.AWAITING, "whoever raised it"),
        Move("resolve", _UNDER_WAY, _S.RESOLVED, "whoever raised it, saying how"),
        Move("withdraw", _UNDER_WAY, _S.WITHDRAWN, "whoever raised it, with a reason"),
        Move(
            "close",
            (_S.RESOLVED, _S.WITHDRAWN),
            _S.CLOSED,
            "the business unit, with what was learnt",
        ),
    ),
)

UNDER_WAY = _UNDER_WAY
"""States in which somebody still owes a step."""
