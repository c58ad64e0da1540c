"""Paths of actions."""

from __future__ import annotations

from django.urls import path

from kith.web.actions import views


app_name = "actions"
urlpatterns = [
    path("actions/", views.action_list, name="list"),
    path("actions/new/", views.action_new, name="new"),
    path("actions/<uuid:key>/", views.action_detail, name="detail"),
    path("actions/<uuid:key>/agree/", views.action_agree, name="agree"),
]
