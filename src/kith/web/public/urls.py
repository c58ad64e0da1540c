"""Paths of the public pages."""

from __future__ import annotations

from django.urls import path

from kith.web.public import views


app_name = "public"
urlpatterns = [
    path("", views.home, name="home"),
    path("worried/", views.worried, name="worried"),
    path("worried/print/", views.worried_print, name="worried_print"),
    path("about/", views.about, name="about"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
    path("cookies/", views.cookies, name="cookies"),
    path("glossary/", views.glossary, name="glossary"),
    path("structure/", views.structure, name="structure"),
]
