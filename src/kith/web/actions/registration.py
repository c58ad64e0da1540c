"""What actions tell the rest of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from kith.domain.rules.states.actions import ACTION, ActionState
from kith.web.access.records import RecordKind
from kith.web.actions.models import Action, Actions
from kith.web.actions.queries import (
    extensions_waiting,
    held_by,
    owned_and_open,
    visible_actions,
    waiting_for,
)
from kith.web.home.noun import Holding, Need, Noun, SearchText


if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from django.db.models import Model

    from kith.web.access.viewer import Viewer


WAITS = {
    ActionState.PROPOSED: "It waits for you to agree it",
    ActionState.EVIDENCE_SUBMITTED: "Its evidence waits for you to check it",
    ActionState.VERIFIED: "It is verified, and waits for you to close it",
}


def needs(viewer: Viewer, *, today: date) -> Iterator[Need]:
    """What this viewer owes, and what waits for them to decide."""
    for one in owned_and_open(viewer):
        late = one.due_on < today
        yield _need(one, "You own it, and it is overdue" if late else "You own it")
    for one in waiting_for(viewer):
        yield _need(one, WAITS[ActionState(one.state)])
    for one in extensions_waiting(viewer):
        yield _need(one, "Its owner asks you for more time")


def holdings(
    viewer: Viewer,
    *,
    person: UUID,
    body: UUID | None,
    today: date,
) -> Iterator[Holding]:
    """What a person still owes: it needs another owner when they leave."""
    for one in held_by(viewer, person, body):
        late = ", overdue" if one.due_on < today else ""
        yield Holding(
            noun="actions",
            kind=f"Action, {ACTION.words[ActionState(one.state)].lower()}{late}",
            what=f"{one.reference}: {one.wording}",
            url=reverse("actions:detail", args=[one.pk]),
            due=one.due_on,
            key=one.pk,
        )


class ActionSearching:
    """How an action is found."""

    def visible(self, viewer: Viewer) -> Actions:
        """Those the viewer may see."""
        return visible_actions(viewer)

    def text_of(self, record: Model) -> SearchText | None:
        """Its reference and its wording."""
        if not isinstance(record, Action):
            return None
        return SearchText(
            title=f"{record.reference}: {record.wording[:120]}",
            words=record.wording,
            url=reverse("actions:detail", args=[record.pk]),
            kind="Action",
        )


def _need(one: Action, why: str) -> Need:
    return Need(
        noun="actions",
        what=one.wording,
        why=why,
        url=reverse("actions:detail", args=[one.pk]),
        due=one.due_on,
        body=one.body.name,
    )


ACTIONS = Noun(
    "actions",
    needs=needs,
    holdings=holdings,
    searching=((Action, ActionSearching()),),
)
ACTION_RECORDS = RecordKind(
    noun="actions",
    kind="Action",
    model=Action,
    route="actions:detail",
    reference="reference",
    body="body_id",
    owner="owner_id",
)
"""How access finds a single action: for conflicts, emergencies, and who has looked."""
