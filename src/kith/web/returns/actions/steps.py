"""What every step of a return does: it is held, it moves, and its story says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.states.returns import RETURN
from kith.web.access.refusals import locked
from kith.web.returns.models import Return, ReturnStep


if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.returns.models import Submission


def held(viewer: Viewer, key: UUID) -> Return:
    """The return as it stands now, held until the transaction ends.

    Raises:
        Http404: not there, or not this viewer's.
    """
    return locked(Return.objects.visible_to(viewer), key)


def sent_last(of: Return) -> Submission | None:
    """What was sent last for the return."""
    return of.submissions.filter(sent_at__isnull=False).order_by("-number").first()


def move(
    of: Return,
    name: str,
    by: tuple[Viewer, datetime],
    words: str = "",
    submission: Submission | None = None,
) -> None:
    """The return takes a step, and its story says who took it and why."""
    viewer, at = by
    of.state = RETURN.move(name).target
    of.save(update_fields=["state"])
    ReturnStep.objects.create(
        of=of,
        submission=submission,
        number=of.steps.count() + 1,
        move=name,
        state=of.state,
        words=words,
        taken_by_id=viewer.who,
        taken_at=at,
    )
