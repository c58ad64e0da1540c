"""The access matrix, conflicts, emergencies, and standing in."""

from __future__ import annotations

from kith.web.access.doors.door import Answer, Door, Who
from kith.web.access.permissions import Permission as P


_CHANGE, _OTHER = Answer.CHANGE, Answer.OTHER

DOORS = (
    Door("matrix:page", P.ACCESS_MATRIX_SEE, "who may reach what"),
    Door("matrix:csv", P.ACCESS_MATRIX_SEE, "the same, to download", _OTHER),
    Door("conflicts:list", P.CONFLICT_NAME, "the conflicts that were named"),
    Door("conflicts:new", P.CONFLICT_NAME, "name a conflict on a record"),
    Door("conflicts:lift", P.CONFLICT_NAME, "lift a conflict", _CHANGE),
    Door("emergencies:list", P.BREAK_GLASS_REVIEW, "what was opened in emergencies"),
    Door("emergencies:open", P.BREAK_GLASS_OPEN, "open a record in an emergency"),
    Door("emergencies:review", P.BREAK_GLASS_REVIEW, "review an emergency"),
    Door("delegations:list", Who.SIGNED_IN, "who stands in for whom"),
    Door("delegations:new", P.DELEGATION_GIVE, "ask somebody to stand in"),
    Door("delegations:end", Who.SIGNED_IN, "end one's own stand-in early", _CHANGE),
)
