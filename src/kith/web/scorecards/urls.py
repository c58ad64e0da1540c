"""Paths of the scorecard."""

from __future__ import annotations

from django.urls import path

from kith.web.scorecards import views


app_name = "scorecards"
urlpatterns = [
    path("scorecard/", views.scorecard, name="scorecard"),
    path("scorecard.csv", views.scorecard_download, name="scorecard_csv"),
    path("scorecard/<slug:measure>/", views.figure, name="figure"),
    path("scorecard/<slug:measure>.csv", views.figure_download, name="figure_csv"),
]
