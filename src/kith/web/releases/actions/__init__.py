"""Every write of releases: one transaction, one audit event each."""

from kith.web.releases.actions.answering import (
    begin_building,
    keep_built,
    keep_judged,
    keep_released,
    keep_taken_down,
)
from kith.web.releases.actions.building import ask_for_edition, cancel_building
from kith.web.releases.actions.deciding import (
    approve_release,
    note_erratum,
    withdraw_release,
)
from kith.web.releases.actions.proposing import (
    ask_again,
    cure_release,
    drop_release,
    propose_edition,
    propose_table,
)
from kith.web.releases.actions.questions import (
    answer_question,
    ask_about_figure,
    forget_asker,
    set_question_aside,
)
from kith.web.releases.actions.requests import (
    answer_request,
    answer_with,
    keep_request,
)


__all__ = [
    "answer_question",
    "answer_request",
    "answer_with",
    "approve_release",
    "ask_about_figure",
    "ask_again",
    "ask_for_edition",
    "begin_building",
    "cancel_building",
    "cure_release",
    "drop_release",
    "forget_asker",
    "keep_built",
    "keep_judged",
    "keep_released",
    "keep_request",
    "keep_taken_down",
    "note_erratum",
    "propose_edition",
    "propose_table",
    "set_question_aside",
    "withdraw_release",
]
