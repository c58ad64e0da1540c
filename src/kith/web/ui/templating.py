"""The one template engine: Jinja2, strict, escaping everything."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.urls import reverse
from jinja2 import (
    ChoiceLoader,
    Environment,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
)

from kith.domain.vocabulary.periods import say_day
from kith.web.ui import charts


def environment(**options: Any) -> Environment:
    """Kith's templates beside those of the GOV.UK Design System."""
    design_system = PrefixLoader(
        {"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")}
    )
    options["loader"] = ChoiceLoader([options["loader"], design_system])
    options.update(trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)
    made = Environment(**{**options, "autoescape": True})  # noqa: S701 - it is on
    made.globals.update(url=_url, built=built)
    made.filters.update(day=say_day, number=charts.number)
    return made


def built(name: str) -> str:
    """Where a built file is served: its name carries its content's mark."""
    return f"{settings.STATIC_URL}built/{built_files().get(name, name)}"


@lru_cache(maxsize=1)
def built_files() -> dict[str, str]:
    """The build's manifest; empty where nothing has been built yet."""
    path = settings.STATIC_ROOT / "built" / "manifest.json"
    try:
        found: dict[str, str] = json.loads(path.read_text("utf-8"))
    except OSError:
        return {}
    return found


def _url(name: str, *args: str) -> str:
    return reverse(name, args=args)
