"""Every write of actions: one transaction, one audit event each."""

from kith.web.actions.actions.changing import (
    add_source,
    reassign_action,
    state_impact,
    withdraw_action,
)
from kith.web.actions.actions.doing import (
    Evidence,
    agree_action,
    note_progress,
    start_action,
    submit_evidence,
)
from kith.web.actions.actions.extending import (
    ask_extension,
    decide_extension,
    extend_action,
)
from kith.web.actions.actions.judging import close_action, send_back, verify_action
from kith.web.actions.actions.proposing import Promise, Source, propose_action


__all__ = [
    "Evidence",
    "Promise",
    "Source",
    "add_source",
    "agree_action",
    "ask_extension",
    "close_action",
    "decide_extension",
    "extend_action",
    "note_progress",
    "propose_action",
    "reassign_action",
    "send_back",
    "start_action",
    "state_impact",
    "submit_evidence",
    "verify_action",
    "withdraw_action",
]
