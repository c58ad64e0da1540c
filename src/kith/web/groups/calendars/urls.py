"""Paths of calendar feeds."""

from __future__ import annotations

from django.urls import path

from kith.web.groups.calendars import views


app_name = "calendars"
urlpatterns = [
    path("calendar/", views.own, name="own"),
    path("calendar/make/", views.make, name="make"),
    path("calendar/revoke/", views.revoke, name="revoke"),
    path("calendar/<str:secret>.ics", views.feed, name="feed"),
]
