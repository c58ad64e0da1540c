"""Member lists: each row becomes a seat of the body, held or vacant.

Nobody gets a sign-in by a spreadsheet: somebody whom nobody knows is left as a vacant
seat, to be filled when they have been invited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.permissions import Permission as P
from kith.web.access.roles import ROLES, Role
from kith.web.arrivals.kinds.kind import Planned, Written, cannot
from kith.web.arrivals.models import Outcome
from kith.web.bodies.actions import SeatDetails, add_seat, end_seat
from kith.web.bodies.models import Seat
from kith.web.sheets.cells import day_of
from kith.web.sheets.matching import Field, plain


if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

    from django.db.models import Model

    from kith.web.access.viewer import Viewer
    from kith.web.arrivals.kinds.kind import Row, Setting
    from kith.web.bodies.models import Body


TAKEN_BACK = "Brought in with a spreadsheet, and the whole of it taken back."
FIELDS = (
    Field(
        "person",
        "Who sits there",
        ("name", "member", "full name", "person", "representative"),
        is_personal=True,
    ),
    Field(
        "organisation",
        "For which organisation",
        ("organisation", "agency", "organization", "partner", "representing"),
        is_needed=True,
    ),
    Field("role", "In which role", ("role", "seat", "position", "role on group")),
    Field("first", "From", ("from", "start", "start date", "since", "joined")),
)
_ROLES = (
    ("deputy chair", Role.GROUP_CHAIR, True),
    ("vice chair", Role.GROUP_CHAIR, True),
    ("chair", Role.GROUP_CHAIR, False),
    ("minute", Role.MINUTE_TAKER, False),
    ("clerk", Role.MINUTE_TAKER, False),
    ("lay", Role.LAY_MEMBER, False),
    ("", Role.MEMBER, False),
)


class MemberList:
    """What a member list holds."""

    fields = FIELDS
    person_fields = ("person",)
    organisation_fields = ("organisation",)
    noun = "bodies"

    def existing(self, viewer: Viewer, body: Body) -> Mapping[str, Model]:
        """The body's seats that have not ended, by person, organisation and role."""
        day = viewer.day
        rows = Seat.objects.filter(body=body, body__in=viewer.bodies(P.BODY_SEE))
        standing = rows.standing_on(day) if day else rows.filter(last_on__isnull=True)
        return {
            _told(one.person_id, one.organisation_id, one.role): one for one in standing
        }

    def likeness(self, row: Row, setting: Setting) -> str:
        """Person, organisation and role."""
        person = setting.person(row["person"])
        place = setting.organisation(row["organisation"])
        role, _ = _role(row["role"])
        return _told(person.pk if person else None, place.pk if place else None, role)

    def planned(self, row: Row, setting: Setting, found: Model | None) -> Planned:
        """A new seat, one that is there, or why not."""
        place = setting.organisation(row["organisation"])
        if place is None:
            said = f"Choose above what “{row['organisation']}” is."
            return cannot(row, row["organisation"], said)
        role, is_deputy = _role(row["role"])
        person = setting.person(row["person"])
        title = f"{ROLES[role].name} for {place.name}"
        if isinstance(found, Seat):
            return Planned(
                row, Outcome.SAME, title, "The seat is there.", record=found.pk
            )
        first_on = max(day_of(row["first"]) or setting.today, setting.body.opened_on)
        details = SeatDetails(
            role=role,
            first_on=first_on,
            organisation=place,
            person=person,
            is_deputy=is_deputy,
        )
        remark = person.name if person else "Vacant: fill it once they have a sign-in."
        return Planned(row, Outcome.NEW, title, remark, make=details)

    def written(
        self, viewer: Viewer, at: datetime, plan: Planned, setting: Setting
    ) -> Written:
        """Add the seat."""
        assert isinstance(plan.make, SeatDetails)
        seat = add_seat(viewer=viewer, at=at, body=setting.body, details=plan.make)
        return Written(seat, self.noun)

    def stood(self, record: Model) -> str:
        """Who holds it and until when."""
        assert isinstance(record, Seat)
        record.refresh_from_db()
        return f"{record.person_id} {record.last_on} {record.role}"

    def record(self, viewer: Viewer, key: UUID) -> Model | None:
        """The seat."""
        return Seat.objects.filter(pk=key, body__in=viewer.bodies(P.BODY_SEE)).first()

    def undo(
        self,
        viewer: Viewer,
        at: datetime,
        record: Model,
        before: Mapping[str, str],  # noqa: ARG002 - nothing of a seat is changed
    ) -> None:
        """End the seat on the day it began, or today."""
        assert isinstance(record, Seat)
        on = max(at.date(), record.first_on)
        end_seat(viewer=viewer, at=at, key=record.pk, on=on, reason=TAKEN_BACK)


def _role(words: str) -> tuple[Role, bool]:
    said = plain(words)
    return next((role, deputy) for name, role, deputy in _ROLES if name in said)


def _told(person: UUID | None, organisation: UUID | None, role: str) -> str:
    return f"{person} {organisation} {role}"


MEMBER_LIST = MemberList()
