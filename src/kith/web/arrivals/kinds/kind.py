"""What every kind of spreadsheet has to say for itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Protocol

from kith.web.arrivals.models import Outcome


if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from uuid import UUID

    from django.db.models import Model

    from kith.web.access.models import Person
    from kith.web.access.viewer import Viewer
    from kith.web.bodies.models import Body
    from kith.web.organisations.models import Organisation
    from kith.web.sheets.matching import Field


LEAVE_OUT = "-"
"""The choice to leave out the rows of a name that nobody knows."""


MAKE = "+"
"""The choice to add an organisation that nobody knows."""


@dataclass(frozen=True)
class Row:
    """One row of the file by field, with its number as a spreadsheet shows it."""

    number: int
    values: Mapping[str, str]

    def __getitem__(self, code: str) -> str:
        return self.values.get(code, "")

    @property
    def fingerprint(self) -> str:
        """What tells the same row of a later file."""
        told = "\n".join(f"{code}={self[code]}" for code in sorted(self.values))
        return sha256(told.encode()).hexdigest()


@dataclass(frozen=True)
class Planned:
    """What a row would become: its outcome, why, and what is needed to do it."""

    row: Row
    outcome: Outcome
    title: str = ""
    remark: str = ""
    changes: tuple[tuple[str, str, str], ...] = ()
    record: UUID | None = None
    make: object = None


@dataclass(frozen=True)
class Setting:
    """What the rows are read against: the body, its people, the choices made."""

    body: Body
    today: date
    people: Mapping[UUID, Person]
    organisations: Mapping[UUID, Organisation]
    organisation_of: Mapping[UUID, Organisation]
    names: Mapping[str, UUID | None]
    places: Mapping[str, UUID | None]
    default_due: date | None = None
    bring_done: bool = False
    known: Mapping[str, UUID] = field(default_factory=dict)

    def person(self, words: str) -> Person | None:
        """Whom the words mean, as matched or as chosen."""
        key = self.names.get(words)
        return self.people.get(key) if key else None

    def organisation(self, words: str) -> Organisation | None:
        """Which organisation the words mean."""
        key = self.places.get(words)
        return self.organisations.get(key) if key else None


@dataclass(frozen=True)
class Written:
    """What a row became, and what the undo needs to know."""

    record: Model
    noun: str
    before: dict[str, str] = field(default_factory=dict)


class Kind(Protocol):
    """A kind of spreadsheet: its fields, and what its rows become."""

    @property
    def fields(self) -> tuple[Field, ...]:
        """What its columns may hold."""

    @property
    def person_fields(self) -> tuple[str, ...]:
        """Which fields name people."""

    @property
    def organisation_fields(self) -> tuple[str, ...]:
        """Which fields name organisations."""

    @property
    def noun(self) -> str:
        """The noun whose records its rows become."""

    def planned(self, row: Row, setting: Setting, found: Model | None) -> Planned:
        """What the row would become, beside the record that it seems to be."""

    def existing(self, viewer: Viewer, body: Body) -> Mapping[str, Model]:
        """The body's records of this kind, by what rows are compared with."""

    def likeness(self, row: Row, setting: Setting) -> str:
        """What this row is compared with."""

    def written(
        self, viewer: Viewer, at: datetime, plan: Planned, setting: Setting
    ) -> Written:
        """Do it, through the noun's own actions."""

    def stood(self, record: Model) -> str:
        """How the record stands, so that later work on it can be told."""

    def record(self, viewer: Viewer, key: UUID) -> Model | None:
        """The record, where the viewer may see it."""

    def undo(
        self,
        viewer: Viewer,
        at: datetime,
        record: Model,
        before: Mapping[str, str],
    ) -> None:
        """Take it back, through the noun's own actions."""


def left_out(row: Row, title: str, remark: str) -> Planned:
    """A row that is not brought in because nobody wants it."""
    return Planned(row, Outcome.LEFT_OUT, title, remark)


def cannot(row: Row, title: str, remark: str) -> Planned:
    """A row that cannot be brought in, with what to do about it."""
    return Planned(row, Outcome.CANNOT, title, remark)
