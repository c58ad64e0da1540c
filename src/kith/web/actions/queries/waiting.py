"""What waits for somebody: for the owner to do, for the chair to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q

from kith.domain.rules.states.actions import ActionState
from kith.web.access.permissions import Permission as P
from kith.web.actions.models import ActionEvidence, ActionExtension, Actions
from kith.web.actions.queries.records import visible_actions


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.viewer import Viewer


def owned_and_open(viewer: Viewer) -> Actions:
    """What this viewer owns and still has to do, the most urgent first."""
    return (
        visible_actions(viewer)
        .filter(
            owner=viewer.person,
            state__in=[ActionState.AGREED, ActionState.IN_PROGRESS],
        )
        .order_by("due_on", "id")
    )


def waiting_for(viewer: Viewer) -> Actions:
    """What waits for this viewer to agree, to verify or to close, most urgent first.

    Never to verify what they own, or gave the evidence for.
    """
    gave = ActionEvidence.objects.filter(
        action=OuterRef("pk"), submitted_by=viewer.person
    )
    return (
        visible_actions(viewer)
        .filter(
            Q(state=ActionState.PROPOSED, body__in=viewer.bodies(P.ACTION_AGREE))
            | Q(state=ActionState.VERIFIED, body__in=viewer.bodies(P.ACTION_CLOSE))
            | (
                Q(
                    state=ActionState.EVIDENCE_SUBMITTED,
                    body__in=viewer.bodies(P.ACTION_VERIFY),
                )
                & ~Q(owner=viewer.person)
                & ~Exists(gave)
            )
        )
        .order_by("due_on", "id")
    )


def extensions_waiting(viewer: Viewer) -> Actions:
    """Actions for which more time is asked of this viewer."""
    asked = ActionExtension.objects.filter(is_given__isnull=True)
    return (
        visible_actions(viewer)
        .filter(pk__in=asked.values("action"))
        .filter(body__in=viewer.bodies(P.ACTION_EXTEND))
        .exclude(owner=viewer.person)
        .order_by("due_on", "id")
    )


def held_by(viewer: Viewer, person: UUID, body: UUID | None) -> Actions:
    """What a person owns open, in one body or in all that this viewer sees."""
    rows = visible_actions(viewer).still_open().filter(owner=person)
    if body is not None:
        rows = rows.filter(body=body)
    return rows.order_by("due_on", "id")
