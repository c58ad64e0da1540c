"""Paths of organisations, arrangements and requests for information."""

from __future__ import annotations

from django.urls import path

from kith.web.organisations.views import arrangements, organisations, requests


app_name = "organisations"
_ONE = "organisations/<uuid:key>/"
_WORK = "organisations/people/<uuid:key>/"
_VERSION = "arrangements/<uuid:key>/"
_AGENCY = "arrangements/agencies/<uuid:key>/"
_REQUEST = "information-requests/<uuid:key>/"

urlpatterns = [
    path("organisations/", organisations.organisation_list, name="list"),
    path("organisations/new/", organisations.organisation_new, name="new"),
    path("areas/<slug:code>/", organisations.area_on_a_day, name="area"),
    path(_ONE, organisations.organisation_detail, name="detail"),
    path(f"{_ONE}history/", organisations.organisation_history, name="history"),
    path(f"{_ONE}edit/", organisations.organisation_edit, name="edit"),
    path(f"{_ONE}rename/", organisations.organisation_rename, name="rename"),
    path(f"{_ONE}end/", organisations.organisation_end, name="end"),
    path(f"{_ONE}succeed/", organisations.organisation_succeed, name="succeed"),
    path(f"{_ONE}people/new/", organisations.person_employ, name="employ"),
    path(f"{_WORK}end/", organisations.employment_end, name="employment_end"),
    path(f"{_ONE}leads/new/", organisations.lead_new, name="lead_new"),
    path("arrangements/", arrangements.arrangements_list, name="arrangements_list"),
    path("arrangements/new/", arrangements.arrangements_new, name="arrangements_new"),
    path(_VERSION, arrangements.arrangements_detail, name="arrangements"),
    path(f"{_VERSION}edit/", arrangements.arrangements_edit, name="arrangements_edit"),
    path(f"{_VERSION}consult/", arrangements.arrangements_consult, name="consult"),
    path(f"{_VERSION}revise/", arrangements.arrangements_revise, name="revise"),
    path(f"{_VERSION}approve/", arrangements.arrangements_approve, name="approve"),
    path(f"{_VERSION}publish/", arrangements.arrangements_publish, name="publish"),
    path(f"{_VERSION}sign/", arrangements.signatures_ask, name="ask_signatures"),
    path(f"{_AGENCY}accept/", arrangements.agency_accept, name="accept"),
    path(f"{_AGENCY}record/", arrangements.agency_record, name="record_acceptance"),
    path("information-requests/", requests.request_list, name="requests"),
    path("information-requests/new/", requests.request_new, name="request_new"),
    path(_REQUEST, requests.request_detail, name="request"),
    path(f"{_REQUEST}answer/", requests.request_answer, name="request_answer"),
    path(f"{_REQUEST}refuse/", requests.request_refuse, name="request_refuse"),
    path(f"{_REQUEST}withdraw/", requests.request_withdraw, name="request_withdraw"),
    path(f"{_REQUEST}chase/", requests.request_chase, name="request_chase"),
]
