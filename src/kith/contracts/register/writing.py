"""A site's register as the text that the engine reads back."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from kith.domain.vocabulary.figures import Kind
from kith.domain.vocabulary.toml_text import toml_text


if TYPE_CHECKING:
    from collections.abc import Iterable

    from kith.contracts.register.indicator import Indicator


SITE_REGISTER = Path("register", "indicators.toml")
"""Where a site's own register stands under its home."""

_HEAD = "# Written by Kith from the site's register of indicators; do not edit.\n"


def register_to_toml(indicators: Iterable[Indicator]) -> str:
    """The register's text: equal registers give equal bytes."""
    ordered = sorted(indicators, key=lambda one: one.code)
    return _HEAD + "".join(map(_entry, ordered))


def _entry(indicator: Indicator) -> str:
    lines = ["\n[[indicator]]\n"]
    for field in fields(indicator):
        value = getattr(indicator, field.name)
        if field.name != "breaks":
            lines.append(f"{field.name} = {_toml(value)}\n")
    lines += [
        f"\n[[indicator.breaks]]\non = {_toml(one.on)}\n"
        f"because = {_toml(one.because)}\n"
        for one in indicator.breaks
    ]
    return "".join(lines)


def _toml(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case int():
            return str(value)
        case Kind():
            return toml_text(value.name.lower())
        case Enum():
            return toml_text(str(value.value))
        case _:
            return toml_text(str(value))
