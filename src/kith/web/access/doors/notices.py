"""Notices to oneself, and the background work, by its kinds and times alone."""

from __future__ import annotations

from kith.web.access.doors.door import Answer, Door, Who
from kith.web.access.permissions import Permission as P


DOORS = (
    Door("notices:list", Who.SIGNED_IN, "the notices sent to this person"),
    Door("notices:choose", Who.SIGNED_IN, "how often to be nudged"),
    Door("notices:tasks", P.TASKS_SEE, "background work: kinds, times, faults"),
    Door("notices:again", P.TASKS_SEE, "try failed work again", Answer.CHANGE),
)
