"""Who counts each indicator, as the register of this site says; filled by `site`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol


if TYPE_CHECKING:
    from collections.abc import Mapping

    from kith.web.access.viewer import Viewer


class OwnersOf(Protocol):
    """The agency that counts each indicator in force, by the indicator's code."""

    def __call__(self, viewer: Viewer) -> Mapping[str, str]: ...


def _unknown(viewer: Viewer) -> Mapping[str, str]:  # noqa: ARG001 - a protocol
    return {}


@dataclass
class Owners:
    """What the rooms below the register know of it."""

    of: OwnersOf = field(default=_unknown)


OWNERS = Owners()
