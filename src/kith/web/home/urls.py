"""Addresses of home."""

from __future__ import annotations

from django.urls import path

from kith.web.home import views


app_name = "home"
urlpatterns = [path("home/", views.home, name="home")]
