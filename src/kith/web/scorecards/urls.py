"""Paths of the public scorecard, and of the scorecards of groups."""

from __future__ import annotations

from django.urls import path

from kith.web.scorecards import views


app_name = "scorecards"
_ONE = "scorecards/<uuid:key>/"
_CHART = f"{_ONE}charts/<slug:measure>"
urlpatterns = [
    path("scorecard/", views.scorecard, name="scorecard"),
    path("scorecard.csv", views.scorecard_download, name="scorecard_csv"),
    path(
        "scorecard.csv-metadata.json",
        views.scorecard_download_metadata,
        name="scorecard_csvw",
    ),
    path("scorecard/<slug:measure>/", views.figure, name="figure"),
    path("scorecard/<slug:measure>.csv", views.figure_download, name="figure_csv"),
    path(
        "scorecard/<slug:measure>.csv-metadata.json",
        views.figure_metadata,
        name="figure_csvw",
    ),
    path("scorecard/<slug:measure>.svg", views.trend_svg, name="trend_svg"),
    path("scorecard/<slug:measure>.png", views.trend_png, name="trend_png"),
    path("scorecard/<slug:measure>/areas/", views.areas, name="areas"),
    path("scorecard/<slug:measure>/groups/", views.groups, name="groups"),
    path("explore/", views.explore, name="explore"),
    path("scorecards/", views.scorecard_list, name="list"),
    path("scorecards/new/", views.scorecard_new, name="new"),
    path(_ONE, views.scorecard_detail, name="detail"),
    path(f"{_ONE}heading/", views.heading_page, name="heading"),
    path(f"{_ONE}questions/new/", views.question_new, name="question_new"),
    path(
        f"{_ONE}questions/<uuid:question>/",
        views.question_change,
        name="question_change",
    ),
    path(
        f"{_ONE}questions/<uuid:question>/remove/",
        views.question_remove,
        name="question_remove",
    ),
    path(f"{_ONE}measures/<uuid:measure>/up/", views.measure_up, name="up"),
    path(f"{_ONE}comment/", views.comment_page, name="comment"),
    path(f"{_ONE}ask/", views.ask_page, name="ask"),
    path(f"{_ONE}target/", views.target_page, name="target"),
    path(
        f"{_ONE}targets/<uuid:target>/remove/",
        views.target_remove,
        name="target_remove",
    ),
    path(f"{_ONE}comparators/", views.comparators_page, name="comparators"),
    path(f"{_ONE}annotate/", views.annotate_page, name="annotate"),
    path(
        f"{_ONE}changes/<uuid:change>/remove/",
        views.step_change_remove,
        name="annotation_remove",
    ),
    path(f"{_ONE}priorities/", views.priorities_page, name="priorities"),
    path(f"{_ONE}agree/", views.scorecard_agree, name="agree"),
    path(f"{_ONE}next/", views.scorecard_next, name="next"),
    path(f"{_ONE}scorecard.pdf", views.scorecard_pdf, name="pdf"),
    path(f"{_ONE}scorecard.docx", views.scorecard_docx, name="docx"),
    path(f"{_ONE}brief.pdf", views.brief_pdf, name="brief"),
    path(f"{_CHART}.svg", views.chart_svg, name="chart_svg"),
    path(f"{_CHART}.png", views.chart_png, name="chart_png"),
    path(f"{_CHART}.csv", views.chart_csv, name="chart_csv"),
]
