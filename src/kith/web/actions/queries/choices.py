"""What can be chosen when an action is written down or given to somebody."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kith.web.access.models import Person
from kith.web.access.permissions import Permission as P
from kith.web.bodies.models import Body, Seat
from kith.web.documents.queries import visible_documents
from kith.web.organisations.models import Area, Organisation


if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.viewer import Viewer
    from kith.web.actions.models import Action, ActionEvidence
    from kith.web.bodies.models.seats import Seats


MOST_DOCUMENTS = 30


def bodies_to_propose_in(viewer: Viewer) -> QuerySet[Body]:
    """The open bodies in which this viewer may propose an action."""
    return Body.objects.filter(
        pk__in=viewer.bodies(P.ACTION_PROPOSE), closed_on__isnull=True
    ).order_by("name", "id")


def possible_owner_organisations(
    viewer: Viewer, body: Body | None = None
) -> QuerySet[Organisation]:
    """The organisations that sit where this viewer sees actions, or in this body."""
    seats = _seats(viewer, body)
    return Organisation.objects.filter(pk__in=seats.values("organisation")).order_by(
        "name", "id"
    )


def possible_owners(
    viewer: Viewer, body: Body | None = None, *, day: date | None = None
) -> QuerySet[Person]:
    """The people who sit where this viewer sees actions, or in this body on a day."""
    seats = _seats(viewer, body)
    if day is not None:
        seats = seats.standing_on(day)
    return Person.objects.filter(
        pk__in=seats.values("person"), is_active=True
    ).order_by("name", "id")


def _seats(viewer: Viewer, body: Body | None) -> Seats:
    seen = viewer.bodies(P.ACTION_SEE)
    return Seat.objects.filter(body__in=seen if body is None else seen & {body.pk})


Choices = dict[str, tuple[tuple[str, str], ...]]


def choices_of_filters(viewer: Viewer) -> Choices:
    """What a list of actions can be narrowed by: keys and names, nothing more of each.

    They follow from the bodies alone, so whoever sees the same bodies shares them, until
    a body, seat, person, area or organisation changes (docs/adr/0013).
    """
    if viewer.mark:
        return dict(_kept_choices(viewer.bodies(P.ACTION_SEE), viewer.mark))
    return _choices(viewer.bodies(P.ACTION_SEE))


@lru_cache(maxsize=64)
def _kept_choices(seen: frozenset[UUID], mark: str) -> Choices:  # noqa: ARG001 - the mark is the key
    return _choices(seen)


def _choices(seen: frozenset[UUID]) -> Choices:
    seats = Seat.objects.filter(body__in=seen)
    rows: dict[str, QuerySet[Any]] = {
        "body": Body.objects.filter(pk__in=seen),
        "area": Area.objects.filter(bodies__in=seen).distinct(),
        "organisation": Organisation.objects.filter(
            pk__in=seats.values("organisation")
        ),
        "owner": Person.objects.filter(pk__in=seats.values("person"), is_active=True),
    }
    return {
        name: tuple(
            (str(key), words)
            for key, words in one.order_by("name", "pk").values_list("pk", "name")
        )
        for name, one in rows.items()
    }


def titles_of_documents(
    viewer: Viewer, given: Iterable[ActionEvidence]
) -> dict[UUID, str]:
    """The titles of the documents in this evidence that the viewer may open."""
    keys = [paper.document for one in given for paper in one.documents.all()]
    if not keys:
        return {}
    rows = visible_documents(viewer).filter(pk__in=keys)
    return dict(rows.values_list("pk", "title"))


def documents_to_give(viewer: Viewer, of: Action) -> list[tuple[str, str]]:
    """The latest documents of the action's body, to choose as evidence."""
    if of.body_id not in viewer.bodies(P.ACTION_SEE):
        return []
    rows = visible_documents(viewer).filter(body=of.body_id).standing()
    latest = rows.order_by("-added_at", "id")[:MOST_DOCUMENTS]
    return [(str(one.pk), one.title) for one in latest]
