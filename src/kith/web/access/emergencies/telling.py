"""Whom to tell that a record was opened in an emergency: the rooms above know how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from uuid import UUID

    from kith.web.access.records import RecordPlace


@dataclass(frozen=True)
class Opened:
    """A glass that was broken. ``owner`` is whom to tell; without one, whoever reviews."""

    glass: UUID
    place: RecordPlace
    by: UUID
    by_name: str
    owner: UUID | None
    at: datetime
    until: datetime


TELLERS: list[Callable[[Opened], None]] = []
"""Called in the same transaction as the opening. Filled by `site` when it starts."""


def tell(opened: Opened) -> None:
    """Tell everybody who is to know."""
    for teller in TELLERS:
        teller(opened)
