"""How a task-and-finish group begins and ends: what its parent gave, it takes back."""

from __future__ import annotations

from enum import StrEnum

from kith.domain.rules.states.machine import Machine, Move


class GroupState(StrEnum):
    """Where a task-and-finish group stands."""

    COMMISSIONED = "COMMISSIONED"
    ACTIVE = "ACTIVE"
    FINAL_REPORT = "FINAL_REPORT"
    CLOSED = "CLOSED"


_S = GroupState

TASK_AND_FINISH = Machine(
    noun="group",
    authority="Kith's reading of local practice: commissioned and closed by its parent",
    words={
        _S.COMMISSIONED: "Commissioned",
        _S.ACTIVE: "Active",
        _S.FINAL_REPORT: "Final report made",
        _S.CLOSED: "Closed",
    },
    moves=(
        Move("start", (_S.COMMISSIONED,), _S.ACTIVE, "its chair"),
        Move("report", (_S.ACTIVE,), _S.FINAL_REPORT, "its chair"),
        Move("send_back", (_S.FINAL_REPORT,), _S.ACTIVE, "its parent"),
        Move(
            "close",
            (_S.COMMISSIONED, _S.ACTIVE, _S.FINAL_REPORT),
            _S.CLOSED,
            "its parent, with a reason",
        ),
    ),
)
