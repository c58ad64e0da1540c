"""Background work: once for its key, tried again, outliving a worker, telling nothing."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import ImproperlyConfigured
from django_tasks_db.models import DBTaskResult

from kith.web.access.roles import Role
from kith.web.audit.models import ChainHead
from kith.web.notices import work
from kith.web.notices.models import Heartbeat, Job, JobState
from kith.web.notices.policies import MOST_TRIES
from kith.web.notices.schedule import SCHEDULE, enqueue_due
from kith.web.site.settings.mail import mail
from kith.web.site.worker import KithWorker, look_round
from kith.web.site.worker_kinds import keep_audit_head
from tests.lib.world import NOW, REAL_NOW, World


if TYPE_CHECKING:
    from pathlib import Path


Browse = "Callable[[Person], Client]"
NAME = "Somebody Invented"


class Clock:
    """A clock that tests move."""

    def __init__(self) -> None:
        self.now = REAL_NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch, db: None) -> Clock:
    made = Clock()
    monkeypatch.setattr(work.CLOCKS, "real", made)
    monkeypatch.setattr(work.CLOCKS, "site", lambda: NOW)
    return made


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, str]]:
    """What was done of the kinds ``well`` and ``badly``."""
    seen: list[dict[str, str]] = []

    def well(arguments: dict[str, str], *, at: datetime) -> None:
        seen.append(arguments)

    def badly(arguments: dict[str, str], *, at: datetime) -> None:
        seen.append(arguments)
        raise LookupError(NAME)

    monkeypatch.setitem(work.KINDS, "well", well)
    monkeypatch.setitem(work.KINDS, "badly", badly)
    return seen


def try_once(job: Job) -> Job:
    work.run_job.call(str(job.pk))
    job.refresh_from_db()
    return job


# A worker closes a connection whose transaction is not its own, a test's among them.
@pytest.mark.django_db(transaction=True)
def test_the_same_key_is_done_once(clock: Clock, done: list[dict[str, str]]) -> None:
    for _ in range(3):
        work.enqueue_once(kind="well", key="one", at=clock.now, arguments={"a": "b"})
    KithWorker().work_once()
    assert done == [{"a": "b"}]
    job = Job.objects.get()
    assert (job.state, job.tries) == (JobState.DONE, 1)
    try_once(job)
    assert len(done) == 1


def test_what_fails_is_tried_five_times_and_then_seen(
    clock: Clock,
    done: list[dict[str, str]],
    world: World,
    browse: Browse,
    caplog: pytest.LogCaptureFixture,
) -> None:
    work.enqueue_once(kind="badly", key="bad", at=clock.now)
    job = Job.objects.get()
    waits = []
    for _ in range(MOST_TRIES):
        try_once(job)
        waits.append((job.next_try_at - clock.now) // timedelta(minutes=1))
        clock.now = max(clock.now, job.next_try_at)
    assert job.state == JobState.FAILED
    assert waits[:4] == [1, 5, 25, 125]
    assert len(done) == MOST_TRIES
    # The fault's words stand nowhere: not in the log, not in the queue, not on the page.
    assert NAME not in caplog.text
    for row in DBTaskResult.objects.all():
        assert NAME not in f"{row.traceback}{row.exception_class_path}"
    page = browse(world.person(Role.SYSTEM_ADMINISTRATOR)).get("/tasks/")
    shown = page.content.decode()
    assert "LookupError" in shown
    assert NAME not in shown
    again = browse(world.person(Role.SYSTEM_ADMINISTRATOR)).post(
        "/tasks/again/", {"job": str(job.pk)}
    )
    assert again.status_code == 302
    job.refresh_from_db()
    assert (job.state, job.tries) == (JobState.WAITING, 0)


def test_a_dead_workers_work_is_queued_again(
    clock: Clock, done: list[dict[str, str]]
) -> None:
    work.enqueue_once(kind="well", key="left", at=clock.now)
    Job.objects.update(
        state=JobState.RUNNING, tries=1, heartbeat_at=clock.now - timedelta(seconds=89)
    )
    assert work.requeue_abandoned(at=clock.now) == 0
    clock.now += timedelta(seconds=5)
    assert work.requeue_abandoned(at=clock.now) == 1
    job = Job.objects.get()
    assert (job.state, job.error_kind) == (JobState.WAITING, "WorkerDied")
    assert try_once(job).state == JobState.DONE


def test_work_promised_in_a_transaction_that_fails_is_not_done(
    clock: Clock, done: list[dict[str, str]]
) -> None:
    from django.db import transaction  # noqa: PLC0415 - one use

    with transaction.atomic():
        work.enqueue_once(kind="well", key="never", at=clock.now)
        transaction.set_rollback(True)
    assert not Job.objects.exists()
    assert not DBTaskResult.objects.exists()


def test_each_day_is_queued_once(clock: Clock) -> None:
    daily = len(SCHEDULE)
    assert daily >= 3
    assert enqueue_due(at=NOW, real_time_at=clock.now) == daily
    assert enqueue_due(at=NOW, real_time_at=clock.now) == 0
    tomorrow = NOW + timedelta(days=1)
    assert enqueue_due(at=tomorrow, real_time_at=clock.now) == daily


def test_the_worker_says_that_it_lives(clock: Clock) -> None:
    look_round()
    assert Heartbeat.objects.count() == 1


def test_the_days_head_of_the_chain_is_kept_elsewhere(
    clock: Clock, world: World, settings: object, tmp_path: Path
) -> None:
    from tests.integration.web.search.test_search import (  # noqa: PLC0415 - one use
        promised,
    )

    settings.KITH_AUDIT_HEADS = tmp_path / "heads" / "chain.txt"  # type: ignore[attr-defined] # Django's
    promised(world, world.here, "Write to schools")
    keep_audit_head({}, at=NOW)
    keep_audit_head({}, at=NOW)
    head = ChainHead.objects.get()
    kept = (tmp_path / "heads" / "chain.txt").read_text()
    assert kept == f"{head.sequence} {head.digest}\n"


def test_only_those_who_keep_the_platform_see_its_work(
    world: World, browse: Browse, clock: Clock, done: list[dict[str, str]]
) -> None:
    work.enqueue_once(kind="well", key="one", at=clock.now)
    key = Job.objects.get().pk
    for role in (Role.BUSINESS_MANAGER, Role.PARTNERSHIP_CHAIR, Role.MEMBER):
        client = browse(world.person(role))
        assert client.get("/tasks/").status_code == 404
        assert client.post("/tasks/again/", {"job": str(key)}).status_code == 404
    client = browse(world.person(Role.SYSTEM_ADMINISTRATOR))
    assert client.get("/tasks/").status_code == 200
    assert client.post("/tasks/again/").status_code == 409
    assert client.post("/tasks/again/", {"job": str(key)}).status_code == 409


def test_where_e_mail_goes(tmp_path: Path) -> None:
    files = mail("", tmp_path)
    assert files["EMAIL_BACKEND"].endswith("filebased.EmailBackend")
    said = mail("smtp://kith:p%40ss@mail.example.org", tmp_path)
    assert (said["EMAIL_HOST"], said["EMAIL_PORT"]) == ("mail.example.org", 587)
    assert said["EMAIL_HOST_PASSWORD"] == "p@ss"
    assert (said["EMAIL_USE_TLS"], said["EMAIL_USE_SSL"]) == (True, False)
    assert mail("smtps://mail.example.org", tmp_path)["EMAIL_USE_SSL"]
    assert not mail("smtp://127.0.0.1:25?tls=0", tmp_path)["EMAIL_USE_TLS"]
    for wrong in ("mail.example.org", "http://mail.example.org", "smtp://h:port"):
        with pytest.raises(ImproperlyConfigured, match="KITH_SMTP_URL"):
            mail(wrong, tmp_path)
