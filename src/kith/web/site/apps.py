"""Wires the nouns together, once, when the site starts."""

from __future__ import annotations

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """The highest room: the only one that knows every noun."""

    name = "kith.web.site"

    def ready(self) -> None:
        """Register what every noun tells the rest."""
        from kith.web.site import nouns  # noqa: PLC0415 - models are ready only now

        nouns.register_all()
