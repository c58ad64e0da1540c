"""The index of search is made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.audit.recording import recorded
from kith.web.search.indexing import index_all


if TYPE_CHECKING:
    from datetime import datetime

    from kith.domain.vocabulary.actors import Actor


def rebuild_index(*, actor: Actor, at: datetime) -> int:
    """Every record is found by what it says now; how many there are.

    The platform does this, or whoever runs its commands, so an actor and no viewer.
    """
    with recorded(actor=actor, at=at, verb="search.rebuilt") as event:
        count = index_all()
        event.about_several("search", (), found=count)
    return count
