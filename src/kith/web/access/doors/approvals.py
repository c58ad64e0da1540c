"""Approvals. Whose approval it is decides the rest, so every signed-in person may ask."""

from __future__ import annotations

from kith.web.access.doors.door import Answer, Door, Who
from kith.web.access.permissions import Permission as P


_CHANGE = Answer.CHANGE

DOORS = (
    Door("approvals:list", Who.SIGNED_IN, "what this person signs or confirms"),
    Door("approvals:detail", Who.SIGNED_IN, "one approval, and its story"),
    Door("approvals:give", P.APPROVAL_GIVE, "sign", _CHANGE),
    Door("approvals:refuse", P.APPROVAL_GIVE, "refuse to sign"),
    Door("approvals:record", P.APPROVAL_RECORD, "record it as approved elsewhere"),
    Door("approvals:confirm", P.APPROVAL_CONFIRM, "confirm the record", _CHANGE),
    Door("approvals:send_back", P.APPROVAL_CONFIRM, "send the record back"),
    Door("approvals:withdraw", P.APPROVAL_RECORD, "stop asking"),
)
