"""Paths of plans and priorities."""

from __future__ import annotations

from django.urls import path

from kith.web.priorities import views


app_name = "priorities"
_ONE = "priorities/<uuid:key>/"
_PLAN = "priorities/plans/<uuid:key>/"
urlpatterns = [
    path("priorities/", views.priority_list, name="list"),
    path("priorities/plans/new/", views.plan_new, name="plan_new"),
    path(f"{_PLAN}agree/", views.plan_agree, name="agree"),
    path(f"{_PLAN}end/", views.plan_end, name="end"),
    path(f"{_PLAN}new/", views.priority_new, name="new"),
    path(_ONE, views.priority_detail, name="detail"),
    path(f"{_ONE}edit/", views.priority_edit, name="edit"),
    path(f"{_ONE}note/", views.priority_note, name="note"),
    path(f"{_ONE}narrative/", views.priority_narrative, name="narrative"),
    path(f"{_ONE}measures/", views.priority_measures, name="measures"),
    path(f"{_ONE}link/", views.priority_link, name="link"),
    path(f"{_ONE}unlink/<uuid:action>/", views.priority_unlink, name="unlink"),
]
