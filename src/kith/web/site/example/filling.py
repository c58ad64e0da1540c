"""Brings the example's database: migrated, and filled by its timeline."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import django


if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def fill_database(folder: Path, released: Mapping[str, Any] | None = None) -> int:
    """An empty database holds the example partnership; returns how many steps it took.

    ``released``: the table of the edition that is out, as the ledger holds it.

    One transaction around all: either the whole past is there or none of it.
    """
    os.environ["DJANGO_SETTINGS_MODULE"] = "kith.web.site.settings.example"
    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 - after setup
    from django.db import transaction  # noqa: PLC0415 - after setup

    from kith.web.site.example.past import past_of  # noqa: PLC0415 - after setup

    call_command("migrate", verbosity=0)
    with transaction.atomic():
        timeline = past_of(folder, released or {})
        timeline.run()
    return timeline.taken
