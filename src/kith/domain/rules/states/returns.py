"""How a return goes from due to locked, and how it is restated."""

from __future__ import annotations

from enum import StrEnum

from kith.domain.rules.states.machine import Machine, Move


class ReturnState(StrEnum):
    """Where a return stands. Whether it is late is a matter of its day."""

    DUE = "DUE"
    SUBMITTED = "SUBMITTED"
    RETURNED = "RETURNED"
    CHECKED = "CHECKED"
    SIGNED = "SIGNED"
    LOCKED = "LOCKED"
    REOPENED = "REOPENED"


_S = ReturnState
TO_SEND = (_S.DUE, _S.RETURNED, _S.REOPENED)
"""States in which the agency owes something."""
STANDING = (_S.SIGNED, _S.LOCKED)
"""States whose values the agency's lead has signed."""

RETURN = Machine(
    noun="return",
    authority="Kith's reading of local practice: no guidance says how a multi-agency "
    "data set is signed off (Working Together asks that data are shared and used)",
    words={
        _S.DUE: "Due",
        _S.SUBMITTED: "Sent, to be checked",
        _S.RETURNED: "Sent back",
        _S.CHECKED: "Checked, to be signed off",
        _S.SIGNED: "Signed off, to be locked",
        _S.LOCKED: "Locked",
        _S.REOPENED: "To be restated",
    },
    moves=(
        Move("send", TO_SEND, _S.SUBMITTED, "the agency's data steward"),
        Move("check", (_S.SUBMITTED,), _S.CHECKED, "the partnership's analyst"),
        Move(
            "send_back",
            (_S.SUBMITTED, _S.CHECKED),
            _S.RETURNED,
            "the partnership's analyst, with reasons",
        ),
        Move("sign", (_S.CHECKED,), _S.SIGNED, "the agency's lead, never who sent it"),
        Move(
            "decline",
            (_S.CHECKED,),
            _S.RETURNED,
            "the agency's lead, with reasons",
        ),
        Move("lock", (_S.SIGNED,), _S.LOCKED, "the partnership's analyst"),
        Move(
            "restate",
            (_S.LOCKED,),
            _S.REOPENED,
            "the data steward or the analyst, with the reason; the locked values "
            "stand until others are locked",
        ),
    ),
)
