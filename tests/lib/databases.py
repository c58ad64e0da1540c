"""What tests need of a database: two people at once, and a trail that can be emptied."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from django.db import connection, connections


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


PATIENCE = 30


def racing(*steps: Callable[[], object]) -> list[object]:
    """What each step returned or raised, all run at once, each on its own connection.

    For real concurrency: mark the test ``races`` and
    ``django_db(transaction=True)``; it runs on PostgreSQL alone.
    """
    together = threading.Barrier(len(steps))
    ended: list[object] = [None] * len(steps)

    def run(place: int, step: Callable[[], object]) -> None:
        try:
            together.wait(PATIENCE)
            ended[place] = step()
        except Exception as fault:  # noqa: BLE001 - the test looks at it
            ended[place] = fault
        finally:
            connections.close_all()

    threads = [
        threading.Thread(target=run, args=numbered) for numbered in enumerate(steps)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
        assert not thread.is_alive(), "the two wait for each other"
    return ended


@contextmanager
def triggers_away() -> Iterator[None]:
    """The guards of the audit trail stand aside: to empty tables between tests, and to
    play somebody with the database in their hands."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
            try:
                yield
            finally:
                cursor.execute("SET session_replication_role = DEFAULT")
            return
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        kept: list[tuple[str, Any]] = cursor.fetchall()
        for name, _ in kept:
            cursor.execute(f'DROP TRIGGER "{name}"')
        try:
            yield
        finally:
            for _, made in kept:
                cursor.execute(made)
