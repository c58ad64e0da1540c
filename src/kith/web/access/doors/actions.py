"""Actions."""

from __future__ import annotations

from kith.web.access.doors.door import Answer, Door
from kith.web.access.permissions import Permission as P


_CHANGE = Answer.CHANGE

DOORS = (
    Door("actions:list", P.ACTION_SEE, "every action this person may see"),
    Door("actions:file", P.ACTION_SEE, "the list as a file", Answer.OTHER),
    Door("actions:print", P.ACTION_SEE, "the list on paper"),
    Door("actions:several", P.ACTION_SEE, "one step for several actions"),
    Door("actions:new", P.ACTION_PROPOSE, "propose an action"),
    Door("actions:detail", P.ACTION_SEE, "one action, and its story"),
    Door("actions:agree", P.ACTION_AGREE, "agree an action", _CHANGE),
    Door("actions:start", P.ACTION_PROGRESS, "say that work has begun", _CHANGE),
    Door("actions:note", P.ACTION_PROGRESS, "note progress"),
    Door("actions:evidence", P.ACTION_PROGRESS, "give evidence that it is done"),
    Door("actions:verify", P.ACTION_VERIFY, "verify that it is done"),
    Door("actions:send_back", P.ACTION_VERIFY, "send the evidence back"),
    Door("actions:close", P.ACTION_CLOSE, "close an action", _CHANGE),
    Door("actions:impact", P.ACTION_PROGRESS, "say what changed for children"),
    Door("actions:ask_more_time", P.ACTION_PROGRESS, "ask for more time"),
    Door("actions:decide_more_time", P.ACTION_EXTEND, "answer the wish for more time"),
    Door("actions:more_time", P.ACTION_EXTEND, "give more time"),
    Door("actions:reassign", P.ACTION_PROGRESS, "give it to somebody else"),
    Door("actions:add_source", P.ACTION_PROPOSE, "add a source to an action"),
    Door("actions:withdraw", P.ACTION_WITHDRAW, "withdraw an action"),
)
