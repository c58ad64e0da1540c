"""How a group's scorecard comes to be agreed, and gives way to the next version."""

from __future__ import annotations

from enum import StrEnum

from kith.domain.rules.states.machine import Machine, Move


class ScorecardState(StrEnum):
    """Where a version of a scorecard stands."""

    DRAFT = "DRAFT"
    AGREED = "AGREED"
    SUPERSEDED = "SUPERSEDED"


_S = ScorecardState

SCORECARD = Machine(
    noun="scorecard",
    authority="Kith's reading of local practice: Working Together has partners say how "
    "data is used to drive learning, and leaves the form to each partnership",
    words={
        _S.DRAFT: "Draft",
        _S.AGREED: "Agreed",
        _S.SUPERSEDED: "Followed by a later version",
    },
    moves=(
        Move(
            "change", (_S.DRAFT,), _S.DRAFT, "the business unit, the analyst, the chair"
        ),
        Move("comment", (_S.DRAFT,), _S.DRAFT, "whoever speaks for the agency"),
        Move("agree", (_S.DRAFT,), _S.AGREED, "the group's chair"),
        Move("renew", (_S.AGREED,), _S.AGREED, "whoever may draft: a new version"),
        Move("follow", (_S.AGREED,), _S.SUPERSEDED, "the next version, once agreed"),
    ),
)
