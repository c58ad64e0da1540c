"""How somebody's approval is asked for and given, on the platform or elsewhere."""

from __future__ import annotations

from enum import StrEnum

from kith.domain.rules.states.machine import Machine, Move


class ApprovalState(StrEnum):
    """Where an approval stands."""

    ASKED = "ASKED"
    RECORDED = "RECORDED"
    GIVEN = "GIVEN"
    REFUSED = "REFUSED"
    WITHDRAWN = "WITHDRAWN"


_S = ApprovalState

APPROVAL = Machine(
    noun="approval",
    authority="Working Together 2023, chapter 2 (lead safeguarding partners sign "
    "personally); Kith's rule that what was approved elsewhere takes two people",
    words={
        _S.ASKED: "Asked for",
        _S.RECORDED: "Recorded, to be confirmed",
        _S.GIVEN: "Given",
        _S.REFUSED: "Refused",
        _S.WITHDRAWN: "Withdrawn",
    },
    moves=(
        Move("give", (_S.ASKED,), _S.GIVEN, "the person who was asked"),
        Move("refuse", (_S.ASKED,), _S.REFUSED, "the person who was asked"),
        Move("record", (_S.ASKED,), _S.RECORDED, "one person, with the evidence"),
        Move("confirm", (_S.RECORDED,), _S.GIVEN, "another person"),
        Move("send_back", (_S.RECORDED,), _S.ASKED, "another person"),
        Move(
            "withdraw",
            (_S.ASKED, _S.RECORDED),
            _S.WITHDRAWN,
            "whoever asked, with a reason",
        ),
    ),
)

STANDING = (_S.ASKED, _S.RECORDED, _S.GIVEN)
"""States in which the question need not be asked again."""
