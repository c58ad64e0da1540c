"""Every read of approvals. The viewer comes first, always."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from kith.domain.rules.states.approvals import STANDING, ApprovalState
from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import one_or_404
from kith.web.approvals.models import Approval, Approvals
from kith.web.documents.models import Document


if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.viewer import Viewer
    from kith.web.approvals.models import ApprovalStep


def visible_approvals(viewer: Viewer) -> Approvals:
    """Every approval this viewer may see, with what a list shows of each."""
    return (
        Approval.objects.visible_to(viewer)
        .exclude(pk__in=viewer.blocked_keys("approvals"))
        .select_related("asked_of", "asked_by", "recorded_by", "confirmed_by")
    )


def approval(viewer: Viewer, key: UUID) -> Approval:
    """One approval.

    Raises:
        Http404: not there, or not this viewer's.
    """
    return one_or_404(visible_approvals(viewer), key)


def story(viewer: Viewer, of: Approval) -> QuerySet[ApprovalStep]:
    """Its steps, oldest first."""
    return (
        approval(viewer, of.pk)
        .steps.select_related("taken_by")
        .order_by("taken_at", "id")
    )


def approvals_of(
    viewer: Viewer,  # noqa: ARG001 - whoever may see the record may see who signed it
    noun: str,
    key: UUID,
) -> Approvals:
    """Every approval asked for one record; the record's own queries gave its key."""
    return (
        Approval.objects.of(noun, key)
        .select_related("asked_of", "recorded_by", "confirmed_by")
        .order_by("slot", "asked_at", "id")
    )


def all_given(viewer: Viewer, noun: str, key: UUID, slots: frozenset[str]) -> bool:
    """Whether every one of these slots of a record has its approval."""
    given = approvals_of(viewer, noun, key).filter(state=ApprovalState.GIVEN.value)
    return slots <= set(given.values_list("slot", flat=True))


def standing_slots(viewer: Viewer, noun: str, key: UUID) -> frozenset[str]:
    """The slots of a record that are asked for, recorded or given."""
    states = [one.value for one in STANDING]
    asked = approvals_of(viewer, noun, key).filter(state__in=states)
    return frozenset(asked.values_list("slot", flat=True))


def to_sign(viewer: Viewer) -> Approvals:
    """What waits for this viewer's own signature."""
    return (
        visible_approvals(viewer)
        .filter(asked_of=viewer.person, state=ApprovalState.ASKED.value)
        .order_by("due_on", "asked_at", "id")
    )


def to_confirm(viewer: Viewer) -> Approvals:
    """What others recorded as approved elsewhere and this viewer may confirm."""
    return (
        visible_approvals(viewer)
        .filter(
            Q(area__in=viewer.areas(P.APPROVAL_CONFIRM), body__isnull=True)
            | Q(body__in=viewer.bodies(P.APPROVAL_CONFIRM)),
            state=ApprovalState.RECORDED.value,
        )
        .exclude(recorded_by=viewer.person)
        .order_by("recorded_at", "id")
    )


def possible_evidence(viewer: Viewer, of: Approval) -> list[tuple[str, str]]:
    """The documents of the approval's place that may show it, as choices: latest first."""
    found = Document.objects.visible_to(viewer).standing()
    if of.body is not None:
        found = found.filter(body=of.body)
    else:
        found = found.filter(area=of.area)
    return [(str(one.pk), one.title) for one in found.order_by("-added_at", "id")[:200]]


def may_show(viewer: Viewer, document: UUID) -> bool:
    """Whether this is a document that stands and that the viewer may open."""
    return Document.objects.visible_to(viewer).standing().filter(pk=document).exists()


def evidence_of(viewer: Viewer, of: Approval) -> Document | None:
    """The document that shows an approval, where this viewer may see it."""
    if of.evidence is None:
        return None
    return Document.objects.visible_to(viewer).filter(pk=of.evidence).first()
