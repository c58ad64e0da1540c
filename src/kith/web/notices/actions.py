"""Somebody is told something; somebody chooses how often; failed work is tried again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.refusals import one_or_404, refuse_if
from kith.web.access.writing import writing
from kith.web.notices.models import DigestChoice, JobState, Notice, NoticeKind, Rhythm
from kith.web.notices.queries import jobs
from kith.web.notices.work import CLOCKS, again, enqueue_once


if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.notices.models import Job


SEND = "notices.send"


def notify(
    *, at: datetime, person: UUID, kind: NoticeKind, mark: str, url: str = ""
) -> bool:
    """The person will get this e-mail, once for its mark; False where they had it.

    Part of the action that calls it, in its transaction and under its event: it leaves
    none of its own. ``mark`` names the occasion (``new-device <key>``); ``url`` is the
    path where to look, with nothing of a person in it. Only security goes at once; all
    else is found by the digest, and needs no call.
    """
    notice, is_new = Notice.objects.get_or_create(
        mark=f"{kind} {person} {mark}"[:150],
        defaults={"person_id": person, "kind": kind, "url": url, "made_at": at},
    )
    if is_new:
        enqueue_once(
            kind=SEND,
            key=f"{SEND} {notice.pk}",
            at=CLOCKS.real(),
            arguments={"notice": str(notice.pk)},
        )
    return is_new


def choose_rhythm(*, viewer: Viewer, at: datetime, rhythm: Rhythm) -> DigestChoice:
    """The viewer is nudged as often as they chose."""
    with writing(viewer=viewer, at=at, verb="notices.rhythm_chosen") as event:
        choice, _ = DigestChoice.objects.update_or_create(
            person_id=viewer.who, defaults={"rhythm": rhythm, "chosen_at": at}
        )
        event.about(choice, rhythm=rhythm.value)
    return choice


def try_again(*, viewer: Viewer, at: datetime, key: UUID) -> Job:
    """Work that was given up is queued anew.

    Raises:
        RefusedError: it has not failed.
        Http404: no such work, or not this viewer's to see.
    """
    with writing(viewer=viewer, at=at, verb="notices.work_tried_again") as event:
        job = one_or_404(jobs(viewer).select_for_update(), key)
        failed = job.state == JobState.FAILED
        refuse_if("" if failed else "This has not failed: there is nothing to repeat.")
        again(job.pk, at=CLOCKS.real())
        event.about(job, kind=job.kind)
    return job
