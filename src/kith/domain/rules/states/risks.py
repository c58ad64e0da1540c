"""How a risk of the system moves up the tiers, and comes to an end."""

from __future__ import annotations

from enum import StrEnum

from kith.domain.rules.states.machine import Machine, Move


class RiskState(StrEnum):
    """Where a risk stands. Which body holds it is said beside the state."""

    OPEN = "OPEN"
    RAISED = "RAISED"
    ACCEPTED = "ACCEPTED"
    CLOSED = "CLOSED"


_S = RiskState
_HELD = (_S.OPEN, _S.ACCEPTED)

RISK = Machine(
    noun="risk",
    authority="Kith's reading of local practice: risks go from group to leads to "
    "Executive to region, and each step is owed a reply (the 2019 to 2020 report of "
    "North Somerset raised its risks at the Leads Group and the Executive)",
    words={
        _S.OPEN: "Open",
        _S.RAISED: "Raised, reply due",
        _S.ACCEPTED: "Accepted by the higher group",
        _S.CLOSED: "Closed",
    },
    moves=(
        Move("raise", _HELD, _S.RAISED, "the chair of the body that holds it"),
        Move("accept", (_S.RAISED,), _S.ACCEPTED, "the higher body, with a reason"),
        Move("send_back", (_S.RAISED,), _S.OPEN, "the higher body, with advice"),
        Move("raise_on", (_S.RAISED,), _S.RAISED, "the higher body, to the next"),
        Move("close", _HELD, _S.CLOSED, "the body that holds it, with a reason"),
        Move("reopen", (_S.CLOSED,), _S.OPEN, "the body that holds it, with a reason"),
    ),
)

LIVE = (_S.OPEN, _S.RAISED, _S.ACCEPTED)
"""States in which the risk is still looked after."""
