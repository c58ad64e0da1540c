"""How long the files of a return are kept: no longer than they serve something."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from kith.domain.vocabulary.actors import Actor
from kith.web.access.roles import Role
from kith.web.audit.models import Event
from kith.web.documents.files import accepted
from kith.web.returns import tasks
from kith.web.returns.actions import (
    add_file,
    check_return,
    lock_return,
    remove_old_files,
    restate_return,
    send_back_return,
    send_return,
    sign_return,
)
from kith.web.returns.models import Submission, SubmittedFile
from tests.lib.arguments.returns import SHEET, a_return, owed, speaking
from tests.lib.world import NOW


if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.test import Client

    from kith.web.access.models import Person
    from kith.web.access.viewer import Viewer
    from kith.web.returns.models import Return
    from tests.lib.world import World

    Browse = Callable[[Person], Client]

pytestmark = pytest.mark.usefixtures("published")
ACTOR = Actor.platform("returns")
DAYS_89, DAYS_91 = timedelta(days=89), timedelta(days=91)


@pytest.fixture(autouse=True)
def home(settings: object, tmp_path: Path) -> Path:
    settings.KITH_HOME = tmp_path  # type: ignore[attr-defined] # pytest-django's own
    return tmp_path


@pytest.fixture
def of(world: World) -> Return:
    owed(world, world.here, measures=("referrals", "police_protections"))
    return a_return(world, world.here)


@pytest.fixture
def steward(world: World) -> Viewer:
    return speaking(world, Role.AGENCY_DATA_STEWARD, world.here)


def prepare(steward: Viewer, of: Return, count: int) -> SubmittedFile:
    sheet = SHEET.replace(b"suspensions", b"referrals").replace(b"12", b"%d" % count)
    return add_file(
        viewer=steward, at=NOW, key=of.pk, file=accepted(sheet), name="quarter.csv"
    )


def send(steward: Viewer, of: Return, count: int) -> SubmittedFile:
    file = prepare(steward, of, count)
    send_return(viewer=steward, at=NOW, key=of.pk, note="")
    return file


def kept(home: Path) -> int:
    return sum(one.is_file() for one in (home / "files").rglob("*"))


@pytest.mark.django_db(transaction=True)
def test_what_was_never_sent_is_gone_after_ninety_days(
    steward: Viewer, of: Return, home: Path
) -> None:
    prepare(steward, of, 12)
    assert remove_old_files(actor=ACTOR, at=NOW + DAYS_89) == 0
    assert kept(home) == 1
    tasks.forget_files({}, at=NOW + DAYS_91)
    assert kept(home) == Submission.objects.count() == 0
    event = Event.objects.order_by("-sequence")[0]
    assert (event.verb, event.key) == ("returns.files_removed", of.pk)
    assert event.details["files"] == 1
    assert remove_old_files(actor=ACTOR, at=NOW + DAYS_91) == 0


@pytest.mark.django_db(transaction=True)
def test_what_gave_way_is_gone_after_ninety_days_and_what_was_locked_stays(
    world: World, steward: Viewer, of: Return, home: Path, browse: Browse
) -> None:
    """Three were sent: one sent back, one locked, and one that restates it."""
    analyst = world.viewer(Role.DATA_ANALYST)
    lead = speaking(world, Role.AGENCY_LEAD, world.here)
    first = send(steward, of, 12)
    send_back_return(viewer=analyst, at=NOW, key=of.pk, words="Half of September")
    send(steward, of, 13)
    check_return(viewer=analyst, at=NOW, key=of.pk, words="")
    sign_return(viewer=lead, at=NOW, key=of.pk)
    lock_return(viewer=analyst, at=NOW, key=of.pk)
    restate_return(viewer=analyst, at=NOW, key=of.pk, words="Two came late")
    send(steward, of, 14)
    assert remove_old_files(actor=ACTOR, at=NOW + DAYS_89) == 0
    assert remove_old_files(actor=ACTOR, at=NOW + DAYS_91) == 1
    gone = SubmittedFile.objects.exclude(gone_on=None)
    assert [one.pk for one in gone] == [first.pk]
    assert kept(home) == 2
    client = browse(world.person(Role.DATA_ANALYST))
    page = client.get(f"/returns/{of.pk}/").content.decode()
    assert "another took its place" in page
    assert client.get(f"/returns/files/{first.pk}/").status_code == 404
    assert remove_old_files(actor=ACTOR, at=NOW + DAYS_91) == 0


def test_the_page_to_send_says_for_how_long(
    world: World, steward: Viewer, of: Return, browse: Browse
) -> None:
    client = browse(world.person(Role.AGENCY_DATA_STEWARD))
    page = client.get(f"/returns/{of.pk}/send/").content.decode()
    assert "is removed 90 days after it was begun" in page
