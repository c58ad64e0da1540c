"""Every write of priorities: one transaction, one audit event each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.domain.rules.priority_progress import Progress, why_not_said
from kith.domain.rules.states.plans import PLAN
from kith.web.access.refusals import locked, refuse_if
from kith.web.access.writing import writing
from kith.web.priorities import policies
from kith.web.priorities.models import (
    Plan,
    Priority,
    PriorityAction,
    PriorityMeasure,
    PriorityNarrative,
    PriorityNote,
)
from kith.web.priorities.queries import visible_plans, visible_priorities


if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from kith.web.access.models import Person
    from kith.web.access.viewer import Viewer
    from kith.web.actions.models import Action
    from kith.web.bodies.models import Body
    from kith.web.organisations.models import Area, Organisation


@dataclass(frozen=True)
class Aim:
    """What a priority wants for children, and who leads it."""

    title: str
    outcome: str
    lead_organisation: Organisation
    lead: Person | None = None
    area: Area | None = None
    is_published: bool = False


@dataclass(frozen=True)
class Note:
    """How far a priority has come, in words; with the analysis where it is little."""

    progress: Progress
    words: str
    analysis: str = ""
    noted_on: date | None = None


@dataclass(frozen=True)
class Years:
    """What a plan is called, and from which day to which it holds."""

    title: str
    first_on: date
    last_on: date


def draft_plan(*, viewer: Viewer, at: datetime, body: Body, years: Years) -> Plan:
    """The body has a plan in draft, with no priorities yet.

    Raises:
        RefusedError: the plan ends before it begins, or this is not theirs.
    """
    with writing(viewer=viewer, at=at, verb="priorities.plan_drafted") as event:
        refuse_if(policies.why_not_draft(viewer, body.pk))
        if years.last_on <= years.first_on:
            refuse_if("The plan ends before it begins.")
        if Plan.objects.filter(body=body, title=years.title).exists():
            refuse_if("This group has a plan of that name.")
        plan = Plan.objects.create(
            body=body,
            title=years.title,
            first_on=years.first_on,
            last_on=years.last_on,
            drafted_by_id=viewer.who,
            drafted_at=at,
        )
        event.about(plan, body=body.pk)
    return plan


def agree_plan(*, viewer: Viewer, at: datetime, key: UUID) -> Plan:
    """The body has agreed the plan."""
    return _move_plan(viewer, at, key, "agree")


def end_plan(*, viewer: Viewer, at: datetime, key: UUID) -> Plan:
    """The plan is over; its priorities stand as they were."""
    return _move_plan(viewer, at, key, "end")


def add_priority(*, viewer: Viewer, at: datetime, plan: UUID, aim: Aim) -> Priority:
    """The plan has one priority more, the last in its order."""
    with writing(viewer=viewer, at=at, verb="priorities.added") as event:
        holder = locked(visible_plans(viewer), plan)
        refuse_if(policies.why_not_add(viewer, holder))
        priority = Priority.objects.create(
            plan=holder,
            number=holder.priorities.count() + 1,
            title=aim.title,
            outcome=aim.outcome,
            area=aim.area,
            lead_organisation=aim.lead_organisation,
            lead=aim.lead,
            is_published=aim.is_published,
            added_by_id=viewer.who,
            added_at=at,
        )
        event.about(priority, body=holder.body_id)
    return priority


def edit_priority(*, viewer: Viewer, at: datetime, key: UUID, aim: Aim) -> Priority:
    """The priority says something else; the trail names the fields that changed."""
    with writing(viewer=viewer, at=at, verb="priorities.edited") as event:
        priority = locked(visible_priorities(viewer), key)
        refuse_if(policies.why_not_edit(viewer, priority))
        changed = [name for name in _FIELDS if _differs(priority, aim, name)]
        for name in changed:
            setattr(priority, name, getattr(aim, name))
        if changed:
            priority.save(update_fields=changed)
        event.about(priority, body=priority.plan.body_id, fields=changed)
    return priority


def note_priority(*, viewer: Viewer, at: datetime, key: UUID, note: Note) -> Priority:
    """It is noted how far the priority has come, and that is what holds now.

    Raises:
        RefusedError: nothing was said, little progress without analysis, a day to
            come, or not theirs.
    """
    with writing(viewer=viewer, at=at, verb="priorities.progress_noted") as event:
        priority = locked(visible_priorities(viewer), key)
        refuse_if(policies.why_not_note(viewer, priority))
        refuse_if(why_not_said(note.progress, note.analysis))
        refuse_if("" if note.words.strip() else "Say how far it has come.")
        day = note.noted_on or at.date()
        refuse_if("The day has not come yet." if day > at.date() else "")
        PriorityNote.objects.create(
            priority=priority,
            number=priority.notes.count() + 1,
            noted_on=day,
            progress=note.progress,
            words=note.words.strip(),
            analysis=note.analysis.strip(),
            noted_by_id=viewer.who,
            noted_at=at,
        )
        later = priority.notes.filter(noted_on__gt=day).exists()
        if not later:
            priority.progress = note.progress
            priority.analysis = note.analysis.strip()
            priority.save(update_fields=["progress", "analysis"])
        event.about(priority, body=priority.plan.body_id, progress=str(note.progress))
    return priority


def write_narrative(
    *,
    viewer: Viewer,
    at: datetime,
    key: UUID,
    first_on: date,
    last_on: date,
    words: str,
) -> PriorityNarrative:
    """There is a text for a report on what the priority did in a period."""
    with writing(viewer=viewer, at=at, verb="priorities.narrative_written") as event:
        priority = locked(visible_priorities(viewer), key)
        refuse_if(policies.why_not_edit(viewer, priority))
        refuse_if("" if words.strip() else "Write what happened in the period.")
        refuse_if("The period ends before it begins." if last_on < first_on else "")
        written = PriorityNarrative.objects.create(
            priority=priority,
            number=priority.narratives.count() + 1,
            first_on=first_on,
            last_on=last_on,
            words=words.strip(),
            written_by_id=viewer.who,
            written_at=at,
        )
        event.about(priority, body=priority.plan.body_id)
    return written


def choose_measures(
    *, viewer: Viewer, at: datetime, key: UUID, measures: tuple[str, ...]
) -> Priority:
    """The priority is watched by these measures of the evidence, and no others."""
    with writing(viewer=viewer, at=at, verb="priorities.measures_chosen") as event:
        priority = locked(visible_priorities(viewer), key)
        refuse_if(policies.why_not_edit(viewer, priority))
        wanted = tuple(dict.fromkeys(measures))
        priority.measures.exclude(measure__in=wanted).delete()
        held = set(priority.measures.values_list("measure", flat=True))
        for code in wanted:
            if code not in held:
                PriorityMeasure.objects.create(priority=priority, measure=code)
        event.about(priority, body=priority.plan.body_id, measures=list(wanted))
    return priority


def link_action(
    *, viewer: Viewer, at: datetime, key: UUID, action: Action
) -> PriorityAction:
    """The action serves the priority; linking it twice changes nothing."""
    with writing(viewer=viewer, at=at, verb="priorities.action_linked") as event:
        priority = locked(visible_priorities(viewer), key)
        refuse_if(policies.why_not_edit(viewer, priority))
        link, _ = PriorityAction.objects.get_or_create(
            priority=priority,
            action=action,
            defaults={"linked_by_id": viewer.who, "linked_at": at},
        )
        event.about(priority, body=priority.plan.body_id, action=str(action.pk))
    return link


def unlink_action(*, viewer: Viewer, at: datetime, key: UUID, action: UUID) -> Priority:
    """The action does not serve the priority any more."""
    with writing(viewer=viewer, at=at, verb="priorities.action_unlinked") as event:
        priority = locked(visible_priorities(viewer), key)
        refuse_if(policies.why_not_edit(viewer, priority))
        priority.linked.filter(action=action).delete()
        event.about(priority, body=priority.plan.body_id, action=str(action))
    return priority


_FIELDS = ("title", "outcome", "lead_organisation", "lead", "area", "is_published")


def _differs(priority: Priority, aim: Aim, name: str) -> bool:
    return bool(getattr(priority, name) != getattr(aim, name))


def _move_plan(viewer: Viewer, at: datetime, key: UUID, move: str) -> Plan:
    with writing(viewer=viewer, at=at, verb=f"priorities.plan_{move}") as event:
        plan = locked(visible_plans(viewer), key)
        refuse_if(policies.why_not_move(viewer, plan, move))
        plan.state = PLAN.move(move).target
        plan.save(update_fields=["state"])
        event.about(plan, body=plan.body_id)
    return plan
