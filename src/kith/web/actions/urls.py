"""Paths of actions."""

from __future__ import annotations

from django.urls import path

from kith.web.actions.views import lists, records, steps


app_name = "actions"
_ONE = "actions/<uuid:key>/"
urlpatterns = [
    path("actions/", lists.action_list, name="list"),
    path("actions/file/", lists.action_file, name="file"),
    path("actions/print/", lists.action_print, name="print"),
    path("actions/several/", lists.action_several, name="several"),
    path("actions/new/", records.action_new, name="new"),
    path(_ONE, records.action_detail, name="detail"),
    path(f"{_ONE}agree/", steps.action_agree, name="agree"),
    path(f"{_ONE}start/", steps.action_start, name="start"),
    path(f"{_ONE}note/", steps.action_note, name="note"),
    path(f"{_ONE}evidence/", steps.action_evidence, name="evidence"),
    path(f"{_ONE}verify/", steps.action_verify, name="verify"),
    path(f"{_ONE}send-back/", steps.action_send_back, name="send_back"),
    path(f"{_ONE}close/", steps.action_close, name="close"),
    path(f"{_ONE}impact/", steps.action_impact, name="impact"),
    path(f"{_ONE}ask-more-time/", steps.action_ask_more_time, name="ask_more_time"),
    path(
        f"{_ONE}decide-more-time/",
        steps.action_decide_more_time,
        name="decide_more_time",
    ),
    path(f"{_ONE}more-time/", steps.action_more_time, name="more_time"),
    path(f"{_ONE}reassign/", steps.action_reassign, name="reassign"),
    path(f"{_ONE}add-source/", steps.action_add_source, name="add_source"),
    path(f"{_ONE}withdraw/", steps.action_withdraw, name="withdraw"),
]
