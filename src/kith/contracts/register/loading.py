"""Reading the register, every entry checked."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from kith.contracts.register.indicator import Break, Indicator, RegisterError
from kith.domain.vocabulary.figures import Kind, Polarity, Unit


if TYPE_CHECKING:
    from collections.abc import Mapping


_UNITS = {unit.value: unit for unit in Unit}
_KINDS = {kind.name.lower(): kind for kind in Kind}
_POLARITIES = {polarity.value: polarity for polarity in Polarity}


def shipped() -> dict[str, Indicator]:
    """The register that ships with Kith, by code, in its order."""
    text = files("kith.contracts.register").joinpath("indicators.toml")
    return read(text.read_text("utf-8"))


def read(text: str) -> dict[str, Indicator]:
    """The indicators of a register in TOML.

    Raises:
        RegisterError: an entry is not a definition, or a code stands twice.
    """
    found: dict[str, Indicator] = {}
    for entry in _entries(text):
        indicator = _indicator(entry)
        if indicator.code in found:
            raise RegisterError(f"{indicator.code} stands twice in the register")
        found[indicator.code] = indicator
    return found


def _entries(text: str) -> list[Mapping[str, Any]]:
    try:
        words = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise RegisterError(f"it is not TOML: {fault}") from None
    entries = words.get("indicator", [])
    if isinstance(entries, list) and all(isinstance(one, dict) for one in entries):
        return entries
    raise RegisterError("its entries are [[indicator]] tables")


def _breaks(code: str, told: object) -> tuple[Break, ...]:
    try:
        return tuple(Break(**one) for one in told)  # type: ignore[attr-defined] # TOML
    except TypeError:
        raise RegisterError(f"{code}: a break has a day 'on' and a 'because'") from None


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
    values["breaks"] = _breaks(str(code), values.get("breaks", ()))
    try:
        return Indicator(**values)
    except TypeError as error:
        fields = str(error).partition("__init__() ")[2]
        raise RegisterError(f"{code}: {fields}") from None
