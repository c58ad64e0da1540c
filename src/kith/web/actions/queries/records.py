"""One action and what hangs on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.refusals import one_or_404
from kith.web.actions.models import (
    Action,
    ActionEvidence,
    ActionExtension,
    ActionImpact,
    Actions,
    ActionSource,
    ActionStep,
)


if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.viewer import Viewer


def visible_actions(viewer: Viewer) -> Actions:
    """Every action the viewer may see, with what a list shows of each."""
    return Action.objects.visible_to(viewer).select_related(
        "body", "owner", "owner_organisation", "verified_by"
    )


def action(viewer: Viewer, key: UUID) -> Action:
    """One action.

    Raises:
        Http404: not there, or not this viewer's.
    """
    return one_or_404(visible_actions(viewer), key)


def story(viewer: Viewer, of: Action) -> QuerySet[ActionStep]:
    """The action's steps, oldest first."""
    return (
        ActionStep.objects.filter(action__in=_seen(viewer, of))
        .select_related("taken_by")
        .order_by("number")
    )


def sources(viewer: Viewer, of: Action) -> QuerySet[ActionSource]:
    """Where the action came from, oldest first."""
    found = ActionSource.objects.filter(action__in=_seen(viewer, of))
    return found.order_by("added_at", "id")


def has_source(viewer: Viewer, of: Action, noun: str, key: UUID) -> bool:
    """Whether this record is a source of the action already."""
    return sources(viewer, of).filter(noun=noun, key=key).exists()


def evidence(viewer: Viewer, of: Action) -> QuerySet[ActionEvidence]:
    """What was given to show that it is done, latest first, with its documents."""
    return (
        ActionEvidence.objects.filter(action__in=_seen(viewer, of))
        .select_related("submitted_by")
        .prefetch_related("documents")
        .order_by("-number")
    )


def evidence_given_by(viewer: Viewer, of: Action) -> UUID | None:
    """Who gave the latest evidence; nobody where there is none."""
    latest = evidence(viewer, of).first()
    return latest.submitted_by_id if latest else None


def extension_asked(viewer: Viewer, of: Action) -> ActionExtension | None:
    """The wish for more time that waits for an answer, if there is one."""
    return (
        ActionExtension.objects.filter(
            action__in=_seen(viewer, of), is_given__isnull=True
        )
        .select_related("asked_by")
        .first()
    )


def impact(viewer: Viewer, of: Action) -> ActionImpact | None:
    """What was last said about what changed for children."""
    return (
        ActionImpact.objects.filter(action__in=_seen(viewer, of))
        .select_related("stated_by")
        .order_by("-number")
        .first()
    )


def _seen(viewer: Viewer, of: Action) -> Actions:
    return Action.objects.visible_to(viewer).filter(pk=of.pk)
