"""The one template engine: Jinja2, strict, escaping everything."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.urls import reverse
from jinja2 import (
    ChainableUndefined,
    Environment,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
)

from kith.domain.vocabulary.moments import say_moment
from kith.domain.vocabulary.periods import say_day
from kith.web.ui import charts


if TYPE_CHECKING:
    from markupsafe import Markup


_PREFIX = "govuk_frontend_jinja"
"""The name under which the components' own templates look for each other."""


def environment(**options: Any) -> Environment:
    """Kith's templates, with the GOV.UK Design System's components at hand."""
    options.update(trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)
    made = Environment(**{**options, "autoescape": True})  # noqa: S701 - it is on
    made.globals.update(url=_url, built=built, component=component)
    made.filters.update(day=say_day, moment=say_moment, number=charts.number)
    return made


def component(name: str, params: dict[str, Any]) -> Markup:
    """A component of the GOV.UK Design System, by its name and the parameters of its
    documentation."""
    title = "".join(part.capitalize() for part in name.split("-"))
    module = (
        _components().get_template(f"{_PREFIX}/components/{name}/macro.html").module
    )
    drawn: Markup = getattr(module, f"govuk{title}")(params)
    return drawn


@lru_cache(maxsize=1)
def _components() -> Environment:
    # Its templates count on a parameter that is not given being empty; ours never do.
    return Environment(
        loader=PrefixLoader({_PREFIX: PackageLoader(_PREFIX)}),
        autoescape=True,
        undefined=ChainableUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


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
