"""Paths of the annual report."""

from __future__ import annotations

from django.urls import path

from kith.web.reports import views


app_name = "reports"
urlpatterns = [
    path("annual-report/", views.annual_report, name="annual_report"),
    path("annual-report.pdf", views.annual_report_pdf, name="annual_report_pdf"),
    path("annual-report.docx", views.annual_report_docx, name="annual_report_docx"),
]
