"""Search. What is found is only what each noun lets the viewer see."""

from __future__ import annotations

from kith.web.access.doors.door import Door, Who


DOORS = (Door("search:search", Who.SIGNED_IN, "look for words in what one may see"),)
