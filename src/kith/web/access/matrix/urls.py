"""Paths of the access matrix."""

from __future__ import annotations

from django.urls import path

from kith.web.access.matrix import views


app_name = "matrix"
urlpatterns = [
    path("access-matrix/", views.matrix, name="page"),
    path("access-matrix.csv", views.matrix_csv, name="csv"),
]
