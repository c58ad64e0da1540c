"""Writes of bodies: opened, changed, linked, closed; the rotation of the chair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.text import slugify

from kith.domain.rules.states.task_and_finish import TASK_AND_FINISH, GroupState
from kith.web.access.refusals import locked, refuse_if
from kith.web.access.writing import writing
from kith.web.bodies import policies
from kith.web.bodies.models import (
    Body,
    BodyKind,
    BodyLink,
    BodyStep,
    Rotation,
    RotationPlace,
)


if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.organisations.models import Area, Organisation


@dataclass(frozen=True)
class QuorumTerms:
    """Who must be there; every rule that is set must hold."""

    all_sectors: bool = False
    number: int | None = None
    chair: bool = False


@dataclass(frozen=True)
class Cadence:
    """How often it meets: every so many weeks or months, on a weekday (Monday is 0)."""

    every: int
    unit: str
    weekday: int | None = None


@dataclass(frozen=True)
class BodyDetails:
    """What a body is, and where in the structure."""

    name: str
    kind: str
    areas: Sequence[Area]
    purpose: str = ""
    parent: Body | None = None
    quorum: QuorumTerms = QuorumTerms()
    cadence: Cadence | None = None
    opened_on: date | None = None
    code: str = ""


def open_body(*, viewer: Viewer, at: datetime, details: BodyDetails) -> Body:
    """The body is open; a task-and-finish group is commissioned by its parent."""
    with writing(viewer=viewer, at=at, verb="bodies.opened") as event:
        codes = [area.code for area in details.areas]
        parent = details.parent.pk if details.parent else None
        refuse_if(policies.why_not_open(viewer, codes, parent))
        limited = details.kind == BodyKind.TASK_AND_FINISH
        if limited and parent is None:
            refuse_if("A task-and-finish group is commissioned by a group above it.")
        body = Body(
            code=details.code or _free_code(details.name),
            opened_on=details.opened_on or at.date(),
            state=GroupState.COMMISSIONED if limited else GroupState.ACTIVE,
        )
        _write(body, details)
        _step(body, "commission" if limited else "open", viewer, at)
        event.about(body, body=body.pk, kind=details.kind, areas=codes)
    return body


def edit_body(*, viewer: Viewer, at: datetime, key: UUID, details: BodyDetails) -> Body:
    """Name, kind, place, purpose, quorum and cadence are as said."""
    with writing(viewer=viewer, at=at, verb="bodies.edited") as event:
        body = locked(Body.objects.visible_to(viewer), key)
        refuse_if(policies.why_not_edit(viewer, body))
        if details.parent is not None and _would_circle(body, details.parent):
            refuse_if("A group cannot report to itself, or to one below it.")
        _write(body, details)
        _step(body, "edit", viewer, at)
        event.about(body, body=body.pk, kind=details.kind)
    return body


def start_group(*, viewer: Viewer, at: datetime, key: UUID) -> Body:
    """The task-and-finish group has begun its work."""
    return _moved(viewer, at, key, "start", "")


def report_group(*, viewer: Viewer, at: datetime, key: UUID, words: str) -> Body:
    """The group has made its final report, for its parent to close it."""
    return _moved(viewer, at, key, "report", words)


def send_back_group(*, viewer: Viewer, at: datetime, key: UUID, words: str) -> Body:
    """The parent asks for more: the group is active again."""
    return _moved(viewer, at, key, "send_back", words)


def close_body(
    *, viewer: Viewer, at: datetime, key: UUID, on: date, reason: str
) -> Body:
    """The body is closed on the day, for the reason. Its seats stay for its record.

    Raises:
        RefusedError: it is closed, has groups below it, or the day is wrong.
    """
    with writing(viewer=viewer, at=at, verb="bodies.closed") as event:
        body = locked(Body.objects.visible_to(viewer), key)
        refuse_if(policies.why_not_close(viewer, body))
        refuse_if("" if reason.strip() else "Say why it is closed.")
        if on < body.opened_on:
            refuse_if("It cannot close before it opened.")
        if body.children.filter(closed_on__isnull=True).exists():
            refuse_if("Groups that report to it are open; close or move them first.")
        body.closed_on, body.closed_because = on, reason
        body.state = TASK_AND_FINISH.move("close").target
        body.save()
        _step(body, "close", viewer, at, reason)
        event.about(body, body=body.pk, on=on.isoformat())
    return body


def link_body(
    *,
    viewer: Viewer,
    at: datetime,
    key: UUID,
    name: str,
    how: str = "",
    to: Body | None = None,
) -> BodyLink:
    """The body works sideways with another board, in the partnership or outside."""
    with writing(viewer=viewer, at=at, verb="bodies.linked") as event:
        body = locked(Body.objects.visible_to(viewer), key)
        refuse_if(policies.why_not_edit(viewer, body))
        if body.links.filter(name=name).exists():
            refuse_if("This link is there already.")
        link = BodyLink.objects.create(body=body, to=to, name=name, how=how)
        _step(body, "link", viewer, at, name)
        event.about(body, body=body.pk)
    return link


def plan_rotation(
    *,
    viewer: Viewer,
    at: datetime,
    key: UUID,
    order: Sequence[Organisation],
    term_months: int,
    first_from: date,
) -> Rotation:
    """The chair goes round these partners in this order, so many months each."""
    with writing(viewer=viewer, at=at, verb="bodies.rotation_planned") as event:
        body = locked(Body.objects.visible_to(viewer), key)
        refuse_if(policies.why_not_edit(viewer, body))
        refuse_if("" if order else "Say in which order the partners chair.")
        plan, _ = Rotation.objects.update_or_create(
            body=body,
            defaults={"term_months": term_months, "first_from": first_from},
        )
        plan.places.all().delete()
        RotationPlace.objects.bulk_create(
            RotationPlace(rotation=plan, place=place, organisation=one)
            for place, one in enumerate(order)
        )
        _step(body, "plan_rotation", viewer, at)
        event.about(body, body=body.pk, months=term_months)
    return plan


def _moved(viewer: Viewer, at: datetime, key: UUID, move: str, words: str) -> Body:
    verbs = {"start": "started", "report": "reported", "send_back": "sent_back"}
    with writing(viewer=viewer, at=at, verb=f"bodies.{verbs[move]}") as event:
        body = locked(Body.objects.visible_to(viewer), key)
        if move == "start":
            refuse_if(policies.why_not_start(viewer, body))
        elif move == "report":
            refuse_if(policies.why_not_report(viewer, body))
        else:
            refuse_if(policies.why_not_send_back(viewer, body))
        body.state = TASK_AND_FINISH.move(move).target
        body.save(update_fields=["state"])
        _step(body, move, viewer, at, words)
        event.about(body, body=body.pk)
    return body


def _write(body: Body, details: BodyDetails) -> None:
    body.name, body.kind = details.name, details.kind
    body.purpose, body.parent = details.purpose, details.parent
    body.quorum_all_sectors = details.quorum.all_sectors
    body.quorum_number = details.quorum.number
    body.quorum_chair = details.quorum.chair
    rhythm = details.cadence
    body.cadence_every = rhythm.every if rhythm else None
    body.cadence_unit = rhythm.unit if rhythm else ""
    body.cadence_weekday = rhythm.weekday if rhythm else None
    body.save()
    body.areas.set(details.areas)


def _would_circle(body: Body, parent: Body) -> bool:
    above: Body | None = parent
    while above is not None:
        if above.pk == body.pk:
            return True
        above = above.parent
    return False


def _free_code(name: str) -> str:
    stem = slugify(name)[:50] or "group"
    taken = set(
        Body.objects.filter(code__startswith=stem).values_list("code", flat=True)
    )
    code, number = stem, 1
    while code in taken:
        number += 1
        code = f"{stem}-{number}"
    return code


def _step(body: Body, move: str, viewer: Viewer, at: datetime, words: str = "") -> None:
    BodyStep.objects.create(
        body=body, move=move, words=words, taken_by_id=viewer.who, taken_at=at
    )
