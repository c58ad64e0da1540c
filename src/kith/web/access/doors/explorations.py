"""Explorations: questions put to the figures, and the rows behind an answer."""

from __future__ import annotations

from kith.web.access.doors.door import Answer, Door
from kith.web.access.permissions import Permission as P


DOORS = (
    Door("explorations:list", P.EXPLORATION_ASK, "questions whose answers are kept"),
    Door("explorations:new", P.EXPLORATION_ASK, "ask a question of the figures"),
    Door("explorations:detail", P.EXPLORATION_ASK, "one question, and its answer"),
    Door("explorations:csv", P.EXPLORATION_ASK, "its answer as a file", Answer.OTHER),
    Door("explorations:cancel", P.EXPLORATION_ASK, "stop counting", Answer.CHANGE),
    Door("explorations:rows_new", P.ROWS_SEE, "say for what rows are needed"),
    Door("explorations:rows", P.ROWS_SEE, "the rows behind an answer"),
)
