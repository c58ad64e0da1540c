"""Meeting dates: each row with a day ahead becomes a planned meeting of the body."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from kith.domain.vocabulary.moments import LONDON, london_day
from kith.domain.vocabulary.periods import say_day
from kith.web.arrivals.kinds.kind import Planned, Written, cannot, left_out
from kith.web.arrivals.models import Outcome
from kith.web.groups.actions import cancel_meeting, plan_meeting
from kith.web.groups.models import Meeting
from kith.web.groups.queries.meetings import visible_meetings
from kith.web.groups.values import Sitting
from kith.web.sheets.cells import day_of, time_of
from kith.web.sheets.matching import Field


if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from django.db.models import Model

    from kith.web.access.viewer import Viewer
    from kith.web.arrivals.kinds.kind import Row, Setting
    from kith.web.bodies.models import Body


USUAL_START = time(10)
USUAL_LENGTH = timedelta(hours=2)
TAKEN_BACK = "Brought in with a spreadsheet, and the whole of it taken back."
FIELDS = (
    Field(
        "day",
        "Which day",
        ("date", "meeting date", "day", "when"),
        is_needed=True,
        looks=lambda value: day_of(value) is not None,
    ),
    Field("starts", "From what time", ("time", "start", "start time", "from")),
    Field("ends", "Until what time", ("end", "end time", "finish", "to", "until")),
    Field("place", "Where", ("venue", "place", "location", "room", "where")),
)


class MeetingDates:
    """What a list of meeting dates holds."""

    fields = FIELDS
    person_fields = ()
    organisation_fields = ()
    noun = "groups"

    def existing(self, viewer: Viewer, body: Body) -> Mapping[str, Model]:
        """The body's meetings by their day."""
        rows = visible_meetings(viewer).filter(body=body)
        return {london_day(one.starts).isoformat(): one for one in rows}

    def likeness(self, row: Row, setting: Setting) -> str:  # noqa: ARG002 - a protocol
        """Its day."""
        day = day_of(row["day"])
        return day.isoformat() if day else ""

    def planned(self, row: Row, setting: Setting, found: Model | None) -> Planned:
        """A new meeting, one that is there, or why not."""
        day = day_of(row["day"])
        if day is None:
            return cannot(row, row["day"], "That is no day.")
        title = say_day(day)
        if isinstance(found, Meeting):
            return Planned(
                row, Outcome.SAME, title, "The meeting is there.", record=found.pk
            )
        if day < setting.today:
            return left_out(
                row, title, "It is past: add its minutes as a document instead."
            )
        starts = datetime.combine(
            day, time_of(row["starts"]) or USUAL_START, tzinfo=LONDON
        )
        until = time_of(row["ends"])
        ends = datetime.combine(day, until, tzinfo=LONDON) if until else None
        if ends is None or ends <= starts:
            ends = starts + USUAL_LENGTH
        sitting = Sitting(starts, ends, row["place"][:300])
        remark = f"{starts:%H:%M} to {ends:%H:%M} {row['place']}".strip()
        return Planned(row, Outcome.NEW, title, remark, make=sitting)

    def written(
        self, viewer: Viewer, at: datetime, plan: Planned, setting: Setting
    ) -> Written:
        """Plan the meeting."""
        assert isinstance(plan.make, Sitting)
        meeting = plan_meeting(
            viewer=viewer, at=at, body=setting.body, sitting=plan.make
        )
        return Written(meeting, self.noun)

    def stood(self, record: Model) -> str:
        """Its state and time."""
        assert isinstance(record, Meeting)
        record.refresh_from_db()
        return f"{record.state} {record.starts.isoformat()} {record.place}"[:200]

    def record(self, viewer: Viewer, key: UUID) -> Model | None:
        """The meeting."""
        return visible_meetings(viewer).filter(pk=key).first()

    def undo(
        self,
        viewer: Viewer,
        at: datetime,
        record: Model,
        before: Mapping[str, str],  # noqa: ARG002 - nothing of a meeting is changed
    ) -> None:
        """Cancel it."""
        cancel_meeting(viewer=viewer, at=at, key=record.pk, reason=TAKEN_BACK)


MEETING_DATES = MeetingDates()
