"""Paths of Word files."""

from __future__ import annotations

from django.urls import path

from kith.web.groups.word import views


app_name = "word"
_M = "meetings/<uuid:key>/word/<slug:part>/"
urlpatterns = [
    path(f"{_M}file/", views.word_out, name="out"),
    path(_M, views.word_in, name="bring_in"),
    path(f"{_M}take/", views.word_take, name="take"),
]
