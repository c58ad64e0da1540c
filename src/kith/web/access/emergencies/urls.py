"""Paths of emergencies."""

from __future__ import annotations

from django.urls import path

from kith.web.access.emergencies import views


app_name = "emergencies"
urlpatterns = [
    path("emergencies/", views.emergency_list, name="list"),
    path("emergencies/open/", views.emergency_open, name="open"),
    path("emergencies/<uuid:key>/", views.emergency_review, name="review"),
]
