"""Listens to the sign-in libraries once they are there."""

from __future__ import annotations

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Who may see and do what."""

    name = "kith.web.access"

    def ready(self) -> None:
        """The audit trail hears of every sign-in; the example's doors are checked."""
        from kith.web.access import checks, signed  # noqa: PLC0415 - models are ready only now

        del checks, signed
