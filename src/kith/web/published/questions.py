"""What stands beside a published figure: answers, corrections, editions taken back.

Releases stand above the published store and above scorecards, so `site` fills the source.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol


if TYPE_CHECKING:
    from datetime import date

    from kith.web.access.viewer import Viewer


@dataclass(frozen=True)
class AnsweredQuestion:
    """What was asked about a figure, and the answer; a correction puts it right."""

    words: str
    answer: str
    is_correction: bool
    on: date


@dataclass(frozen=True)
class Stone:
    """An edition that was taken back: when, and why."""

    ledger: str
    title: str
    on: date
    because: str


@dataclass(frozen=True)
class Standing:
    """All that stands beside one figure."""

    answers: tuple[AnsweredQuestion, ...] = ()
    stones: tuple[Stone, ...] = ()


class StandingOf(Protocol):
    """What stands beside a measure in an area, the latest first."""

    def __call__(self, viewer: Viewer, measure: str, area: str) -> Standing: ...


def _nothing(
    viewer: Viewer,  # noqa: ARG001 - the protocol
    measure: str,  # noqa: ARG001 - the protocol
    area: str,  # noqa: ARG001 - the protocol
) -> Standing:
    return Standing()


@dataclass
class StandingSource:
    """Filled once, when the site starts."""

    of: StandingOf = field(default=_nothing)


BESIDE = StandingSource()
