"""What was sent again with other figures, as the page of a published figure says it.

Returns stand above the published store, so they fill the source in `site`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol


if TYPE_CHECKING:
    from datetime import date

    from kith.domain.vocabulary.periods import Period
    from kith.web.access.viewer import Viewer


@dataclass(frozen=True)
class Restatement:
    """An agency sent another figure for some days than it had sent before.

    Neither value stands here: what may be printed of them is for disclosure to say.
    """

    agency: str
    days: Period
    on: date


class RestatedOf(Protocol):
    """The restatements of a measure in an area, the latest first."""

    def __call__(
        self, viewer: Viewer, measure: str, area: str
    ) -> tuple[Restatement, ...]: ...


def _none_known(
    viewer: Viewer,  # noqa: ARG001 - the protocol
    measure: str,  # noqa: ARG001 - the protocol
    area: str,  # noqa: ARG001 - the protocol
) -> tuple[Restatement, ...]:
    return ()


@dataclass
class RestatedSource:
    """Filled once, when the site starts."""

    of: RestatedOf = field(default=_none_known)


RESTATED = RestatedSource()
