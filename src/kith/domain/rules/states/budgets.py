"""How a year's budget comes to hold: three partners sign it."""

from __future__ import annotations

from enum import StrEnum

from kith.domain.rules.states.machine import Machine, Move


class BudgetState(StrEnum):
    """Where the budget of one year stands."""

    DRAFT = "DRAFT"
    TO_SIGN = "TO_SIGN"
    AGREED = "AGREED"


_S = BudgetState

BUDGET = Machine(
    noun="budget",
    authority="Working Together 2023, chapter 2 (lead safeguarding partners agree the "
    "shared yearly budget and its fairness, each for themselves)",
    words={
        _S.DRAFT: "Draft",
        _S.TO_SIGN: "With the partners, to be signed",
        _S.AGREED: "Agreed",
    },
    moves=(
        Move("send_to_sign", (_S.DRAFT,), _S.TO_SIGN, "the business unit"),
        Move("take_back", (_S.TO_SIGN,), _S.DRAFT, "the business unit, with a reason"),
        Move("agree", (_S.TO_SIGN,), _S.AGREED, "the third of the three partners"),
    ),
)
