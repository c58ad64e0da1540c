"""Paths of delegations."""

from __future__ import annotations

from django.urls import path

from kith.web.access.delegations import views


app_name = "delegations"
urlpatterns = [
    path("standing-in/", views.delegation_list, name="list"),
    path("standing-in/new/", views.delegation_new, name="new"),
    path("standing-in/<uuid:key>/end/", views.delegation_end, name="end"),
]
