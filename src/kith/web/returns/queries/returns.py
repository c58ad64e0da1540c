"""Returns: one, the list, the wall, and what waits for whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import Q

from kith.domain.rules.return_calendar import Reminded, reminded_on
from kith.domain.rules.states.returns import TO_SEND, ReturnState
from kith.domain.vocabulary.moments import london_day
from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import one_or_404
from kith.web.agreements.queries import basis_of, sharing_of
from kith.web.bodies.queries import spoken_for
from kith.web.returns.models import Return, SubmittedFile
from kith.web.returns.queries.duties import visible_duties


if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.domain.rules.sharing import Judgement
    from kith.web.access.viewer import Viewer
    from kith.web.returns.models import Duty, Returns, ReturnStep, Submission


SOON = timedelta(days=21)
"""How far ahead of its day a return may need its partner or lead: the calendar's reach."""
WALL_COLUMNS = 6
"""Periods side by side on the wall."""


@dataclass(frozen=True)
class Asked:
    """What somebody asks of the wall; empty means no matter."""

    area: str = ""
    feed: str = ""
    state: str = ""
    words: str = ""
    until: date | None = None


def visible_returns(viewer: Viewer) -> Returns:
    """Every return the viewer may see."""
    return Return.objects.visible_to(viewer).select_related(
        "duty__area", "duty__organisation", "duty__steward"
    )


def return_(viewer: Viewer, key: UUID) -> Return:
    """One return.

    Raises:
        Http404: not there, or not this viewer's.
    """
    return one_or_404(visible_returns(viewer), key)


def filtered(viewer: Viewer, asked: Asked, today: date) -> Returns:
    """The returns that are asked for, the newest period first."""
    rows = visible_returns(viewer)
    if asked.area:
        rows = rows.filter(duty__area=asked.area)
    if asked.feed:
        rows = rows.filter(duty__feed=asked.feed)
    if asked.state == "LATE":
        rows = rows.filter(state__in=TO_SEND, due_on__lt=today)
    elif asked.state:
        rows = rows.filter(state=asked.state)
    for word in asked.words.split():
        rows = rows.filter(duty__organisation__name__icontains=word)
    return rows.order_by(
        "-last_on", "duty__area__name", "duty__organisation__name", "duty__feed", "id"
    )


def wall_ends(viewer: Viewer, asked: Asked, today: date) -> tuple[list[date], bool]:
    """The ends of the periods that the wall shows, and whether there are earlier ones."""
    rows = filtered(viewer, asked, today)
    if asked.until:
        rows = rows.filter(last_on__lte=asked.until)
    ends = rows.order_by("-last_on").values_list("last_on", flat=True).distinct()
    found = list(ends[: WALL_COLUMNS + 1])
    return sorted(found[:WALL_COLUMNS]), len(found) > WALL_COLUMNS


def wall_duties(
    viewer: Viewer, asked: Asked, today: date, ends: Sequence[date]
) -> QuerySet[Duty]:
    """What was owed for these periods and is asked for: the wall's rows."""
    shown = filtered(viewer, asked, today).order_by().filter(last_on__in=ends)
    return visible_duties(viewer).filter(pk__in=shown.values("duty"))


def wall_cells(
    viewer: Viewer,
    asked: Asked,
    today: date,
    ends: Sequence[date],
    duties: Sequence[Duty],
) -> dict[UUID, dict[date, Return]]:
    """The return of each of these duties for each of these periods."""
    found: dict[UUID, dict[date, Return]] = {one.pk: {} for one in duties}
    shown = filtered(viewer, asked, today).filter(last_on__in=ends, duty__in=duties)
    for one in shown:
        found[one.duty_id][one.last_on] = one
    return found


def story(viewer: Viewer, of: Return) -> QuerySet[ReturnStep]:
    """The return's steps, oldest first."""
    shown = return_(viewer, of.pk)
    return shown.steps.select_related("taken_by").order_by("number", "id")


def submissions(viewer: Viewer, of: Return) -> QuerySet[Submission]:
    """What was prepared and sent for the return, the latest first."""
    shown = return_(viewer, of.pk)
    return (
        shown.submissions.select_related("prepared_by", "sent_by")
        .prefetch_related("files")
        .order_by("-number")
    )


def draft(viewer: Viewer, of: Return) -> Submission | None:
    """What is prepared and not sent yet; the agency's own matter."""
    shown = return_(viewer, of.pk)
    if shown.duty.organisation_id not in spoken_for(viewer):
        return None
    return shown.submissions.filter(sent_at__isnull=True).first()


def last_sent(viewer: Viewer, of: Return) -> Submission | None:
    """What was sent last."""
    return submissions(viewer, of).filter(sent_at__isnull=False).first()


def submitted_file(viewer: Viewer, key: UUID) -> SubmittedFile:
    """One file of a return this viewer may see.

    Raises:
        Http404: not there, or not this viewer's.
    """
    rows = SubmittedFile.objects.filter(
        submission__of__in=Return.objects.visible_to(viewer)
    ).select_related("submission__of__duty__area", "submission__of__duty__organisation")
    return one_or_404(rows, key)


def judgement(viewer: Viewer, of: Return, today: date) -> Judgement:
    """Whether the return may be taken in today, on an agreement or otherwise."""
    duty = of.duty
    return sharing_of(
        viewer, duty.feed, duty.organisation, duty.area_id, of.period, today
    )


def basis(viewer: Viewer, of: Return, sent: Submission | None, today: date) -> str:
    """What the return is shared under, in a line; empty where nothing holds.

    An agreement that lapsed while the return was checked was there when it was taken in,
    and one that has begun since serves as well; one that was ended serves no longer.
    """
    duty = of.duty
    place = (duty.feed, duty.organisation, duty.area_id, of.period)
    days = [london_day(sent.sent_at)] if sent and sent.sent_at else []
    held = (basis_of(viewer, *place, day) for day in (*days, today))
    return next(filter(None, held), "")


def waiting_for(viewer: Viewer) -> tuple[list[Return], list[Return], list[Return]]:
    """What waits to be checked, to be signed and to be locked by this viewer."""
    rows = visible_returns(viewer).order_by("due_on", "id")
    check = rows.filter(
        state=ReturnState.SUBMITTED, duty__area__in=viewer.areas(P.RETURN_CHECK)
    )
    sign = rows.filter(
        state=ReturnState.CHECKED,
        duty__area__in=viewer.areas(P.RETURN_SIGN),
        duty__organisation__in=spoken_for(viewer),
    )
    lock = rows.filter(
        state=ReturnState.SIGNED, duty__area__in=viewer.areas(P.RETURN_LOCK)
    )
    return list(check), list(sign), list(lock)


def to_be_reminded_of(viewer: Viewer, today: date) -> list[tuple[Return, Reminded]]:
    """Returns not sent of which this viewer is reminded today, and as whom.

    The steward first, then the agency's lead, then its safeguarding partner.
    """
    mine = spoken_for(viewer)
    owed = visible_returns(viewer).filter(
        Q(state__in=TO_SEND),
        due_on__lte=today + SOON,
        duty__organisation__in=mine,
    )
    found: list[tuple[Return, Reminded]] = []
    for one in owed.order_by("due_on", "id"):
        rung = reminded_on(today, one.due_on)
        if one.state != ReturnState.DUE and rung is Reminded.NOBODY:
            rung = Reminded.STEWARD
        as_whom = _as_whom(viewer, one, rung)
        if as_whom is not Reminded.NOBODY:
            found.append((one, as_whom))
    return found


def _as_whom(viewer: Viewer, one: Return, rung: Reminded) -> Reminded:
    area = one.duty.area_id
    if rung is Reminded.NOBODY:
        return rung
    named = one.duty.steward_id
    if viewer.may(P.RETURN_SEND, area=area) and named in (None, viewer.person):
        return Reminded.STEWARD
    if rung is not Reminded.STEWARD and viewer.may(P.RETURN_SIGN, area=area):
        return Reminded.LEAD
    if rung is Reminded.PARTNER and viewer.may(P.OVERRIDE_DECIDE, area=area):
        return Reminded.PARTNER
    return Reminded.NOBODY
