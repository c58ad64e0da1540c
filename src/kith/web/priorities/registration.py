"""What priorities tell the rest of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from kith.web.access.records import RecordKind
from kith.web.actions.queries import Served
from kith.web.home.noun import Holding, Need, Noun, SearchText
from kith.web.priorities.models import Priorities, Priority
from kith.web.priorities.presenters import last_news_needed
from kith.web.priorities.queries import (
    priorities_served,
    visible_priorities,
    without_news,
)


if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from django.db.models import Model

    from kith.web.access.viewer import Viewer


def needs(viewer: Viewer, *, today: date) -> Iterator[Need]:
    """Priorities that this viewer leads, and of which nothing was said for a quarter."""
    for one in without_news(viewer, since=last_news_needed(today)):
        yield Need(
            noun="priorities",
            what=one.title,
            why="You lead this priority, and nothing was noted for a quarter",
            url=reverse("priorities:note", args=[one.pk]),
            body=one.plan.body.name,
        )


def holdings(
    viewer: Viewer,
    *,
    person: UUID,
    body: UUID | None,
    today: date,
) -> Iterator[Holding]:
    """The priorities that a person leads, of plans that hold."""
    led = visible_priorities(viewer).filter(lead=person, plan__last_on__gte=today)
    if body is not None:
        led = led.filter(plan__body=body)
    for one in led.exclude(plan__state="ENDED").order_by("number", "id"):
        yield Holding(
            noun="priorities",
            kind="Priority led",
            what=one.title,
            url=reverse("priorities:detail", args=[one.pk]),
            key=one.pk,
        )


class PrioritySearching:
    """How a priority is found."""

    def visible(self, viewer: Viewer) -> Priorities:
        """Those the viewer may see."""
        return visible_priorities(viewer)

    def text_of(self, record: Model) -> SearchText | None:
        """Its title and its outcome."""
        if not isinstance(record, Priority):
            return None
        return SearchText(
            title=record.title,
            words=record.outcome,
            url=reverse("priorities:detail", args=[record.pk]),
            kind="Priority",
        )


PRIORITIES = Noun(
    "priorities",
    needs=needs,
    holdings=holdings,
    searching=((Priority, PrioritySearching()),),
)


def served(viewer: Viewer, *, action: UUID) -> list[Served]:
    """The priorities that an action serves, for its own page."""
    return [
        Served(
            f"{one.title}, {one.plan.title}",
            reverse("priorities:detail", args=[one.pk]),
        )
        for one in priorities_served(viewer, action=action)
    ]


PRIORITY_RECORDS = RecordKind(
    noun="priorities",
    kind="Priority",
    model=Priority,
    route="priorities:detail",
    reference="title",
    body="plan__body_id",
    owner="lead_id",
)
"""How access finds a single priority."""
