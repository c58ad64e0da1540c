"""Paths of challenges."""

from __future__ import annotations

from django.urls import path

from kith.web.challenges import views


app_name = "challenges"
urlpatterns = [
    path("challenges/", views.challenge_list, name="list"),
    path("challenges/new/", views.challenge_new, name="new"),
    path("challenges/<uuid:key>/", views.challenge_detail, name="detail"),
    path("challenges/<uuid:key>/answer/", views.challenge_answer, name="answer"),
    path("challenges/<uuid:key>/up/", views.challenge_up, name="up"),
    path("challenges/<uuid:key>/resolve/", views.challenge_resolve, name="resolve"),
    path("challenges/<uuid:key>/withdraw/", views.challenge_withdraw, name="withdraw"),
    path("challenges/<uuid:key>/close/", views.challenge_close, name="close"),
]
