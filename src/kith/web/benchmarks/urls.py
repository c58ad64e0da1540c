"""Paths of benchmarks."""

from __future__ import annotations

from django.urls import path

from kith.web.benchmarks import views


app_name = "benchmarks"
urlpatterns = [
    path("benchmarks/", views.release_list, name="list"),
    path("benchmarks/new/", views.release_new, name="new"),
    path("benchmarks/notes/<slug:measure>/", views.note_new, name="note"),
    path("benchmarks/consents/", views.consent_list, name="consents"),
    path("benchmarks/consents/ask/", views.consent_ask, name="consent_ask"),
    path("benchmarks/consents/answer/", views.consent_answer, name="consent_answer"),
    path("benchmarks/differences/", views.difference_list, name="differences"),
    path(
        "benchmarks/differences/<uuid:key>/", views.difference_page, name="difference"
    ),
    path("benchmarks/neighbours/", views.neighbour_list, name="neighbours"),
    path("benchmarks/neighbours/new/", views.neighbour_new, name="neighbours_new"),
    path(
        "benchmarks/neighbours/<uuid:key>/",
        views.neighbour_detail,
        name="neighbours_detail",
    ),
    path("benchmarks/<uuid:key>/", views.release_detail, name="detail"),
    path("benchmarks/<uuid:key>/set/", views.release_set, name="set"),
]
