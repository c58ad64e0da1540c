"""Indicators."""

from __future__ import annotations

from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from tests.lib.world import Side, World


def suspensions(world: World, side: Side) -> tuple[object, ...]:
    """One that ships with Kith."""
    return ("suspensions",)


ARGUMENTS_OF = {
    "indicators:detail": suspensions,
    "indicators:change": suspensions,
}
_EVERYBODYS = "what is counted is defined once for every area"
OF_EVERY_AREA = {
    "indicators:detail": _EVERYBODYS,
    "indicators:change": _EVERYBODYS,
}
