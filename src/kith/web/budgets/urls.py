"""Paths of budgets."""

from __future__ import annotations

from django.urls import path

from kith.web.budgets import views


app_name = "budgets"
_ONE = "budgets/<uuid:key>/"
urlpatterns = [
    path("budgets/", views.budget_list, name="list"),
    path("budgets/new/", views.budget_new, name="new"),
    path(_ONE, views.budget_detail, name="detail"),
    path(f"{_ONE}contribution/", views.budget_contribution, name="contribution"),
    path(f"{_ONE}heading/", views.budget_heading, name="heading"),
    path(f"{_ONE}spent/", views.budget_spent, name="spent"),
    path(f"{_ONE}value/", views.budget_value, name="value"),
    path(f"{_ONE}send/", views.budget_send, name="send"),
    path(f"{_ONE}take-back/", views.budget_take_back, name="take_back"),
]
