"""Paths of releases: the room where they are made, and what the public sees."""

from __future__ import annotations

from django.urls import path

from kith.web.releases.views import editions, public, questions, releases, requests


app_name = "releases"
urlpatterns = [
    path("releases/", releases.release_list, name="list"),
    path("releases/new/", releases.release_new, name="new"),
    path("releases/editions/", editions.edition_list, name="editions"),
    path("releases/editions/new/", editions.edition_new, name="edition_new"),
    path("releases/editions/<uuid:key>/", editions.edition_detail, name="edition"),
    path(
        "releases/editions/<uuid:key>/cancel/",
        editions.edition_cancel,
        name="edition_cancel",
    ),
    path(
        "releases/editions/<uuid:key>/propose/",
        editions.edition_propose,
        name="edition_propose",
    ),
    path("releases/<uuid:key>/", releases.release_detail, name="detail"),
    path("releases/<uuid:key>/cure/<int:number>/", releases.release_cure, name="cure"),
    path("releases/<uuid:key>/again/", releases.release_again, name="again"),
    path("releases/<uuid:key>/drop/", releases.release_drop, name="drop"),
    path("releases/<uuid:key>/approve/", releases.release_approve, name="approve"),
    path("releases/<uuid:key>/withdraw/", releases.release_withdraw, name="withdraw"),
    path("releases/<uuid:key>/correct/", releases.release_correct, name="correct"),
    path("releases/questions/", questions.question_list, name="questions"),
    path("releases/questions/<uuid:key>/", questions.question_detail, name="question"),
    path(
        "releases/questions/<uuid:key>/answer/",
        questions.question_answer,
        name="question_answer",
    ),
    path(
        "releases/questions/<uuid:key>/set-aside/",
        questions.question_set_aside,
        name="question_set_aside",
    ),
    path("releases/requests/", requests.request_list, name="requests"),
    path("releases/requests/new/", requests.request_new, name="request_new"),
    path("releases/requests/<uuid:key>/", requests.request_detail, name="request"),
    path(
        "releases/requests/<uuid:key>/answer/",
        requests.request_answer,
        name="request_answer",
    ),
    path("ask/<slug:measure>/", questions.ask, name="ask"),
    path("ask/<slug:measure>/sent/", questions.ask_sent, name="ask_sent"),
    path("released/", public.released_list, name="released"),
    path("released/<slug:ledger>/", public.released, name="public"),
    path("released/<slug:ledger>/table.csv", public.released_csv, name="csv"),
    path(
        "released/<slug:ledger>/table.csv-metadata.json",
        public.released_csvw,
        name="csvw",
    ),
]
