"""Reads of meetings and what a body does by habit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.meeting_dates import PAPERS_WORKING_DAYS
from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import one_or_404
from kith.web.bodies.models import Body, Seat
from kith.web.groups.models import Meeting, MeetingHabit, Meetings


if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.viewer import Viewer
    from kith.web.groups.models import MeetingStep


def visible_meetings(viewer: Viewer) -> Meetings:
    """Every meeting the viewer may see, with its body."""
    return Meeting.objects.visible_to(viewer).select_related("body")


def meeting(viewer: Viewer, key: UUID) -> Meeting:
    """One meeting.

    Raises:
        Http404: not there, or not this viewer's.
    """
    return one_or_404(visible_meetings(viewer), key)


def meetings_ahead(viewer: Viewer, *, at: datetime) -> Meetings:
    """What is still to come, the next first."""
    return (
        visible_meetings(viewer).ahead().filter(ends__gte=at).order_by("starts", "id")
    )


def own_meetings_ahead(viewer: Viewer, *, at: datetime) -> Meetings:
    """What is still to come of the bodies in which this person sits."""
    seats = Seat.objects.standing_on(at.date()).filter(person=viewer.person)
    return meetings_ahead(viewer, at=at).filter(body__in=seats.values("body"))


def next_begun(viewer: Viewer, after: Meeting, *, at: datetime) -> Meeting | None:
    """The first later meeting of the same body that had begun by then."""
    return _later(viewer, after).filter(starts__lte=at).first()


def later_meetings(viewer: Viewer, after: Meeting) -> Meetings:
    """The same body's later meetings whose minutes are not agreed, the next first."""
    return _later(viewer, after).exclude(state="MINUTES_AGREED")


def following(viewer: Viewer, after: Meeting) -> Meeting | None:
    """The same body's next meeting, begun or not."""
    return _later(viewer, after).first()


def preceding(viewer: Viewer, before: Meeting) -> Meeting | None:
    """The body's meeting before this one that took place."""
    return (
        visible_meetings(viewer)
        .taken_place()
        .filter(body=before.body_id, starts__lt=before.starts)
        .order_by("-starts", "-id")
        .first()
    )


def story(viewer: Viewer, of: Meeting) -> QuerySet[MeetingStep]:
    """The meeting's steps, oldest first."""
    shown = meeting(viewer, of.pk)
    return shown.steps.select_related("taken_by").order_by("taken_at", "id")


def bodies_to_plan(viewer: Viewer) -> QuerySet[Body]:
    """The open bodies whose meetings this viewer plans."""
    return _open_bodies(viewer, P.MEETING_PLAN)


def bodies_seen(viewer: Viewer) -> QuerySet[Body]:
    """The bodies whose meetings this viewer sees, closed ones too."""
    return Body.objects.filter(pk__in=viewer.bodies(P.MEETING_SEE)).order_by(
        "name", "id"
    )


def bodies_to_decide_in(viewer: Viewer) -> QuerySet[Body]:
    """The open bodies in which this viewer puts proposals to a vote."""
    return _open_bodies(viewer, P.DECISION_RECORD)


def body_seen(viewer: Viewer, key: UUID) -> Body:
    """A body whose meetings this viewer sees.

    Raises:
        Http404: not there, or not this viewer's.
    """
    return one_or_404(bodies_seen(viewer), key)


def papers_working_days(viewer: Viewer, body: UUID) -> int:
    """How many working days before a meeting this body wants its papers."""
    found = MeetingHabit.objects.filter(
        body=body, body__in=viewer.bodies(P.MEETING_SEE)
    ).first()
    return found.papers_working_days if found else PAPERS_WORKING_DAYS


def _later(viewer: Viewer, after: Meeting) -> Meetings:
    return (
        visible_meetings(viewer)
        .filter(body=after.body_id, starts__gt=after.starts)
        .exclude(state="CANCELLED")
        .order_by("starts", "id")
    )


def _open_bodies(viewer: Viewer, permission: P) -> QuerySet[Body]:
    return Body.objects.filter(
        pk__in=viewer.bodies(permission), closed_on__isnull=True
    ).order_by("name", "id")
