"""Paths of risks."""

from __future__ import annotations

from django.urls import path

from kith.web.risks import views


app_name = "risks"
urlpatterns = [
    path("risks/", views.risk_list, name="list"),
    path("risks/matrix/", views.risk_matrix, name="matrix"),
    path("risks/risks.csv", views.risk_download, name="download"),
    path("risks/new/", views.risk_new, name="new"),
    path("risks/<uuid:key>/", views.risk_detail, name="detail"),
    path("risks/<uuid:key>/review/", views.risk_review, name="review"),
    path("risks/<uuid:key>/control/", views.risk_control, name="control"),
    path(
        "risks/<uuid:key>/control/<uuid:control>/",
        views.risk_control_change,
        name="control_change",
    ),
    path("risks/<uuid:key>/evidence/", views.risk_evidence, name="evidence"),
    path("risks/<uuid:key>/owner/", views.risk_owner, name="owner"),
    path("risks/<uuid:key>/raise/", views.risk_raise, name="raise"),
    path("risks/<uuid:key>/reply/", views.risk_reply, name="reply"),
    path("risks/<uuid:key>/close/", views.risk_close, name="close"),
    path("risks/<uuid:key>/reopen/", views.risk_reopen, name="reopen"),
]
