"""What each kind of spreadsheet holds, and what its rows become."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.arrivals.kinds.action_log import ACTION_LOG
from kith.web.arrivals.kinds.meeting_dates import MEETING_DATES
from kith.web.arrivals.kinds.member_list import MEMBER_LIST
from kith.web.arrivals.kinds.risk_register import RISK_REGISTER
from kith.web.arrivals.models import ArrivalKind


if TYPE_CHECKING:
    from kith.web.arrivals.kinds.kind import Kind


KINDS: dict[ArrivalKind, Kind] = {
    ArrivalKind.ACTIONS: ACTION_LOG,
    ArrivalKind.RISKS: RISK_REGISTER,
    ArrivalKind.MEMBERS: MEMBER_LIST,
    ArrivalKind.MEETINGS: MEETING_DATES,
}

__all__ = ["KINDS"]
