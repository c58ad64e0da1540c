"""The engine reads files about children in the background; with an agreement alone."""

from __future__ import annotations

import threading
import tomllib
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from kith.domain.vocabulary.actors import Actor
from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.agreements.actions import (
    Decided,
    agree_agreement,
    decide_override,
    draft_agreement,
    end_agreement,
)
from kith.web.agreements.models import SharingAgreement
from kith.web.documents.files import accepted
from kith.web.returns import tasks
from kith.web.returns.actions import (
    add_file,
    begin_reading,
    cancel_reading,
    check_return,
    keep_reading,
    lock_return,
    send_return,
    sign_return,
    take_out_file,
    type_figures,
)
from kith.web.returns.models import CheckState, Submission
from kith.web.returns.presenters import reading
from kith.web.sheets.reading import UnreadableError
from tests.lib.arguments.agreements import terms
from tests.lib.arguments.returns import a_file, owed, speaking
from tests.lib.databases import racing
from tests.lib.world import NOW, make_world


if TYPE_CHECKING:
    from pathlib import Path

    from kith.web.access.viewer import Viewer
    from kith.web.returns.models import Return
    from tests.lib.world import World


CANARY = "XQ-canary-4711"
MISSING = (
    "child_id,reported_at,returned_at,missing_setting\n"
    f"{CANARY},2020-08-03 21:10,2020-08-04 02:00,home\n"
    "A2,2020-08-05 18:00,,home\n"
    "A3,31/02/2020 18:00,,home\n"
)


@pytest.fixture(autouse=True)
def home(settings: object, tmp_path: Path) -> Path:
    settings.KITH_HOME = tmp_path  # type: ignore[attr-defined] # pytest-django's own
    return tmp_path


@pytest.fixture
def steward(world: World) -> Viewer:
    return speaking(world, Role.AGENCY_DATA_STEWARD, world.here)


@pytest.fixture
def of(world: World) -> Return:
    duty = owed(world, world.here, feed="police", measures=())
    found = duty.returns.order_by("first_on").first()
    assert found is not None
    return found


@pytest.fixture
def agreed(world: World) -> None:
    draft = draft_agreement(
        viewer=world.viewer(Role.BUSINESS_MANAGER), at=NOW, terms=terms(world.here)
    )
    lead = speaking(world, Role.AGENCY_LEAD, world.here)
    agree_agreement(viewer=lead, at=NOW, key=draft.pk)


def add(viewer: Viewer, of: Return, words: str = MISSING) -> Submission:
    file = accepted(words.encode())
    return add_file(
        viewer=viewer, at=NOW, key=of.pk, file=file, name="missing_reports.csv"
    ).submission


def test_rows_about_children_are_refused_without_an_agreement(
    steward: Viewer, of: Return, home: Path
) -> None:
    with pytest.raises(RefusedError, match="not taken in without one"):
        add(steward, of)
    assert not [one for one in home.rglob("*") if one.is_file()], "nothing is kept"


def test_a_refused_nil_return_takes_nothing_away(
    world: World, steward: Viewer, of: Return
) -> None:
    with pytest.raises(RefusedError, match="not taken in without one"):
        type_figures(viewer=steward, at=NOW, key=of.pk, typed=(), is_nil=True)
    assert not Submission.objects.exists()


@pytest.mark.usefixtures("agreed")
def test_what_the_engine_finds_stands_beside_the_upload(
    steward: Viewer, of: Return
) -> None:
    submission = add(steward, of)
    with pytest.raises(RefusedError, match="still being read"):
        send_return(viewer=steward, at=NOW, key=of.pk, note="")
    tasks.read_files({"submission": str(submission.pk)}, at=NOW)
    submission.refresh_from_db()
    assert submission.check_state == CheckState.DONE
    shown = reading(submission)
    assert shown is not None
    assert shown.words.startswith("3 rows read.")
    assert shown.tables[0][1:3] == ("missing_reports", "3 = 2 + 1")
    assert CANARY not in str(submission.report)
    send_return(viewer=steward, at=NOW, key=of.pk, note="")
    of.refresh_from_db()
    assert of.state == "SUBMITTED"


@pytest.mark.usefixtures("agreed")
def test_two_files_of_one_name_are_two_and_the_same_file_is_one(
    steward: Viewer,
    of: Return,
    home: Path,
    django_capture_on_commit_callbacks: Any,
) -> None:
    submission = add(steward, of)
    with pytest.raises(RefusedError, match="part of it already"):
        add(steward, of)
    second = MISSING.replace(CANARY, "B9")
    add(steward, of, second)
    tasks.read_files({"submission": str(submission.pk)}, at=NOW)
    submission.refresh_from_db()
    assert [one["file"] for one in submission.report["tables"]] == [
        "missing_reports.csv",
        "missing_reports-2.csv",
    ]
    first = submission.files.order_by("id").first()
    assert first is not None
    take_out_file(viewer=steward, at=NOW, key=first.pk)
    submission.refresh_from_db()
    assert submission.check_state == CheckState.WAITING, "the other is read again"
    last = submission.files.get()
    with django_capture_on_commit_callbacks(execute=True):
        take_out_file(viewer=steward, at=NOW, key=last.pk)
    assert not Submission.objects.exists()
    kept = [one.name for one in home.rglob("*") if one.is_file()]
    assert last.file.hex not in kept, "what is not sent is kept nowhere"


@pytest.mark.usefixtures("agreed")
def test_what_cannot_be_read_cannot_be_sent(steward: Viewer, of: Return) -> None:
    submission = add(steward, of, "colour,shape\nred,round\n")
    tasks.read_files({"submission": str(submission.pk)}, at=NOW)
    submission.refresh_from_db()
    assert submission.report["stops"] > 0
    with pytest.raises(RefusedError, match="could not be read"):
        send_return(viewer=steward, at=NOW, key=of.pk, note="")


@pytest.mark.usefixtures("agreed")
def test_reading_is_cancelled_and_a_late_answer_changes_nothing(
    steward: Viewer, of: Return
) -> None:
    submission = add(steward, of)
    cancel_reading(viewer=steward, at=NOW, key=of.pk)
    tasks.read_files({"submission": str(submission.pk)}, at=NOW)
    assert not keep_reading(
        actor=Actor.platform("returns"),
        at=NOW,
        key=submission.pk,
        state=CheckState.DONE,
        report={"findings": []},
    )
    submission.refresh_from_db()
    assert submission.check_state == CheckState.CANCELLED


@pytest.mark.usefixtures("agreed")
def test_what_was_said_of_one_file_is_not_kept_once_another_waits(
    steward: Viewer, of: Return
) -> None:
    """The engine ends with the first just when the second is added."""
    submission = add(steward, of)
    actor = Actor.platform("returns")
    assert begin_reading(actor=actor, at=NOW, key=submission.pk) is not None
    add(steward, of, MISSING.replace(CANARY, "B9"))
    assert not keep_reading(
        actor=actor,
        at=NOW,
        key=submission.pk,
        state=CheckState.DONE,
        report={"findings": []},
    )
    tasks.read_files({"submission": str(submission.pk)}, at=NOW)
    submission.refresh_from_db()
    assert len(submission.report["tables"]) == 2  # type: ignore[arg-type] # a list


@pytest.mark.usefixtures("agreed")
def test_a_process_that_is_cancelled_is_ended(
    steward: Viewer, of: Return, monkeypatch: pytest.MonkeyPatch
) -> None:
    submission = add(steward, of)
    looks = iter([CheckState.RUNNING, CheckState.CANCELLED])

    class Ended:
        def __init__(self) -> None:
            self.was_killed = threading.Event()

        def poll(self) -> None:
            return None

        def kill(self) -> None:
            self.was_killed.set()

        def wait(self) -> None:
            assert self.was_killed.is_set()

    monkeypatch.setattr(tasks, "LOOK_EVERY", 0)
    monkeypatch.setattr(tasks, "state_now", lambda _: next(looks))
    process = Ended()
    assert not tasks.waited(process, submission.pk)  # type: ignore[arg-type] # as much of one as is asked
    assert process.was_killed.is_set()


def test_figures_counted_at_home_are_handed_on_as_they_are(
    world: World, steward: Viewer, home: Path
) -> None:
    """What `kith evidence figures --audience internal --by sex --format csv` prints."""
    of = owed(world, world.here).returns.order_by("first_on").first()
    assert of is not None
    head = "measure,area,from,to,sex,numerator,denominator,value,unit,status\n"
    days = "E06000024,2020-07-01,2020-09-30"
    rows = (
        f"suspensions,{days},,12,,12,events,shown\n"
        f"suspensions,{days},female,5,,5,events,shown\n"
        f"suspensions,{days},male,7,,7,events,shown\n"
    )
    with pytest.raises(UnreadableError, match="Row 2: This row is not about"):
        add(steward, of, head + rows.replace("E06000024", "E06000023"))
    with pytest.raises(UnreadableError, match="Row 2: Its days are not"):
        add(steward, of, head + rows.replace("2020-07-01", "2020-06-01"))
    submission = add(steward, of, head + rows)
    assert [one.numerator for one in submission.figures.all()] == [12]
    tasks.read_files({"submission": str(submission.pk)}, at=NOW)
    submission.refresh_from_db()
    assert submission.report["tables"][0]["accepted"] == 3
    send_return(viewer=steward, at=NOW, key=of.pk, note="")
    analyst = world.viewer(Role.DATA_ANALYST)
    check_return(viewer=analyst, at=NOW, key=of.pk, words="")
    lead = speaking(world, Role.AGENCY_LEAD, world.here)
    sign_return(viewer=lead, at=NOW, key=of.pk)
    lock_return(viewer=analyst, at=NOW, key=of.pk)
    (kept,) = home.glob("returns/*/aggregate/*/*/*.csv")
    assert kept.read_text() == head + rows


@pytest.mark.usefixtures("agreed")
def test_what_lost_its_agreement_is_locked_on_the_controllers_decision_alone(
    world: World, steward: Viewer, of: Return, home: Path
) -> None:
    analyst = world.viewer(Role.DATA_ANALYST)
    lead = speaking(world, Role.AGENCY_LEAD, world.here)
    type_figures(viewer=steward, at=NOW, key=of.pk, typed=(), is_nil=True)
    send_return(viewer=steward, at=NOW, key=of.pk, note="")
    check_return(viewer=analyst, at=NOW, key=of.pk, words="")
    sign_return(viewer=lead, at=NOW, key=of.pk)
    agreement = SharingAgreement.objects.get()
    end_agreement(viewer=lead, at=NOW, key=agreement.pk, words="It was found unlawful")
    with pytest.raises(RefusedError, match="not handed over without one"):
        lock_return(viewer=analyst, at=NOW, key=of.pk)
    assert not list(home.glob("returns/*/police/*/*"))
    decided = Decided(
        controller=world.here.council,
        area=world.here.area,
        feed="police",
        first_on=of.first_on,
        last_on=of.last_on,
        reason="The quarter is needed for the review 😀",
        legal_basis="Children Act 2004 s11 😀",
    )
    partner = speaking(world, Role.DELEGATED_SAFEGUARDING_PARTNER, world.here)
    decide_override(viewer=partner, at=NOW, decided=decided)
    lock_return(viewer=analyst, at=NOW, key=of.pk)
    (head,) = home.glob("returns/*/police/*/*/return.toml")
    assert tomllib.loads(head.read_text("utf-8"))["agreement"] == (
        "Decision of the controller: Children Act 2004 s11 😀"
    )


@pytest.mark.usefixtures("agreed")
def test_a_nil_return_of_rows_is_a_table_without_any(
    world: World, steward: Viewer, of: Return, home: Path
) -> None:
    type_figures(viewer=steward, at=NOW, key=of.pk, typed=(), is_nil=True)
    send_return(viewer=steward, at=NOW, key=of.pk, note="")
    analyst = world.viewer(Role.DATA_ANALYST)
    check_return(viewer=analyst, at=NOW, key=of.pk, words="")
    lead = speaking(world, Role.AGENCY_LEAD, world.here)
    sign_return(viewer=lead, at=NOW, key=of.pk)
    lock_return(viewer=analyst, at=NOW, key=of.pk)
    (folder,) = (home / "returns/north-somerset-council/police/E06000024").iterdir()
    assert sorted(one.name for one in folder.iterdir()) == [
        "domestic_abuse_notifications.csv",
        "missing_reports.csv",
        "police_protections.csv",
        "return.toml",
    ]
    assert (folder / "missing_reports.csv").read_text().count("\n") == 1
    assert "SHARING/NORTH-SOMERSET/2021/01" in (folder / "return.toml").read_text()


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_two_files_at_once_are_parts_of_one_draft() -> None:
    world = make_world()
    lead = speaking(world, Role.AGENCY_LEAD, world.here)
    draft = draft_agreement(
        viewer=world.viewer(Role.BUSINESS_MANAGER), at=NOW, terms=terms(world.here)
    )
    agree_agreement(viewer=lead, at=NOW, key=draft.pk)
    of = owed(world, world.here, feed="police", measures=()).returns.first()
    assert of is not None
    steward = speaking(world, Role.AGENCY_DATA_STEWARD, world.here)
    again = MISSING + "A4,2020-08-06 18:00,,home\n"
    ended = racing(*(partial(add, steward, of, words) for words in (MISSING, again)))
    assert [type(one).__name__ for one in ended] == ["Submission", "Submission"]
    assert Submission.objects.get().files.count() == 2


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_a_file_that_another_took_out_meanwhile_is_not_there() -> None:
    world = make_world()
    (key,) = a_file(world, world.here)
    steward = speaking(world, Role.AGENCY_DATA_STEWARD, world.here)
    out = partial(take_out_file, viewer=steward, at=NOW, key=key)
    ended = racing(out, out)
    assert sorted(type(one).__name__ for one in ended) == ["Http404", "Return"]
