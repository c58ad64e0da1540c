"""Paths of moving in."""

from __future__ import annotations

from django.urls import path

from kith.web.arrivals import views


app_name = "arrivals"
urlpatterns = [
    path("moving-in/", views.arrival_list, name="list"),
    path("moving-in/new/", views.arrival_new, name="new"),
    path("moving-in/<uuid:key>/", views.arrival_detail, name="detail"),
    path("moving-in/<uuid:key>/columns/", views.arrival_columns, name="columns"),
    path("moving-in/<uuid:key>/check/", views.arrival_check, name="check"),
    path("moving-in/<uuid:key>/apply/", views.arrival_apply, name="apply"),
    path("moving-in/<uuid:key>/undo/", views.arrival_undo, name="undo"),
    path("moving-in/<uuid:key>/drop/", views.arrival_drop, name="drop"),
]
