"""Lists of actions, by what the address asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import F, Q

from kith.domain.rules.states.actions import ActionState
from kith.web.actions.models import Action, Actions, ActionSource
from kith.web.actions.queries.records import visible_actions


if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from django.db.models.expressions import Combinable

    from kith.web.access.viewer import Viewer
    from kith.web.bodies.models import Body


ORDERS: dict[str, tuple[str | Combinable, ...]] = {
    "due": ("due_on", "id"),
    "newest": (F("proposed_at").desc(), "id"),
    "reference": ("reference", "id"),
    "owner": ("owner__name", "due_on", "id"),
}
LONGEST_WORDS = 100
_JOINED = ("body", "owner", "owner_organisation")
_SHOWN = (
    "reference",
    "wording",
    "state",
    "due_on",
    "first_due_on",
    *(f"{one}__name" for one in _JOINED),
)


@dataclass(frozen=True)
class Asked:
    """What a list is asked for. Nothing said means: everything that is still open."""

    state: str = "open"
    body: UUID | None = None
    area: str = ""
    owner: UUID | None = None
    organisation: UUID | None = None
    source: str = ""
    words: str = ""
    is_overdue: bool = False
    is_mine: bool = False
    order: str = "due"


def filtered(viewer: Viewer, asked: Asked, *, today: date) -> Actions:
    """The actions that the viewer may see and the list asks for, in its order.

    Only what a row shows is read: a person alone has a dozen fields more.
    """
    shown = Action.objects.visible_to(viewer).select_related(*_JOINED).only(*_SHOWN)
    rows = _by_state(shown, asked.state)
    wanted = {
        "body": asked.body,
        "body__areas": asked.area or None,
        "owner": asked.owner,
        "owner_organisation": asked.organisation,
    }
    rows = rows.filter(**{name: one for name, one in wanted.items() if one})
    if asked.source:
        of_kind = ActionSource.objects.filter(kind=asked.source)
        rows = rows.filter(pk__in=of_kind.values("action"))
    if asked.is_mine:
        rows = rows.filter(owner=viewer.person)
    if asked.is_overdue:
        rows = rows.overdue_on(today)
    rows = _with_words(rows, asked.words)
    return rows.order_by(*ORDERS.get(asked.order, ORDERS["due"]))


def _by_state(rows: Actions, state: str) -> Actions:
    if state == "open":
        return rows.still_open()
    if state == "unfinished":
        return rows.unfinished()
    if state in ActionState.__members__:
        return rows.filter(state=state)
    return rows


def carried_forward(viewer: Viewer, body: Body) -> Actions:
    """What a body still has open, for its next agenda by itself, most urgent first."""
    return (
        visible_actions(viewer).still_open().filter(body=body).order_by("due_on", "id")
    )


def of_source(viewer: Viewer, noun: str, key: UUID) -> Actions:
    """The actions that answer one record, most urgent first."""
    named = ActionSource.objects.filter(noun=noun, key=key)
    return (
        visible_actions(viewer)
        .filter(pk__in=named.values("action"))
        .order_by("due_on", "id")
    )


def similar(viewer: Viewer, words: str, limit: int = 10) -> Actions:
    """Open actions that share all these words: perhaps the plan is there already."""
    if not words.strip():
        return visible_actions(viewer).none()
    rows = _with_words(visible_actions(viewer).still_open(), words)
    return rows.order_by("due_on", "id")[:limit]


def _with_words(rows: Actions, words: str) -> Actions:
    # PostgreSQL faults at a NUL, which anybody can write into an address.
    for word in words[:LONGEST_WORDS].replace("\0", " ").split():
        rows = rows.filter(Q(wording__icontains=word) | Q(reference__icontains=word))
    return rows
