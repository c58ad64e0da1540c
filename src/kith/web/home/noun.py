"""What every noun tells the rest of the site, in one typed registration.

Home, search, handover and the digest ask each noun through this value; `site` gathers
them. A noun that has nothing to say leaves the field out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol


if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime
    from uuid import UUID

    from django.db.models import Model, QuerySet

    from kith.web.access.viewer import Viewer


@dataclass(frozen=True)
class Need:
    """One thing that needs this viewer, and why it does; it goes when it is done.

    ``what`` is fit for the page, never for an e-mail. ``url`` is where to do it.
    ``area`` and ``body`` are said in words.
    """

    noun: str
    what: str
    why: str
    url: str
    due: date | None = None
    area: str = ""
    body: str = ""


@dataclass(frozen=True)
class Holding:
    """Something open, promised or pending that goes with a seat or a person."""

    noun: str
    kind: str
    what: str
    url: str
    due: date | None = None
    key: UUID | None = None


@dataclass(frozen=True)
class Upcoming:
    """A meeting that the viewer will sit in; home shows the next few at its side."""

    noun: str
    what: str
    at: datetime
    url: str
    where: str = ""
    body: str = ""


@dataclass(frozen=True)
class RunningClock:
    """A deadline that runs whoever must act, and whom it concerns reads it at the side."""

    noun: str
    what: str
    due: date
    url: str
    source: str = ""


@dataclass(frozen=True)
class SearchText:
    """A record as search knows it; all of it may be read by whoever may see it."""

    title: str
    words: str
    url: str
    kind: str


class Needs(Protocol):
    """What needs the viewer on a day."""

    def __call__(self, viewer: Viewer, *, today: date) -> Iterable[Need]: ...


class Holdings(Protocol):
    """What a person holds open in a body (in all bodies where none is said)."""

    def __call__(
        self, viewer: Viewer, *, person: UUID, body: UUID | None, today: date
    ) -> Iterable[Holding]: ...


class Meetings(Protocol):
    """The meetings that lie before the viewer, the next one first."""

    def __call__(self, viewer: Viewer, *, at: datetime) -> Iterable[Upcoming]: ...


class Clocks(Protocol):
    """The clocks that run, as far as the viewer may see them."""

    def __call__(self, viewer: Viewer, *, today: date) -> Iterable[RunningClock]: ...


class Searching(Protocol):
    """A model that can be searched: what is visible, and how each row reads."""

    def visible(self, viewer: Viewer) -> QuerySet[Model]:
        """The rows that the viewer may see: the only ones that can be found."""

    def text_of(self, record: Model) -> SearchText | None:
        """The row as search knows it; None where it is not to be found at all."""


@dataclass(frozen=True)
class Noun:
    """One noun of the platform, as the rest of the site knows it."""

    name: str
    needs: Needs | None = None
    holdings: Holdings | None = None
    searching: tuple[tuple[type[Model], Searching], ...] = ()
    meetings: Meetings | None = None
    clocks: Clocks | None = None


_NOUNS: list[Noun] = []


def register(*nouns: Noun) -> None:
    """Make the nouns known; called once, when the site starts."""
    known = {one.name for one in _NOUNS}
    _NOUNS.extend(one for one in nouns if one.name not in known)


def nouns() -> tuple[Noun, ...]:
    """Every registered noun, in the order of registration."""
    return tuple(_NOUNS)
