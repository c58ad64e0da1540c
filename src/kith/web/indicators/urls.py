"""Paths of indicators."""

from __future__ import annotations

from django.urls import path

from kith.web.indicators import views


app_name = "indicators"
urlpatterns = [
    path("indicators/", views.indicator_list, name="list"),
    path("indicators/new/", views.indicator_new, name="new"),
    path("indicators/<slug:code>/", views.indicator_detail, name="detail"),
    path("indicators/<slug:code>/change/", views.indicator_change, name="change"),
]
