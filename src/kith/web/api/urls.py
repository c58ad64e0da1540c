"""Paths of the API and of the pages about it."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from kith.web.api.views import guide, tokens
from kith.web.api.views.router import api


_PAGES = (
    [
        path("", guide.guide, name="guide"),
        path("tokens/", tokens.token_list, name="tokens"),
        path("tokens/new/", tokens.token_new, name="token_new"),
        path("tokens/<uuid:key>/revoke/", tokens.token_revoke, name="token_revoke"),
    ],
    "api",
)
urlpatterns: list[URLPattern | URLResolver] = [
    path("api/", include(_PAGES)),
    path("api/v1/", api.urls),
]
