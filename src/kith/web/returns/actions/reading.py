"""The engine reads a submission's files in the background: asked, begun, kept, cancelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.refusals import refuse_if
from kith.web.access.writing import writing
from kith.web.audit.recording import recorded
from kith.web.notices.work import CLOCKS, enqueue_once
from kith.web.returns import policies
from kith.web.returns.actions.steps import held
from kith.web.returns.models import CheckState, Submission


if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

    from kith.domain.vocabulary.actors import Actor
    from kith.web.access.viewer import Viewer


READ = "returns.read"
"""The kind of background work that has the engine read a return's files."""
UNDER_WAY = (CheckState.WAITING, CheckState.RUNNING)


def ask_engine(draft: Submission, at: datetime) -> None:
    draft.check_state, draft.report = CheckState.WAITING, {}
    draft.save(update_fields=["check_state", "report"])
    enqueue_once(
        kind=READ,
        key=f"{READ} {draft.pk} {draft.files.count()} {at.isoformat()}",
        at=CLOCKS.real(),
        arguments={"submission": str(draft.pk)},
    )


def cancel_reading(*, viewer: Viewer, at: datetime, key: UUID) -> None:
    """The engine stops reading the files; they stay, and can be read again."""
    with writing(viewer=viewer, at=at, verb="returns.reading_cancelled") as event:
        of = held(viewer, key)
        refuse_if(policies.why_not_prepare(viewer, of))
        of.submissions.filter(
            sent_at__isnull=True,
            check_state__in=UNDER_WAY,
        ).update(check_state=CheckState.CANCELLED)
        event.about(of, area=of.duty.area_id)


def begin_reading(*, actor: Actor, at: datetime, key: UUID) -> Submission | None:
    """A submission's files are read now; None where that was cancelled meanwhile.

    Begun again where a worker died over it.
    """
    with recorded(actor=actor, at=at, verb="returns.reading_begun") as event:
        submission = (
            Submission.objects.select_for_update()
            .filter(pk=key, check_state__in=UNDER_WAY)
            .first()
        )
        if submission is not None:
            submission.check_state = CheckState.RUNNING
            submission.save(update_fields=["check_state"])
        of = (submission.of_id,) if submission is not None else ()
        event.about_several("returns", of)
    return submission


def keep_reading(
    *,
    actor: Actor,
    at: datetime,
    key: UUID,
    state: CheckState,
    report: Mapping[str, object],
) -> bool:
    """What the engine said of a submission's files is kept; False where it was
    cancelled meanwhile, or other files have taken their place."""
    with recorded(actor=actor, at=at, verb="returns.files_read") as event:
        submission = Submission.objects.select_for_update().filter(pk=key).first()
        is_kept = (
            submission is not None and submission.check_state == CheckState.RUNNING
        )
        if submission is not None and is_kept:
            submission.check_state, submission.report = state, dict(report)
            submission.save(update_fields=["check_state", "report"])
        of = (submission.of_id,) if submission is not None else ()
        event.about_several("returns", of, outcome=str(state), kept=is_kept)
    return is_kept
