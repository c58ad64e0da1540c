"""Files that serve nothing any more are removed, and the trail says which returns' they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef

from kith.domain.rules.return_retention import SUPERSEDED, UNSENT
from kith.domain.vocabulary.moments import london_day
from kith.web.audit.recording import recorded
from kith.web.returns.actions.preparing import forget_content, forget_files
from kith.web.returns.models import Return, Submission, SubmittedFile


if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.domain.vocabulary.actors import Actor


def remove_old_files(*, actor: Actor, at: datetime) -> int:
    """What was never sent is gone, and the content of what gave way; of how many returns.

    A draft goes whole. Of what was sent its row stays, with the day its content went.
    """
    unsent = Submission.objects.filter(
        sent_at__isnull=True, prepared_at__lt=at - UNSENT
    )
    gave_way = Submission.objects.filter(files__in=_outlived(at)).distinct()
    returns = {
        *unsent.values_list("of", flat=True),
        *gave_way.values_list("of", flat=True),
    }
    for key in sorted(returns):
        _remove(actor, at, key)
    return len(returns)


def _remove(actor: Actor, at: datetime, key: UUID) -> None:
    with recorded(actor=actor, at=at, verb="returns.files_removed") as event:
        of = Return.objects.select_for_update().get(pk=key)
        drafts = of.submissions.filter(
            sent_at__isnull=True, prepared_at__lt=at - UNSENT
        )
        outlived = _outlived(at).filter(submission__of=of)
        count = outlived.count()
        for one in outlived:
            forget_content(one)
        SubmittedFile.objects.filter(pk__in=[one.pk for one in outlived]).update(
            gone_on=london_day(at)
        )
        for draft in drafts:
            count += draft.files.count()
            forget_files(draft.files.all())
            draft.delete()
        event.about(of, area=of.duty.area_id, feed=of.duty.feed, files=count)


def _outlived(at: datetime) -> QuerySet[SubmittedFile]:
    """Files that were sent and never locked, and long ago gave way to others."""
    later = Submission.objects.filter(
        of=OuterRef("submission__of"),
        number__gt=OuterRef("submission__number"),
        sent_at__lt=at - SUPERSEDED,
    )
    return SubmittedFile.objects.filter(
        Exists(later),
        gone_on__isnull=True,
        submission__sent_at__isnull=False,
        submission__locked_at__isnull=True,
    ).order_by("id")
