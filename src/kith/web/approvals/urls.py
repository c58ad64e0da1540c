"""Paths of approvals."""

from __future__ import annotations

from django.urls import path

from kith.web.approvals import views


app_name = "approvals"
urlpatterns = [
    path("approvals/", views.approval_list, name="list"),
    path("approvals/<uuid:key>/", views.approval_detail, name="detail"),
    path("approvals/<uuid:key>/give/", views.approval_give, name="give"),
    path("approvals/<uuid:key>/refuse/", views.approval_refuse, name="refuse"),
    path("approvals/<uuid:key>/record/", views.approval_record, name="record"),
    path("approvals/<uuid:key>/confirm/", views.approval_confirm, name="confirm"),
    path("approvals/<uuid:key>/send-back/", views.approval_send_back, name="send_back"),
    path("approvals/<uuid:key>/withdraw/", views.approval_withdraw, name="withdraw"),
]
