"""What agencies sent and nobody locked yet, as the page of a figure says it inside.

Provisional figures are shown as provisional, never hidden, to those who may see the
return; the public never sees them. Returns stand above the published store, so they
fill the source in `site`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol


if TYPE_CHECKING:
    from datetime import date

    from kith.domain.vocabulary.periods import Period
    from kith.web.access.viewer import Viewer


@dataclass(frozen=True)
class Provisional:
    """A figure as an agency sent it, and how far its return has come.

    ``numerator`` is None where the agency says that it has no value.
    """

    agency: str
    days: Period
    numerator: int | None
    denominator: int | None
    stands: str
    sent_on: date
    url: str


class ProvisionalOf(Protocol):
    """The provisional figures of a measure in an area, the latest days first."""

    def __call__(
        self, viewer: Viewer, measure: str, area: str
    ) -> tuple[Provisional, ...]: ...


def _none_known(
    viewer: Viewer,  # noqa: ARG001 - the protocol
    measure: str,  # noqa: ARG001 - the protocol
    area: str,  # noqa: ARG001 - the protocol
) -> tuple[Provisional, ...]:
    return ()


@dataclass
class ProvisionalSource:
    """Filled once, when the site starts."""

    of: ProvisionalOf = field(default=_none_known)


PROVISIONAL = ProvisionalSource()
