"""Actions."""

from __future__ import annotations

from kith.web.access.doors.door import Answer, Door
from kith.web.access.permissions import Permission as P


_CHANGE = Answer.CHANGE

DOORS = (
    Door("actions:list", P.ACTION_SEE, "every action this person may see"),
    Door("actions:new", P.ACTION_PROPOSE, "propose an action"),
    Door("actions:detail", P.ACTION_SEE, "one action, and its story"),
    Door("actions:agree", P.ACTION_AGREE, "agree an action", _CHANGE),
)
