"""Paths of conflicts."""

from __future__ import annotations

from django.urls import path

from kith.web.access.conflicts import views


app_name = "conflicts"
urlpatterns = [
    path("conflicts/", views.conflict_list, name="list"),
    path("conflicts/new/", views.conflict_new, name="new"),
    path("conflicts/<uuid:key>/lift/", views.conflict_lift, name="lift"),
]
