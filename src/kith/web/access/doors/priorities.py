"""Priorities and the business plan."""

from __future__ import annotations

from kith.web.access.doors.door import Answer, Door
from kith.web.access.permissions import Permission as P


_CHANGE = Answer.CHANGE

DOORS = (
    Door("priorities:list", P.PRIORITY_SEE, "the plans and their priorities"),
    Door("priorities:plan_new", P.PRIORITY_EDIT, "draft a plan"),
    Door("priorities:agree", P.PRIORITY_EDIT, "agree a plan", _CHANGE),
    Door("priorities:end", P.PRIORITY_EDIT, "end a plan", _CHANGE),
    Door("priorities:new", P.PRIORITY_EDIT, "add a priority"),
    Door("priorities:detail", P.PRIORITY_SEE, "one priority, and what shows it"),
    Door("priorities:edit", P.PRIORITY_EDIT, "change a priority"),
    Door("priorities:note", P.PRIORITY_SEE, "note progress, by its lead for one"),
    Door("priorities:narrative", P.PRIORITY_EDIT, "write for a report"),
    Door("priorities:measures", P.PRIORITY_EDIT, "choose its measures"),
    Door("priorities:link", P.PRIORITY_EDIT, "link an action"),
    Door("priorities:unlink", P.PRIORITY_EDIT, "unlink an action", _CHANGE),
)
