"""Indicators."""

from __future__ import annotations

from kith.web.access.doors.door import Door
from kith.web.access.permissions import Permission as P


DOORS = (
    Door("indicators:list", P.INDICATOR_SEE, "the register of indicators"),
    Door("indicators:new", P.INDICATOR_KEEP, "add an indicator"),
    Door("indicators:detail", P.INDICATOR_SEE, "one indicator, and how it changed"),
    Door("indicators:change", P.INDICATOR_KEEP, "say an indicator anew"),
)
