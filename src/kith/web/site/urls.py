"""Every address of the site. A new one must be named in `access.table`."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from kith.web.access.urls import SIGN_IN
from kith.web.site import views


handler400 = "kith.web.site.views.bad_request"
handler403 = "kith.web.site.views.forbidden"
handler404 = "kith.web.site.views.not_found"
handler500 = "kith.web.site.views.fault"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("kith.web.public.urls")),
    path("", include("kith.web.reports.urls")),
    path("", include("kith.web.scorecards.urls")),
    path("", include("kith.web.access.urls")),
    path("", include("kith.web.access.trail.urls")),
    path("", include("kith.web.access.conflicts.urls")),
    path("", include("kith.web.access.emergencies.urls")),
    path("", include("kith.web.access.delegations.urls")),
    path("", include("kith.web.access.matrix.urls")),
    path("account/", include(SIGN_IN)),
    path("", include("kith.web.approvals.urls")),
    path("", include("kith.web.organisations.urls")),
    path("", include("kith.web.bodies.urls")),
    path("", include("kith.web.actions.urls")),
    path("", include("kith.web.arrivals.urls")),
    path("", include("kith.web.priorities.urls")),
    path("", include("kith.web.budgets.urls")),
    path("", include("kith.web.challenges.urls")),
    path("", include("kith.web.agreements.urls")),
    path("", include("kith.web.returns.urls")),
    path("", include("kith.web.api.urls")),
    path("", include("kith.web.benchmarks.urls")),
    path("", include("kith.web.indicators.urls")),
    path("", include("kith.web.releases.urls")),
    path("", include("kith.web.explorations.urls")),
    path("", include("kith.web.documents.urls")),
    path("", include("kith.web.groups.urls")),
    path("", include("kith.web.groups.packs.urls")),
    path("", include("kith.web.groups.calendars.urls")),
    path("", include("kith.web.groups.word.urls")),
    path("", include("kith.web.risks.urls")),
    path("", include("kith.web.home.urls")),
    path("", include("kith.web.search.urls")),
    path("", include("kith.web.notices.urls")),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("favicon.ico", views.favicon, name="favicon"),
]
