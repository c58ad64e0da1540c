"""What an action serves in the rooms above, as far as a viewer may see it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol


if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from kith.web.access.viewer import Viewer


@dataclass(frozen=True)
class Served:
    """A priority that an action serves: its words, and its page."""

    words: str
    url: str


class ServedBy(Protocol):
    """What this viewer may see of what an action serves."""

    def __call__(self, viewer: Viewer, *, action: UUID) -> Sequence[Served]: ...


def _not_known(viewer: Viewer, *, action: UUID) -> Sequence[Served]:  # noqa: ARG001 - a protocol
    return ()


@dataclass
class ServedSource:
    """Filled by `site`: priorities stand above actions."""

    of: ServedBy = field(default=_not_known)


SERVED = ServedSource()
