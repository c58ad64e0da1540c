"""Background work: each piece done once for its key, tried again, and seen when it fails.

django-tasks-db keeps the queue in the database, so work is promised in the transaction
that caused it. What it lacks stands here: keys, heartbeats, a worker's death, and tries
with a growing wait. A fault's words are never kept: they may hold a personal value.
"""

from __future__ import annotations

import logging
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from django.db import DatabaseError, connection, transaction
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from kith.web.notices.models import Job, JobState
from kith.web.notices.policies import (
    MOST_TRIES,
    SILENT_AFTER,
    wait_before,
)


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from uuid import UUID


BEAT = 10
"""Seconds between two signs of life."""

_log = logging.getLogger(__name__)


class Doing(Protocol):
    """What a kind of work does. Done twice, it must do no harm."""

    def __call__(self, arguments: dict[str, str], *, at: datetime) -> None: ...


class NobodyToldError(RuntimeError):
    """`site` has not said what the time is."""


def _untold() -> datetime:
    raise NobodyToldError("the clocks are filled in by the site")


@dataclass
class Clocks:
    """Filled once, when the site starts: how long things last goes by the real clock,
    what is done and recorded by the site's."""

    real: Callable[[], datetime] = _untold
    site: Callable[[], datetime] = _untold


CLOCKS = Clocks()
KINDS: dict[str, Doing] = {}
"""Every kind of work and what does it; rooms above add theirs through `site`."""


def enqueue_once(
    *,
    kind: str,
    key: str,
    at: datetime,
    arguments: dict[str, str] | None = None,
    after: datetime | None = None,
) -> bool:
    """The work will be done, once for its key; False where it was asked for already.

    Inside a transaction it is promised with the rest, or not at all. ``at`` is the real
    time. Arguments are keys and codes, never words.
    """
    job, is_new = Job.objects.get_or_create(
        key=key,
        defaults={
            "kind": kind,
            "arguments": arguments or {},
            "queued_at": at,
            "next_try_at": after or at,
        },
    )
    if is_new:
        _queue(job, after)
    return is_new


def _queue(job: Job, after: datetime | None) -> None:
    run_job.using(run_after=after).enqueue(str(job.pk))


@task()
def run_job(key: str) -> None:
    """One try. It never ends in a fault of its own: the queue would keep its words."""
    job = _taken(key)
    if job is None:
        return
    try:
        with _beating(job.pk):
            KINDS[job.kind](job.arguments, at=CLOCKS.site())
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is tried again
        _failed(job, type(fault).__name__)
        return
    now = CLOCKS.real()
    Job.objects.filter(pk=job.pk).update(
        state=JobState.DONE, finished_at=now, heartbeat_at=now, error_kind=""
    )


def _taken(key: str) -> Job | None:
    """The job, claimed; None where another has it, or it is done."""
    now = CLOCKS.real()
    with transaction.atomic():
        job = Job.objects.select_for_update().filter(pk=key).first()
        if job is None or job.state != JobState.WAITING:
            return None
        job.state, job.started_at, job.heartbeat_at = JobState.RUNNING, now, now
        job.tries += 1
        job.save(update_fields=["state", "started_at", "heartbeat_at", "tries"])
    return job


def _failed(job: Job, kind: str) -> None:
    now = CLOCKS.real()
    _log.warning("work of kind %s failed: %s (try %s)", job.kind, kind, job.tries)
    job.error_kind = kind[:100]
    if job.tries >= MOST_TRIES:
        job.state, job.finished_at = JobState.FAILED, now
        job.save(update_fields=["state", "finished_at", "error_kind"])
        return
    job.state, job.next_try_at = JobState.WAITING, now + wait_before(job.tries)
    with transaction.atomic():
        job.save(update_fields=["state", "next_try_at", "error_kind"])
        _queue(job, job.next_try_at)


@contextmanager
def _beating(key: UUID) -> Iterator[None]:
    """The job's heartbeat goes on while it runs, on a connection of its own."""
    ended = threading.Event()

    def beat() -> None:
        while not ended.wait(BEAT):
            try:
                Job.objects.filter(pk=key).update(heartbeat_at=CLOCKS.real())
            except DatabaseError:
                continue  # a missed beat is no death; the next one may come through
        connection.close()

    heart = threading.Thread(target=beat, daemon=True)
    heart.start()
    try:
        yield
    finally:
        ended.set()
        heart.join(BEAT)


def requeue_abandoned(*, at: datetime) -> int:
    """What a dead worker left is queued again, or given up after too many tries."""
    silent = Job.objects.filter(
        state=JobState.RUNNING, heartbeat_at__lt=at - SILENT_AFTER
    )
    count = 0
    for job in silent:
        with transaction.atomic():
            left = Job.objects.select_for_update().get(pk=job.pk)
            if left.state == JobState.RUNNING and left.heartbeat_at == job.heartbeat_at:
                _failed(left, "WorkerDied")
                count += 1
    DBTaskResult.objects.filter(
        status=TaskResultStatus.RUNNING, started_at__lt=at - SILENT_AFTER
    ).exclude(
        args_kwargs__args__0__in=[
            str(key)
            for key in Job.objects.filter(state=JobState.RUNNING).values_list(
                "pk", flat=True
            )
        ]
    ).update(
        status=TaskResultStatus.FAILED,
        finished_at=at,
        exception_class_path="WorkerDied",
    )
    return count


def again(key: UUID, *, at: datetime) -> None:
    """Work that was given up is tried anew, with all its tries before it."""
    Job.objects.filter(pk=key).update(
        state=JobState.WAITING, tries=0, next_try_at=at, finished_at=None
    )
    _queue(Job.objects.get(pk=key), None)
