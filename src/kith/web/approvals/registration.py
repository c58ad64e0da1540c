"""What approvals tell the rest of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from kith.web.approvals.queries import to_confirm, to_sign, visible_approvals
from kith.web.home.noun import Holding, Need, Noun


if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from kith.web.access.viewer import Viewer


def needs(viewer: Viewer, *, today: date) -> Iterator[Need]:
    """What this viewer is asked to sign, and what others recorded for them to confirm."""
    for one in to_sign(viewer):
        late = one.due_on is not None and one.due_on < today
        yield Need(
            noun="approvals",
            what=f"Sign: {one.title}",
            why=f"You are asked as {one.office}" + (", and it is late" if late else ""),
            url=reverse("approvals:detail", args=[one.pk]),
            due=one.due_on,
        )
    for one in to_confirm(viewer):
        yield Need(
            noun="approvals",
            what=f"Confirm: {one.title}, {one.office}",
            why="It was recorded as approved elsewhere, and needs a second person",
            url=reverse("approvals:detail", args=[one.pk]),
            due=one.due_on,
        )


def holdings(
    viewer: Viewer,
    *,
    person: UUID,
    body: UUID | None,
    today: date,  # noqa: ARG001 - an approval is pending on every day
) -> Iterator[Holding]:
    """The signatures that a person still owes."""
    owed = visible_approvals(viewer).filter(asked_of=person, state="ASKED")
    if body is not None:
        owed = owed.filter(body=body)
    for one in owed.order_by("due_on", "id"):
        yield Holding(
            noun="approvals",
            kind="Signature asked for",
            what=one.title,
            url=reverse("approvals:detail", args=[one.pk]),
            due=one.due_on,
            key=one.pk,
        )


APPROVALS = Noun("approvals", needs=needs, holdings=holdings)
