"""What is asked of the API, as values that forms make and actions take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict


if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from kith.domain.vocabulary.figures import Figure
    from kith.web.organisations.models import Organisation


class Shape(BaseModel):
    """What is sent and answered as JSON. A fault of it never prints a value."""

    model_config = ConfigDict(hide_input_in_errors=True)


class Strict(Shape):
    """A shape in which a name that nobody asks for is refused, not passed over."""

    model_config = ConfigDict(hide_input_in_errors=True, extra="forbid")


class ProblemError(Exception):
    """An answer that is no success: what is wrong, where, and what to do.

    None of the three holds a value that was sent.
    """

    def __init__(self, status: int, what: str, do: str, where: str = "") -> None:
        super().__init__(what)
        self.status, self.what, self.where, self.do = status, what, where, do


@dataclass(frozen=True)
class WantedToken:
    """A token to issue; ``key`` is drawn with the form, so that sending it twice issues
    one."""

    key: UUID
    organisation: Organisation
    name: str
    feeds: tuple[str, ...]
    may_read: bool
    may_send: bool
    days: int


@dataclass(frozen=True)
class Counted:
    """A count that a program sends; of a part, with its breakdown."""

    measure: str
    numerator: int | None
    denominator: int | None
    breakdown: Mapping[str, str]


@dataclass(frozen=True)
class FiguresAsked:
    """Which published figures of one area; empty means all, and the first area."""

    measures: tuple[str, ...] = ()
    area: str | None = None
    by: str = ""
    first: date | None = None
    last: date | None = None

    def takes(self, figure: Figure) -> bool:
        """Whether the figure lies within the days asked for."""
        return (self.first is None or figure.period.first >= self.first) and (
            self.last is None or figure.period.last <= self.last
        )
