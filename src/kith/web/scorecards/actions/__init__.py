"""Every write of scorecards: one transaction, one audit event each."""

from kith.web.scorecards.actions.agreeing import agree_scorecard, draft_next
from kith.web.scorecards.actions.comparing import choose_comparator
from kith.web.scorecards.actions.drafting import (
    Asked,
    Heading,
    add_question,
    change_heading,
    change_question,
    draft_scorecard,
    link_priorities,
    move_up,
    remove_question,
)
from kith.web.scorecards.actions.marking import (
    Annotation,
    Target,
    annotate,
    remove_step_change,
    remove_target,
    set_target,
)
from kith.web.scorecards.actions.saying import Said, ask_commentary, comment


__all__ = [
    "Annotation",
    "Asked",
    "Heading",
    "Said",
    "Target",
    "add_question",
    "agree_scorecard",
    "annotate",
    "ask_commentary",
    "change_heading",
    "change_question",
    "choose_comparator",
    "comment",
    "draft_next",
    "draft_scorecard",
    "link_priorities",
    "move_up",
    "remove_question",
    "remove_step_change",
    "remove_target",
    "set_target",
]
