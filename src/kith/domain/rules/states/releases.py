"""How a release goes from asked for to released, and how it is withdrawn."""

from __future__ import annotations

from enum import StrEnum

from kith.domain.rules.states.machine import Machine, Move


class ReleaseState(StrEnum):
    """Where a release stands."""

    ASKED = "ASKED"
    PROPOSED = "PROPOSED"
    REFUSED = "REFUSED"
    APPROVED = "APPROVED"
    RELEASED = "RELEASED"
    WITHDRAWN = "WITHDRAWN"
    FAILED = "FAILED"
    DROPPED = "DROPPED"


_S = ReleaseState
IN_PUBLIC = (_S.RELEASED, _S.WITHDRAWN)
"""States that the public has seen, and may ask about."""
UNDER_WAY = (_S.ASKED, _S.APPROVED)
"""States in which the engine is at work, or will be."""

RELEASE = Machine(
    noun="release",
    authority="Kith's reading of the duty not to disclose (Data Protection Act 2018; "
    "Code of Practice for Statistics, T6): whoever asks for a table does not let it out",
    words={
        _S.ASKED: "Being judged",
        _S.PROPOSED: "May be approved",
        _S.REFUSED: "Refused by the ledger",
        _S.APPROVED: "Approved, going out",
        _S.RELEASED: "Released",
        _S.WITHDRAWN: "Withdrawn",
        _S.FAILED: "Could not be judged",
        _S.DROPPED: "Dropped",
    },
    moves=(
        Move("find_safe", (_S.ASKED,), _S.PROPOSED, "the ledger of releases"),
        Move("refuse", (_S.ASKED, _S.APPROVED), _S.REFUSED, "the ledger of releases"),
        Move(
            "fail", (_S.ASKED, _S.APPROVED), _S.FAILED, "the platform, with the fault"
        ),
        Move("ask_again", (_S.FAILED,), _S.ASKED, "whoever may propose"),
        Move(
            "drop",
            (_S.ASKED, _S.PROPOSED, _S.REFUSED, _S.FAILED),
            _S.DROPPED,
            "whoever may propose; the platform, where the same table is there already",
        ),
        Move(
            "approve",
            (_S.PROPOSED,),
            _S.APPROVED,
            "a delegated safeguarding partner or the chair of the quality assurance "
            "group, never who proposed it",
        ),
        Move("go_out", (_S.ASKED, _S.APPROVED), _S.RELEASED, "the ledger of releases"),
        Move(
            "withdraw",
            (_S.RELEASED,),
            _S.WITHDRAWN,
            "the analyst or a delegated safeguarding partner, with the reason",
        ),
    ),
)
