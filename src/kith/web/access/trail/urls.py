"""Paths of the audit trail."""

from __future__ import annotations

from django.urls import path

from kith.web.access.trail import views


app_name = "audit"
urlpatterns = [
    path("audit/", views.area, name="area"),
    path("audit/trail.csv", views.area_csv, name="area_csv"),
    path("audit/mine/", views.mine, name="mine"),
    path("audit/event/<uuid:key>/", views.event, name="event"),
    path("audit/unusual/", views.unusual, name="unusual"),
    path("audit/unusual/<slug:key>/", views.look_into_one, name="look_into"),
    path("audit/of/<slug:noun>/<uuid:key>/", views.of_record, name="of_record"),
]
