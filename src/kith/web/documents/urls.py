"""Paths of documents."""

from __future__ import annotations

from django.urls import path

from kith.web.documents import views


app_name = "documents"
urlpatterns = [
    path("documents/", views.document_list, name="list"),
    path("documents/new/", views.document_new, name="new"),
    path("documents/<uuid:key>/", views.document_detail, name="detail"),
    path("documents/<uuid:key>/version/", views.document_version, name="version"),
    path("documents/<uuid:key>/change/", views.document_change, name="change"),
    path("documents/<uuid:key>/review/", views.document_review, name="review"),
    path("documents/<uuid:key>/withdraw/", views.document_withdraw, name="withdraw"),
    path(
        "documents/<uuid:key>/versions/<int:number>/",
        views.document_download,
        name="download",
    ),
    path(
        "documents/<uuid:key>/versions/<int:number>/purpose/",
        views.document_purpose,
        name="purpose",
    ),
]
