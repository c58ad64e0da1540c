"""Notices: a nudge and a link, to whom and when it should, by a real mail server."""

from __future__ import annotations

import email
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from kith.web.access.roles import Role
from kith.web.audit.models import Event
from kith.web.home import noun as registered
from kith.web.home.noun import Need, Noun
from kith.web.notices import digests, work
from kith.web.notices.actions import choose_rhythm, notify
from kith.web.notices.models import Job, JobState, Notice, NoticeKind, Rhythm
from kith.web.site.settings.mail import mail
from kith.web.site.worker import KithWorker
from tests.lib.mail_server import MailServer, serving_mail
from tests.lib.world import NOW, REAL_NOW, World


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kith.web.access.models import Person
    from kith.web.access.viewer import Viewer


Browse = "Callable[[Person], Client]"
SECRET = "Agree the plan for Somebody Invented"


@pytest.fixture
def server(settings: object, tmp_path: Path) -> Iterator[MailServer]:
    with serving_mail() as made:
        sent_by = mail(f"smtp://127.0.0.1:{made.port}?tls=0", tmp_path)
        for name, value in sent_by.items():
            setattr(settings, name, value)
        yield made


@pytest.fixture(autouse=True)
def waiting(monkeypatch: pytest.MonkeyPatch, db: None) -> set[object]:
    """For whom something waits."""
    someones: set[object] = set()

    def needs(viewer: Viewer, *, today: date) -> Iterator[Need]:
        if viewer.person in someones:
            yield Need("tried", SECRET, "You own it", "/tried/1/", today)

    monkeypatch.setattr(registered, "_NOUNS", [Noun("tried", needs=needs)])
    monkeypatch.setattr(work.CLOCKS, "real", lambda: REAL_NOW)
    monkeypatch.setattr(work.CLOCKS, "site", lambda: NOW)
    return someones


def look(someone: Person, day: int = 15) -> int:
    """How many digests this person has after they were looked at on a day."""
    at = datetime(2021, 1, day, 7, tzinfo=NOW.tzinfo)
    digests.look_for({"person": str(someone.pk)}, at=at)
    return Notice.objects.filter(person=someone, kind=NoticeKind.DIGEST).count()


def deliver() -> None:
    for job in Job.objects.filter(state=JobState.WAITING, kind="notices.send"):
        work.run_job.call(str(job.pk))


def test_one_digest_a_day_with_a_link_and_no_content(
    world: World, waiting: set[object], server: MailServer
) -> None:
    someone = world.person(Role.MEMBER)
    waiting.add(someone.pk)
    assert look(someone) == 1
    assert look(someone) == 1
    deliver()
    deliver()
    assert len(server.letters) == 1
    letter = email.message_from_string(server.letters[0])
    assert letter["To"] == someone.email
    assert letter["Subject"] == "Something waits for you"
    text = server.letters[0].replace("\r\n", "\n")
    assert "http://127.0.0.1:8000/home/" in text
    for told in (SECRET, someone.name, "Invented", "/tried/1/", "North Somerset"):
        assert told not in text
    assert Notice.objects.get().sent_at == NOW


def test_nothing_waits_so_nobody_writes(world: World) -> None:
    assert look(world.person(Role.MEMBER)) == 0


def test_weekly_means_monday(world: World, waiting: set[object]) -> None:
    someone = world.person(Role.MEMBER)
    waiting.add(someone.pk)
    before = Event.objects.count()
    choose_rhythm(viewer=world.viewer(Role.MEMBER), at=NOW, rhythm=Rhythm.WEEKLY)
    assert Event.objects.count() == before + 1
    assert look(someone, 15) == 0
    assert look(someone, 18) == 1


def test_leave_is_quiet(world: World, waiting: set[object]) -> None:
    someone = world.person(Role.MEMBER)
    waiting.add(someone.pk)
    someone.away_first_on, someone.away_last_on = date(2021, 1, 14), date(2021, 1, 16)
    someone.save()
    assert look(someone, 15) == 0
    assert look(someone, 17) == 1


def test_a_chief_officer_is_told_after_those_they_count_on(
    world: World, waiting: set[object], settings: object
) -> None:
    settings.KITH_LEAD_WAITS_DAYS = 5  # type: ignore[attr-defined] # Django's
    lead = world.person(Role.LEAD_SAFEGUARDING_PARTNER)
    delegate = world.person(Role.DELEGATED_SAFEGUARDING_PARTNER)
    waiting |= {lead.pk, delegate.pk}
    assert look(delegate, 11) == 1
    assert look(lead, 11) == 0
    assert look(lead, 15) == 0
    assert look(lead, 16) == 1


def test_what_was_done_in_time_never_reaches_the_lead(
    world: World, waiting: set[object]
) -> None:
    lead = world.person(Role.LEAD_SAFEGUARDING_PARTNER)
    waiting.add(lead.pk)
    assert look(lead, 1) == 0
    waiting.clear()
    assert look(lead, 3) == 0
    waiting.add(lead.pk)
    assert look(lead, 7) == 0, "it began to wait anew"


def test_everybody_is_looked_at_once(world: World) -> None:
    world.person(Role.MEMBER)
    gone = world.person(Role.GROUP_CHAIR)
    type(gone).objects.filter(pk=gone.pk).update(is_active=False)
    digests.start_digests({}, at=NOW)
    digests.start_digests({}, at=NOW)
    assert Job.objects.filter(kind="notices.digest").count() == 1


def test_a_server_that_is_down_is_tried_again(world: World, server: MailServer) -> None:
    someone = world.person(Role.MEMBER)
    server.is_refusing = True
    notify(at=NOW, person=someone.pk, kind=NoticeKind.NEW_DEVICE, mark="one")
    deliver()
    job = Job.objects.get()
    assert (job.state, job.tries) == (JobState.WAITING, 1)
    assert job.error_kind.startswith("SMTP")
    server.is_refusing = False
    deliver()
    assert len(server.letters) == 1
    assert Notice.objects.get().state == "SENT"


# A worker closes a connection whose transaction is not its own, a test's among them.
@pytest.mark.django_db(transaction=True)
def test_security_goes_at_once_and_even_on_leave(
    world: World, server: MailServer
) -> None:
    someone = world.person(Role.MEMBER)
    someone.away_first_on, someone.away_last_on = NOW.date(), NOW.date()
    someone.save()
    for _ in range(2):
        notify(at=NOW, person=someone.pk, kind=NoticeKind.NEW_DEVICE, mark="phone")
    KithWorker().work_once()
    assert len(server.letters) == 1


def test_whoever_left_is_sent_nothing(world: World, server: MailServer) -> None:
    someone = world.person(Role.MEMBER)
    notify(at=NOW, person=someone.pk, kind=NoticeKind.NEW_DEVICE, mark="one")
    type(someone).objects.filter(pk=someone.pk).update(is_active=False)
    deliver()
    assert server.letters == []


def test_the_mailbox_is_ones_own(world: World, browse: Browse) -> None:
    mine, other = world.person(Role.MEMBER), world.person(Role.GROUP_CHAIR)
    notify(at=NOW, person=mine.pk, kind=NoticeKind.NEW_DEVICE, mark="one")
    notify(at=NOW, person=other.pk, kind=NoticeKind.EMERGENCY_OPENED, mark="two")
    shown = browse(mine).get("/notices/").content.decode()
    assert "A sign-in from a new device" in shown
    assert "emergency opening" not in shown


def test_the_form_keeps_the_choice(world: World, browse: Browse) -> None:
    client = browse(world.person(Role.MEMBER))
    assert client.post("/notices/how-often/", {"rhythm": "NEVER"}).status_code == 422
    assert client.post("/notices/how-often/", {"rhythm": "WEEKLY"}).status_code == 302
    assert "on monday mornings" in client.get("/notices/").content.decode()
