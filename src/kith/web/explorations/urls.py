"""Paths of explorations."""

from __future__ import annotations

from django.urls import path

from kith.web.explorations.views import answers, rows


app_name = "explorations"
urlpatterns = [
    path("explorations/", answers.exploration_list, name="list"),
    path("explorations/new/", answers.exploration_new, name="new"),
    path("explorations/<uuid:key>/", answers.exploration_detail, name="detail"),
    path("explorations/<uuid:key>/answer.csv", answers.exploration_csv, name="csv"),
    path("explorations/<uuid:key>/cancel/", answers.exploration_cancel, name="cancel"),
    path("explorations/<uuid:key>/rows/new/", rows.rows_new, name="rows_new"),
    path("explorations/rows/<uuid:key>/", rows.rows_page, name="rows"),
]
