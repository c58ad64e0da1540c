"""Signing in, and one's own account."""

from __future__ import annotations

from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from kith.web.access.doors.door import Door


DOORS: tuple[Door, ...] = ()
