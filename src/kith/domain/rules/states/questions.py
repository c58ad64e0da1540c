"""How a question about a published figure goes from asked to answered."""

from __future__ import annotations

from enum import StrEnum

from kith.domain.rules.states.machine import Machine, Move


class QuestionState(StrEnum):
    """Where a question stands. Whether it is late is a matter of its day."""

    ASKED = "ASKED"
    ANSWERED = "ANSWERED"
    SET_ASIDE = "SET_ASIDE"


_S = QuestionState
QUESTION = Machine(
    noun="question",
    authority="Kith's reading of the Code of Practice for Statistics, V1 and T1: users "
    "are answered, and corrections are seen",
    words={
        _S.ASKED: "Asked, to be answered",
        _S.ANSWERED: "Answered in public",
        _S.SET_ASIDE: "Set aside",
    },
    moves=(
        Move("answer", (_S.ASKED,), _S.ANSWERED, "the partnership's analyst"),
        Move(
            "set_aside",
            (_S.ASKED,),
            _S.SET_ASIDE,
            "the partnership's analyst, where it is not about a figure or is about "
            "somebody",
        ),
    ),
)
