"""Paths of packs."""

from __future__ import annotations

from django.urls import path

from kith.web.groups.packs import views


app_name = "packs"
_M = "meetings/<uuid:key>/packs/"
urlpatterns = [
    path(_M, views.pack_list, name="list"),
    path(f"{_M}<slug:audience>/", views.pack_detail, name="pack"),
    path(f"{_M}<slug:audience>/file/", views.pack_download, name="download"),
    path("papers/", views.public_list, name="public"),
    path("papers/<uuid:key>/", views.public_download, name="public_download"),
]
