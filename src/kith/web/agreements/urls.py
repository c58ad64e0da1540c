"""Paths of sharing."""

from __future__ import annotations

from django.urls import path

from kith.web.agreements import views


app_name = "agreements"
urlpatterns = [
    path("register-of-flows/", views.register, name="register"),
    path("agreements/", views.agreement_list, name="list"),
    path("agreements/new/", views.agreement_new, name="new"),
    path("agreements/override/", views.override_new, name="override"),
    path("agreements/not-shared/", views.withheld_list, name="withheld"),
    path("agreements/not-shared/new/", views.withheld_new, name="withheld_new"),
    path("agreements/<uuid:key>/", views.agreement_detail, name="detail"),
    path("agreements/<uuid:key>/change/", views.agreement_change, name="change"),
    path("agreements/<uuid:key>/agree/", views.agreement_agree, name="agree"),
    path("agreements/<uuid:key>/review/", views.agreement_review, name="review"),
    path("agreements/<uuid:key>/renew/", views.agreement_renew, name="renew"),
    path("agreements/<uuid:key>/end/", views.agreement_end, name="end"),
]
