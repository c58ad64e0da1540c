"""How a sharing agreement comes to hold, and ends."""

from __future__ import annotations

from enum import StrEnum

from kith.domain.rules.states.machine import Machine, Move


class AgreementState(StrEnum):
    """Where an agreement stands. Whether it has lapsed is a matter of its last day."""

    DRAFT = "DRAFT"
    LIVE = "LIVE"
    ENDED = "ENDED"


_S = AgreementState

AGREEMENT = Machine(
    noun="agreement",
    authority="Data sharing: a code of practice (ICO 2021), on agreements and their "
    "review; who drafts one is local practice",
    words={_S.DRAFT: "Draft", _S.LIVE: "Live", _S.ENDED: "Ended"},
    moves=(
        Move("change", (_S.DRAFT,), _S.DRAFT, "the business unit or the analyst"),
        Move("agree", (_S.DRAFT,), _S.LIVE, "a lead who speaks for the controller"),
        Move("review", (_S.LIVE,), _S.LIVE, "a lead who speaks for the controller"),
        Move("renew", (_S.LIVE,), _S.LIVE, "the business unit or the analyst"),
        Move(
            "end",
            (_S.DRAFT, _S.LIVE),
            _S.ENDED,
            "a lead who speaks for the controller, with a reason",
        ),
    ),
)
