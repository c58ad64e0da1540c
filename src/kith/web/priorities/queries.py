"""Every read of plans and priorities. The viewer comes first, always."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.web.access.models import Person
from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import one_or_404
from kith.web.actions.queries import visible_actions
from kith.web.bodies.models import Body, Seat
from kith.web.organisations.models import Area, Organisation
from kith.web.priorities.models import (
    Plan,
    Plans,
    Priorities,
    Priority,
    PriorityNarrative,
    PriorityNote,
)


if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.domain.vocabulary.periods import Period
    from kith.web.access.viewer import Viewer
    from kith.web.actions.models import Action, Actions


@dataclass(frozen=True)
class ReportedPriority:
    """A priority as a report over a period prints it.

    ``note`` is how far it had come by the period's end; nothing where nobody said.
    """

    priority: Priority
    note: PriorityNote | None
    narrative: PriorityNarrative | None
    actions: int
    actions_closed: int


def visible_plans(viewer: Viewer) -> Plans:
    """Every plan the viewer may see."""
    return Plan.objects.visible_to(viewer).select_related("body")


def visible_priorities(viewer: Viewer) -> Priorities:
    """Every priority the viewer may see, with what a list shows of each."""
    return Priority.objects.visible_to(viewer).select_related(
        "plan__body", "lead_organisation", "lead", "area"
    )


def plan(viewer: Viewer, key: UUID) -> Plan:
    """One plan.

    Raises:
        Http404: not there, or not this viewer's.
    """
    return one_or_404(visible_plans(viewer), key)


def priority(viewer: Viewer, key: UUID) -> Priority:
    """One priority.

    Raises:
        Http404: not there, or not this viewer's.
    """
    return one_or_404(visible_priorities(viewer), key)


def plans_with_priorities(viewer: Viewer) -> list[tuple[Plan, list[Priority]]]:
    """Every plan, the latest first, with its priorities in their order."""
    plans = visible_plans(viewer).order_by("-first_on", "title", "id")
    held: dict[UUID, list[Priority]] = {one.pk: [] for one in plans}
    for one in visible_priorities(viewer).order_by("number", "id"):
        held.setdefault(one.plan_id, []).append(one)
    return [(one, held[one.pk]) for one in plans]


def notes(viewer: Viewer, of: Priority) -> QuerySet[PriorityNote]:
    """How far it had come, latest first."""
    found = PriorityNote.objects.filter(priority__in=_seen(viewer, of))
    return found.select_related("noted_by").order_by("-noted_on", "-number")


def narratives(viewer: Viewer, of: Priority) -> QuerySet[PriorityNarrative]:
    """What was written for reports, latest first."""
    found = PriorityNarrative.objects.filter(priority__in=_seen(viewer, of))
    return found.select_related("written_by").order_by("-last_on", "-number")


def measures(viewer: Viewer, of: Priority) -> list[str]:
    """The codes of the measures that watch it, in the order chosen."""
    seen = _seen(viewer, of).values_list("measures__measure", flat=True)
    return sorted(code for code in seen if code)


def linked_actions(viewer: Viewer, of: Priority) -> Actions:
    """The actions that serve it and that this viewer may see, most urgent first."""
    return (
        visible_actions(viewer)
        .filter(priorities__priority__in=_seen(viewer, of))
        .order_by("due_on", "id")
    )


def priorities_served(viewer: Viewer, *, action: UUID) -> Priorities:
    """The priorities that an action serves and that this viewer may see."""
    found = visible_priorities(viewer).filter(linked__action=action)
    return found.order_by("plan__first_on", "number", "id")


def linkable_actions(viewer: Viewer, of: Priority, words: str = "") -> list[Action]:
    """Open actions that do not serve it yet, to choose from."""
    rows = visible_actions(viewer).still_open().exclude(priorities__priority=of)
    for word in words[:100].split():
        rows = rows.filter(wording__icontains=word)
    return list(rows.order_by("due_on", "id")[:100])


def bodies_to_plan_for(viewer: Viewer) -> QuerySet[Body]:
    """The open bodies for which this viewer may draft a plan."""
    return Body.objects.filter(
        pk__in=viewer.bodies(P.PRIORITY_EDIT), closed_on__isnull=True
    ).order_by("name", "id")


def areas_of(viewer: Viewer, of: Plan) -> QuerySet[Area]:
    """The areas of the plan's body: a priority may be for one of them."""
    seen = Plan.objects.visible_to(viewer).filter(pk=of.pk)
    return Area.objects.filter(bodies__in=seen.values("body")).order_by("name")


def possible_lead_organisations(viewer: Viewer) -> QuerySet[Organisation]:
    """The organisations that sit where this viewer sees priorities."""
    seats = Seat.objects.filter(body__in=viewer.bodies(P.PRIORITY_SEE))
    return Organisation.objects.filter(pk__in=seats.values("organisation")).order_by(
        "name", "id"
    )


def possible_leads(viewer: Viewer) -> QuerySet[Person]:
    """The people who sit where this viewer sees priorities."""
    seats = Seat.objects.filter(body__in=viewer.bodies(P.PRIORITY_SEE))
    return Person.objects.filter(
        pk__in=seats.values("person"), is_active=True
    ).order_by("name", "id")


def for_the_report(
    viewer: Viewer, period: Period, area: str | None = None
) -> list[ReportedPriority]:
    """Every priority of agreed plans that held in the period, as a report prints it.

    Working Together asks for an analysis of areas with little or no progress: it is
    in ``note.analysis``. Of an action only how many, and how many of them are over.
    """
    rows = visible_priorities(viewer).filter(
        plan__first_on__lte=period.last, plan__last_on__gte=period.first
    )
    if area is not None:
        rows = rows.filter(plan__body__areas=area)
    found = list(
        rows.exclude(plan__state="DRAFT")
        .prefetch_related("notes", "narratives", "linked__action")
        .order_by("plan__first_on", "plan__title", "number", "id")
    )
    return [_reported(one, period) for one in found]


def _reported(one: Priority, period: Period) -> ReportedPriority:
    by_then = [note for note in one.notes.all() if note.noted_on <= period.last]
    texts = [
        text
        for text in one.narratives.all()
        if text.first_on <= period.last and text.last_on >= period.first
    ]
    states = [link.action.state for link in one.linked.all()]
    return ReportedPriority(
        priority=one,
        note=max(by_then, key=lambda note: (note.noted_on, note.number), default=None),
        narrative=max(
            texts, key=lambda text: (text.last_on, text.number), default=None
        ),
        actions=len(states),
        actions_closed=states.count("CLOSED"),
    )


def without_news(viewer: Viewer, *, since: date) -> list[Priority]:
    """Priorities this viewer leads, of plans that hold, with no note since the day."""
    rows = visible_priorities(viewer).filter(
        lead=viewer.person, plan__state="AGREED", plan__last_on__gte=since
    )
    noted = PriorityNote.objects.filter(noted_on__gte=since)
    return list(
        rows.exclude(pk__in=noted.values("priority"))
        .exclude(progress="ACHIEVED")
        .order_by("plan__first_on", "number", "id")
    )


def _seen(viewer: Viewer, of: Priority) -> Priorities:
    return Priority.objects.visible_to(viewer).filter(pk=of.pk)
