"""The worker: does the work that pages do not wait for, and keeps the day's schedule.

It is one process beside the web server. It ends after the piece of work in hand when it
is told to, and by itself when the process that started it is gone.
"""

from __future__ import annotations

import logging
import os
import secrets
import signal
import threading
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import DatabaseError, close_old_connections
from django_tasks_db.management.commands.db_worker import Worker

from kith.web.notices.models import Heartbeat
from kith.web.notices.schedule import enqueue_due
from kith.web.notices.work import requeue_abandoned
from kith.web.site.clock import real_time, site_time


if TYPE_CHECKING:
    from types import FrameType


PAUSE = 1.0
"""Seconds between two looks at an empty queue."""

LOOK_ROUND = timedelta(seconds=30)
"""How often the schedule is read, and the dead are looked for."""

_log = logging.getLogger(__name__)


@dataclass
class KithWorker:
    """Runs until told to stop. ``parent`` is the process it must not outlive."""

    parent: int | None = None
    told_to_stop: threading.Event = field(default_factory=threading.Event)
    _queue: Worker | None = None

    def stop(self, signum: int = 0, frame: FrameType | None = None) -> None:  # noqa: ARG002 - a signal's
        """End after the work in hand."""
        self.told_to_stop.set()
        if self._queue is not None:
            self._queue.running = False

    def listen(self) -> None:
        """SIGTERM and Ctrl+C stop it."""
        signal.signal(signal.SIGTERM, self.stop)
        signal.signal(signal.SIGINT, self.stop)

    def run(self) -> None:
        """Work, look round, rest; a database that is away is waited for."""
        looked_at = None
        is_silent = False
        while not self.told_to_stop.is_set() and not self._is_orphan():
            now = real_time()
            try:
                if looked_at is None or now - looked_at >= LOOK_ROUND:
                    look_round()
                    looked_at = now
                self.work_once()
                is_silent = False
            except DatabaseError as fault:
                close_old_connections()
                if not is_silent:
                    _log.error("the worker waits: %s", type(fault).__name__)
                is_silent = True
            self.told_to_stop.wait(10 if is_silent else PAUSE)

    def work_once(self) -> None:
        """Everything that is ready now."""
        self._queue = Worker(
            queue_names=["default"],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=secrets.token_hex(16),
            excluded_queue_names=[],
        )
        if not self.told_to_stop.is_set():
            self._queue.run()

    def _is_orphan(self) -> bool:
        return self.parent is not None and os.getppid() != self.parent


def look_round() -> None:
    """The worker says that it lives, queues what the day asks, and what the dead left."""
    now = real_time()
    Heartbeat.objects.update_or_create(pk=1, defaults={"at": now})
    requeue_abandoned(at=now)
    enqueue_due(at=site_time(now), real_time_at=now)
