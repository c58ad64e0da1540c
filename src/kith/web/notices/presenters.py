"""Notices and background work in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from kith.domain.vocabulary.moments import say_moment
from kith.web.notices.models import JobState, Notice, NoticeKind, NoticeState
from kith.web.notices.policies import SILENT_AFTER


if TYPE_CHECKING:
    from datetime import datetime

    from kith.web.notices.models import Heartbeat, Job


TONES = {
    NoticeState.WAITING: "",
    NoticeState.SENT: "done",
    NoticeState.FAILED: "error",
    JobState.WAITING: "",
    JobState.RUNNING: "",
    JobState.DONE: "done",
    JobState.FAILED: "error",
}
WORK = {
    "notices.send": "Send one e-mail",
    "notices.digests": "Start the day's digests",
    "notices.digest": "See whether something waits for one person",
    "audit.head": "Keep the end of the audit trail elsewhere",
    "search.rebuild": "Make the index of search anew",
}
"""A kind of work in words; one that a higher room added is said by its name."""


@dataclass(frozen=True)
class NoticeLine:
    """A notice as its reader sees it."""

    words: str
    url: str
    made: str
    state: str
    tone: str


@dataclass(frozen=True)
class JobLine:
    """A piece of background work: kind, times, fault, and nothing of its content."""

    words: str
    queued: str
    ended: str
    state: str
    tone: str
    tries: int
    fault: str
    again: str


def notice_line(notice: Notice) -> NoticeLine:
    """One row of a person's notices."""
    state = NoticeState(notice.state)
    sent = f"Sent {say_moment(notice.sent_at)}" if notice.sent_at else state.label
    return NoticeLine(
        words=NoticeKind(notice.kind).label,
        url=notice.url or reverse("home:home"),
        made=say_moment(notice.made_at),
        state=sent,
        tone=TONES[state],
    )


def job_line(job: Job) -> JobLine:
    """One row of the background work."""
    state = JobState(job.state)
    has_failed = state is JobState.FAILED
    waits = state is JobState.WAITING and job.tries
    ended = say_moment(job.finished_at) if job.finished_at else "Not yet"
    return JobLine(
        words=WORK.get(job.kind, job.kind),
        queued=say_moment(job.queued_at),
        ended=f"Tried again {say_moment(job.next_try_at)}" if waits else ended,
        state=state.label,
        tone=TONES[state],
        tries=job.tries,
        fault=job.error_kind or "None",
        again=str(job.pk) if has_failed else "",
    )


def pulse(heartbeat: Heartbeat | None, now: datetime) -> tuple[str, bool]:
    """Whether the worker lives, in a sentence; and whether that is well."""
    if heartbeat is None:
        return "No worker has run yet. Start one with kith serve or kith worker.", False
    when = say_moment(heartbeat.at)
    if now - heartbeat.at > SILENT_AFTER:
        return (
            f"The worker has been silent since {when}: e-mails and checks wait.",
            False,
        )
    return f"The worker is alive; it last said so {when}.", True
