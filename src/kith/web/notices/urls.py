"""Addresses of notices and of the background work."""

from __future__ import annotations

from django.urls import path

from kith.web.notices import views


app_name = "notices"
urlpatterns = [
    path("notices/", views.notice_list, name="list"),
    path("notices/how-often/", views.notice_choose, name="choose"),
    path("tasks/", views.task_list, name="tasks"),
    path("tasks/again/", views.task_again, name="again"),
]
