"""How a meeting moves from a date in the diary to minutes that stand."""

from __future__ import annotations

from enum import StrEnum

from kith.domain.rules.states.machine import Machine, Move


class MeetingState(StrEnum):
    """Where a meeting stands. Papers that are late are a date, and no state."""

    PLANNED = "PLANNED"
    PAPERS_OUT = "PAPERS_OUT"
    HELD = "HELD"
    MINUTES_DRAFT = "MINUTES_DRAFT"
    MINUTES_AGREED = "MINUTES_AGREED"
    CANCELLED = "CANCELLED"


_S = MeetingState

MEETING = Machine(
    noun="meeting",
    authority="Kith's reading of local practice: meeting rhythm and papers are for "
    "each partnership to settle (Working Together 2023 leaves them to its arrangements)",
    words={
        _S.PLANNED: "Planned",
        _S.PAPERS_OUT: "Papers out",
        _S.HELD: "Held, no minutes yet",
        _S.MINUTES_DRAFT: "Minutes in draft",
        _S.MINUTES_AGREED: "Minutes agreed",
        _S.CANCELLED: "Cancelled",
    },
    moves=(
        Move("send_papers", (_S.PLANNED,), _S.PAPERS_OUT, "the minute-taker or chair"),
        Move("hold", (_S.PLANNED, _S.PAPERS_OUT), _S.HELD, "the minute-taker or chair"),
        Move(
            "start_minutes",
            (_S.PAPERS_OUT, _S.HELD),
            _S.MINUTES_DRAFT,
            "the minute-taker",
        ),
        Move("agree_minutes", (_S.MINUTES_DRAFT,), _S.MINUTES_AGREED, "the chair"),
        Move(
            "cancel",
            (_S.PLANNED, _S.PAPERS_OUT),
            _S.CANCELLED,
            "the business unit, with a reason",
        ),
    ),
)

AHEAD = (_S.PLANNED, _S.PAPERS_OUT)
"""States of a meeting that is still to come."""

TAKEN_PLACE = (_S.HELD, _S.MINUTES_DRAFT, _S.MINUTES_AGREED)
"""States of a meeting that took place."""
