"""How an action moves from a promise to a verified end."""

from __future__ import annotations

from enum import StrEnum

from kith.domain.rules.states.machine import Machine, Move


class ActionState(StrEnum):
    """Where an action stands. Overdue is no state: it is a date that has passed."""

    PROPOSED = "PROPOSED"
    AGREED = "AGREED"
    IN_PROGRESS = "IN_PROGRESS"
    EVIDENCE_SUBMITTED = "EVIDENCE_SUBMITTED"
    VERIFIED = "VERIFIED"
    CLOSED = "CLOSED"
    WITHDRAWN = "WITHDRAWN"


_S = ActionState
_UNDER_WAY = (_S.AGREED, _S.IN_PROGRESS)

ACTION = Machine(
    noun="action",
    authority="Kith's reading of local practice (an action is never verified by its "
    "own owner)",
    words={
        _S.PROPOSED: "Proposed",
        _S.AGREED: "Agreed",
        _S.IN_PROGRESS: "In progress",
        _S.EVIDENCE_SUBMITTED: "Evidence submitted",
        _S.VERIFIED: "Verified",
        _S.CLOSED: "Closed",
        _S.WITHDRAWN: "Withdrawn",
    },
    moves=(
        Move("agree", (_S.PROPOSED,), _S.AGREED, "the chair"),
        Move("start", (_S.AGREED,), _S.IN_PROGRESS, "the owner"),
        Move("submit_evidence", _UNDER_WAY, _S.EVIDENCE_SUBMITTED, "the owner"),
        Move(
            "send_back",
            (_S.EVIDENCE_SUBMITTED,),
            _S.IN_PROGRESS,
            "the chair or quality lead, never the owner",
        ),
        Move(
            "verify",
            (_S.EVIDENCE_SUBMITTED,),
            _S.VERIFIED,
            "the chair or quality lead, never the owner",
        ),
        Move("close", (_S.VERIFIED,), _S.CLOSED, "the chair"),
        Move(
            "withdraw",
            (_S.PROPOSED, *_UNDER_WAY, _S.EVIDENCE_SUBMITTED),
            _S.WITHDRAWN,
            "the body, with a reason",
        ),
    ),
)

OPEN = (_S.PROPOSED, *_UNDER_WAY, _S.EVIDENCE_SUBMITTED, _S.VERIFIED)
"""States in which something is still owed to the body."""
