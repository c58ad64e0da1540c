"""Meetings, minutes and decisions."""

from __future__ import annotations

from kith.web.access.doors.door import Answer, Door, Who
from kith.web.access.permissions import Permission as P


_CHANGE = Answer.CHANGE

DOORS = (
    Door("groups:meetings", P.MEETING_SEE, "the calendar of meetings"),
    Door("groups:meeting_new", P.MEETING_PLAN, "plan a meeting"),
    Door("groups:year", P.MEETING_PLAN, "plan a group's year"),
    Door("groups:forward_plan", P.MEETING_SEE, "what groups take up, by month"),
    Door("groups:engagement", P.MEETING_SEE, "how organisations filled their seats"),
    Door("groups:habits", P.MEETING_SEE, "a group's standing items and work plan"),
    Door("groups:habit_set", P.MEETING_PLAN, "when a group's papers are due"),
    Door("groups:standing_new", P.AGENDA_EDIT, "add a standing item"),
    Door("groups:planned_new", P.AGENDA_EDIT, "add to a work plan"),
    Door("groups:standing_end", P.AGENDA_EDIT, "end a standing item", _CHANGE),
    Door("groups:planned_drop", P.AGENDA_EDIT, "drop a planned item", _CHANGE),
    Door("groups:meeting", P.MEETING_SEE, "one meeting, and its agenda"),
    Door("groups:meeting_change", P.MEETING_PLAN, "move a meeting"),
    Door("groups:papers_out", P.AGENDA_EDIT, "send papers out", _CHANGE),
    Door("groups:hold", P.ATTENDANCE_RECORD, "say a meeting was held", _CHANGE),
    Door("groups:cancel", P.MEETING_PLAN, "cancel a meeting"),
    Door("groups:item_new", P.AGENDA_EDIT, "add an agenda item"),
    Door("groups:item_carry", P.AGENDA_EDIT, "carry an item over", _CHANGE),
    Door("groups:attendance", P.ATTENDANCE_RECORD, "write down who came"),
    Door("groups:interest_new", P.INTEREST_DECLARE, "declare an interest"),
    Door("groups:interest_rule", P.ATTENDANCE_RECORD, "rule on an interest", _CHANGE),
    Door("groups:item_change", P.AGENDA_EDIT, "change an agenda item"),
    Door("groups:item_move", P.AGENDA_EDIT, "move an agenda item", _CHANGE),
    Door("groups:item_withdraw", P.AGENDA_EDIT, "take an item off"),
    Door("groups:paper_new", P.PAPER_ADD, "table a paper"),
    Door("groups:notes", P.MEETING_MINUTES_DRAFT, "write an item's notes", _CHANGE),
    Door("groups:item_action", P.ACTION_PROPOSE, "propose an action from an item"),
    Door("groups:decision_new", P.DECISION_RECORD, "record a decision at an item"),
    Door("groups:minutes", P.MEETING_SEE, "the minutes of a meeting"),
    Door("groups:minutes_start", P.MEETING_MINUTES_DRAFT, "start minutes", _CHANGE),
    Door("groups:minutes_write", P.MEETING_MINUTES_DRAFT, "write the minutes"),
    Door("groups:minutes_show", P.MEETING_MINUTES_DRAFT, "show the chair", _CHANGE),
    Door("groups:minutes_clear", P.MEETING_MINUTES_AGREE, "clear a draft", _CHANGE),
    Door("groups:minutes_agree", P.MEETING_MINUTES_AGREE, "agree minutes", _CHANGE),
    Door("groups:minutes_back", P.MEETING_MINUTES_AGREE, "send a draft back"),
    Door("groups:minutes_comment", P.MEETING_SEE, "comment on a draft"),
    Door("groups:minutes_correct", P.MEETING_MINUTES_DRAFT, "note a correction"),
    Door("groups:decisions", P.DECISION_SEE, "the register of decisions"),
    Door("groups:public_decisions", Who.ANYBODY, "the public register of decisions"),
    Door("groups:decision", P.DECISION_SEE, "one decision"),
    Door("groups:decision_publish", P.DECISION_PUBLISH, "publish it", _CHANGE),
    Door("groups:decision_unpublish", P.DECISION_PUBLISH, "take it off", _CHANGE),
    Door("groups:decision_wording", P.DECISION_RECORD, "its words for the public"),
    Door("groups:decision_review", P.DECISION_RECORD, "what became of it"),
    Door("groups:circulation_new", P.DECISION_RECORD, "put a proposal to a vote"),
    Door("groups:circulation", P.DECISION_SEE, "a vote between meetings"),
    Door("groups:vote", P.DECISION_VOTE, "vote"),
    Door("groups:circulation_end", P.DECISION_RECORD, "count the votes", _CHANGE),
    Door("groups:circulation_report", P.AGENDA_EDIT, "tell a meeting", _CHANGE),
)
