"""Home."""

from __future__ import annotations

from kith.web.access.doors.door import Door, Who


DOORS: tuple[Door, ...] = (Door("home:home", Who.SIGNED_IN, "what needs this person"),)
