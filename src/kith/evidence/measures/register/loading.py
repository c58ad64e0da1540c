"""Reading the register, every entry checked."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from kith.domain.vocabulary.figures import Kind, Polarity, Unit
from kith.evidence.measures.register.indicator import Indicator, RegisterError


if TYPE_CHECKING:
    from collections.abc import Mapping


_UNITS = {unit.value: unit for unit in Unit}
_KINDS = {kind.name.lower(): kind for kind in Kind}
_POLARITIES = {polarity.value: polarity for polarity in Polarity}


def load() -> dict[str, Indicator]:
    """The register that ships with Kith."""
    text = files("kith.evidence.measures.register").joinpath("indicators.toml")
    return read(text.read_text("utf-8"))


def read(text: str) -> dict[str, Indicator]:
    """The indicators of a register in TOML.

    Raises:
        RegisterError: an entry is not a definition, or a code stands twice.
    """
    found: dict[str, Indicator] = {}
    for entry in tomllib.loads(text)["indicator"]:
        indicator = _indicator(entry)
        if indicator.code in found:
            raise RegisterError(f"{indicator.code} stands twice in the register")
        found[indicator.code] = indicator
    return found


def _indicator(entry: Mapping[str, Any]) -> Indicator:
    code = entry.get("code", "an entry without a code")
    words: dict[str, Mapping[str, Any]] = {
        "unit": _UNITS,
        "kind": _KINDS,
        "polarity": _POLARITIES,
    }
    values = dict(entry)
    for field, allowed in words.items():
        word = str(entry.get(field))
        if word not in allowed:
            raise RegisterError(f"{code}: {field} is one of {', '.join(allowed)}")
        values[field] = allowed[word]
    try:
        return Indicator(**values)
    except TypeError as error:
        fields = str(error).partition("__init__() ")[2]
        raise RegisterError(f"{code}: {fields}") from None
