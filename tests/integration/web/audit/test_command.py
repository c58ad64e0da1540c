"""`kith audit verify` on a real database: whole, and after a hand was in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import DatabaseError, connection, transaction

from kith import cli
from kith.web.access.reading import read_recorded
from kith.web.access.roles import Role
from kith.web.actions.models import Action
from kith.web.audit.append_only import AppendOnlyError
from kith.web.audit.models import ChainHead, Event, Touched
from tests.lib.arguments.actions import proposed
from tests.lib.databases import triggers_away
from tests.lib.world import NOW


if TYPE_CHECKING:
    from pathlib import Path

    from tests.lib.world import World


@pytest.fixture
def trail(world: World) -> World:
    for _ in range(3):
        proposed(world, world.here)
    return world


def run_sql(words: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(words)


def verified(capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str]:
    code = cli.main(["audit", "verify", *more])
    return code, capsys.readouterr().out


REFUSED = {
    "a change": "UPDATE audit_event SET verb = 'x' WHERE sequence = 2",
    "a removal": "DELETE FROM audit_event WHERE sequence = 3",
    "a head moved back": "UPDATE audit_chainhead SET sequence = 1",
    "a head that names no event": "UPDATE audit_chainhead SET digest = 'x'",
    "a head removed": "DELETE FROM audit_chainhead",
}


@pytest.mark.parametrize("words", REFUSED.values(), ids=REFUSED)
def test_the_database_refuses(trail: World, words: str) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        run_sql(words)


def test_the_database_refuses_an_event_out_of_place(trail: World) -> None:
    last = Event.objects.order_by("-sequence").first()
    for sequence, before in ((last.sequence + 2, last.digest), (4, "0" * 64)):
        with pytest.raises(DatabaseError), transaction.atomic():
            Event(
                sequence=sequence,
                at=last.at,
                actor_name="Forger",
                verb="x",
                digest_before=before,
                digest="0" * 64,
            ).save()


def test_the_database_refuses_to_empty_the_trail(trail: World) -> None:
    if connection.vendor == "postgresql":
        with pytest.raises(DatabaseError), transaction.atomic():
            run_sql("TRUNCATE audit_event CASCADE")


def test_the_model_and_its_queryset_refuse(trail: World) -> None:
    event = Event.objects.first()
    for attempt in (
        event.save,
        event.delete,
        Event.objects.all().delete,
        lambda: Event.objects.update(verb="x"),
        lambda: Event.objects.bulk_update([event], ["verb"]),
    ):
        with pytest.raises(AppendOnlyError):
            attempt()


def test_the_trail_is_whole_as_it_was_written(trail: World, capsys) -> None:
    code, said = verified(capsys)
    assert code == 0
    assert "whole: 3 events" in said


HARMS = {
    "a word changed": (
        "UPDATE audit_event SET verb = 'actions.closed' WHERE sequence = 2",
        "event 2 (",
        "a field was changed",
    ),
    "an event gone": (
        "DELETE FROM audit_event WHERE sequence = 2",
        "event 2:",
        "missing",
    ),
    "the tail cut": (
        "DELETE FROM audit_event WHERE sequence = 3",
        "event 3:",
        "cut off",
    ),
    "two swapped": (
        "UPDATE audit_event SET sequence = 1003 - sequence WHERE sequence IN (1, 2)",
        "event 1",
        "",
    ),
    "the end moved back": (
        "UPDATE audit_chainhead SET sequence = 1",
        "event 1 (",
        "names another",
    ),
}


@pytest.mark.parametrize(("words", "place", "what"), HARMS.values(), ids=HARMS)
def test_a_hand_in_the_database_is_found_and_its_place_named(
    trail: World, capsys, words: str, place: str, what: str
) -> None:
    with triggers_away():
        run_sql(words)
        run_sql(
            "UPDATE audit_event SET sequence = sequence - 1000 WHERE sequence > 999"
        )
    code, said = verified(capsys)
    assert code == 1
    assert place in said
    assert what in said
    assert "broken in" in said


def test_heads_are_kept_elsewhere_and_compared(
    trail: World, capsys, tmp_path: Path
) -> None:
    kept = tmp_path / "heads.txt"
    for _ in range(2):
        assert cli.main(["audit", "head", "--out", str(kept)]) == 0
    assert kept.read_text() == f"3 {ChainHead.objects.get().digest}\n"
    proposed(trail, trail.there)
    assert cli.main(["audit", "head", "--out", str(kept)]) == 0
    assert len(kept.read_text().splitlines()) == 2
    assert verified(capsys, "--against", str(kept))[0] == 0
    kept.write_text(f"2 {'0' * 64}\n9 {'0' * 64}\n")
    code, said = verified(capsys, "--against", str(kept))
    assert code == 1
    assert "event 2 (" in said
    assert "event 9: cut off" in said


def test_the_heads_that_the_site_keeps_find_a_trail_that_was_emptied(
    trail: World, capsys, tmp_path: Path, settings
) -> None:
    settings.KITH_AUDIT_HEADS = tmp_path / "heads.txt"
    assert cli.main(["audit", "head", "--out", str(settings.KITH_AUDIT_HEADS)]) == 0
    assert "1 compared with" in verified(capsys)[1]
    with triggers_away():
        for table in ("audit_touched", "audit_event", "audit_chainhead"):
            run_sql(f"DELETE FROM {table}")
    code, said = verified(capsys)
    assert code == 1
    assert "event 3: cut off: its digest was kept elsewhere" in said


def test_a_file_that_holds_no_heads_is_refused(trail: World, capsys, tmp_path) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("no heads here\n")
    assert cli.main(["audit", "verify", "--against", str(wrong)]) == 2
    assert "no file of heads" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", ["DELETE FROM audit_touched", "UPDATE audit_touched SET noun = 'x'"]
)
def test_a_list_of_records_that_was_changed_is_found(
    trail: World, capsys, words: str
) -> None:
    read_recorded(
        trail.viewer(Role.MEMBER), NOW, "actions.read", Action.objects.all(), "checking"
    )
    assert Touched.objects.count() == 3
    assert verified(capsys)[0] == 0
    with triggers_away():
        run_sql(words)
    code, said = verified(capsys)
    assert code == 1
    assert "event 4 (" in said
