"""Every write of explorations: asking, answering, opening rows, and forgetting all of it."""

from __future__ import annotations

from kith.web.explorations.actions.answering import begin_counting, keep_answer
from kith.web.explorations.actions.asking import (
    COUNT,
    ask_question,
    cancel_question,
    export_answer,
    read_answer,
)
from kith.web.explorations.actions.forgetting import FORGET, forget_answers
from kith.web.explorations.actions.rows import (
    CLOSE_ROWS,
    FETCH_ROWS,
    ask_for_rows,
    end_opening,
    keep_rows,
    read_rows_page,
)


__all__ = [
    "CLOSE_ROWS",
    "COUNT",
    "FETCH_ROWS",
    "FORGET",
    "ask_for_rows",
    "ask_question",
    "begin_counting",
    "cancel_question",
    "end_opening",
    "export_answer",
    "forget_answers",
    "keep_answer",
    "keep_rows",
    "read_answer",
    "read_rows_page",
]
