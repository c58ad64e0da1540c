"""Paths of meetings, minutes and decisions."""

from __future__ import annotations

from django.urls import path

from kith.web.groups.views import (
    agendas,
    attendance,
    circulations,
    decisions,
    habits,
    meetings,
    minutes,
)


app_name = "groups"
_M = "meetings/<uuid:key>/"
_I = "agenda-items/<uuid:key>/"
_D = "decisions/<uuid:key>/"
_C = "votes/<uuid:key>/"
urlpatterns = [
    path("meetings/", meetings.meeting_list, name="meetings"),
    path("meetings/new/", meetings.meeting_new, name="meeting_new"),
    path("meetings/year/", meetings.year, name="year"),
    path("meetings/forward-plan/", habits.forward_plan, name="forward_plan"),
    path("meetings/engagement/", attendance.engagement, name="engagement"),
    path("meetings/habits/<uuid:key>/", habits.habits, name="habits"),
    path("meetings/habits/<uuid:key>/days/", habits.habit_set, name="habit_set"),
    path(
        "meetings/habits/<uuid:key>/standing/", habits.standing_new, name="standing_new"
    ),
    path("meetings/habits/<uuid:key>/plan/", habits.planned_new, name="planned_new"),
    path("standing-items/<uuid:key>/end/", habits.standing_end, name="standing_end"),
    path("planned-items/<uuid:key>/drop/", habits.planned_drop, name="planned_drop"),
    path(_M, meetings.meeting, name="meeting"),
    path(f"{_M}change/", meetings.meeting_change, name="meeting_change"),
    path(f"{_M}papers-out/", meetings.papers_out, name="papers_out"),
    path(f"{_M}held/", meetings.hold, name="hold"),
    path(f"{_M}cancel/", meetings.cancel, name="cancel"),
    path(f"{_M}items/new/", agendas.item_new, name="item_new"),
    path(f"{_M}carry/", agendas.item_carry, name="item_carry"),
    path(f"{_M}attendance/", attendance.attendance, name="attendance"),
    path(f"{_M}interests/", attendance.interest_new, name="interest_new"),
    path("interests/<uuid:key>/rule/", attendance.interest_rule, name="interest_rule"),
    path(_I, agendas.item_change, name="item_change"),
    path(f"{_I}move/", agendas.item_move, name="item_move"),
    path(f"{_I}withdraw/", agendas.item_withdraw, name="item_withdraw"),
    path(f"{_I}papers/", agendas.paper_new, name="paper_new"),
    path(f"{_I}notes/", minutes.notes, name="notes"),
    path(f"{_I}action/", minutes.item_action, name="item_action"),
    path(f"{_I}decision/", decisions.decision_new, name="decision_new"),
    path(f"{_M}minutes/", minutes.minutes, name="minutes"),
    path(f"{_M}minutes/start/", minutes.minutes_start, name="minutes_start"),
    path(f"{_M}minutes/write/", minutes.minutes_write, name="minutes_write"),
    path(f"{_M}minutes/show/", minutes.minutes_show, name="minutes_show"),
    path(f"{_M}minutes/clear/", minutes.minutes_clear, name="minutes_clear"),
    path(f"{_M}minutes/agree/", minutes.minutes_agree, name="minutes_agree"),
    path(f"{_M}minutes/back/", minutes.minutes_back, name="minutes_back"),
    path(f"{_M}minutes/comment/", minutes.minutes_comment, name="minutes_comment"),
    path(f"{_M}minutes/correct/", minutes.minutes_correct, name="minutes_correct"),
    path("decisions/", decisions.decision_list, name="decisions"),
    path("decisions/published/", decisions.public_decisions, name="public_decisions"),
    path(_D, decisions.decision, name="decision"),
    path(f"{_D}publish/", decisions.decision_publish, name="decision_publish"),
    path(f"{_D}unpublish/", decisions.decision_unpublish, name="decision_unpublish"),
    path(f"{_D}wording/", decisions.decision_wording, name="decision_wording"),
    path(f"{_D}review/", decisions.decision_review, name="decision_review"),
    path("votes/new/", circulations.circulation_new, name="circulation_new"),
    path(_C, circulations.circulation, name="circulation"),
    path(f"{_C}vote/", circulations.vote, name="vote"),
    path(f"{_C}count/", circulations.circulation_end, name="circulation_end"),
    path(f"{_C}report/", circulations.circulation_report, name="circulation_report"),
]
