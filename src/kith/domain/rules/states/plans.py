"""How a business plan comes to hold, and ends."""

from __future__ import annotations

from enum import StrEnum

from kith.domain.rules.states.machine import Machine, Move


class PlanState(StrEnum):
    """Where a business plan stands."""

    DRAFT = "DRAFT"
    AGREED = "AGREED"
    ENDED = "ENDED"


_S = PlanState

PLAN = Machine(
    noun="plan",
    authority="Kith's reading of local practice: the Executive agrees the priorities "
    "(Working Together leaves the plan's form to each partnership)",
    words={_S.DRAFT: "Draft", _S.AGREED: "Agreed", _S.ENDED: "Ended"},
    moves=(
        Move("agree", (_S.DRAFT,), _S.AGREED, "the business unit, for the body"),
        Move("end", (_S.AGREED,), _S.ENDED, "the business unit, for the body"),
    ),
)
