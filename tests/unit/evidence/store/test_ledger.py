"""The ledger's chain: whatever is done to its files, the place is named."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from kith.evidence.store.ledger import LedgerError, breaks, entries_of, writing


if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A ledger of four events."""
    place = tmp_path / "ledger"
    for word in ("one", "two", "three", "four"):
        with writing(place) as ledger:
            ledger.add({"said": word})
    return place


def event(folder: Path, number: int) -> Path:
    return folder / f"{number:06}.json"


def test_events_stand_in_order_in_files_that_only_the_owner_opens(
    folder: Path,
) -> None:
    said = [entry.words["said"] for entry in entries_of(folder)]
    assert said == ["one", "two", "three", "four"]
    assert breaks(folder) == (4, [])
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {f.stat().st_mode & 0o777 for f in folder.glob("*.json")} == {0o600}


def swap(folder: Path) -> None:
    second, third = event(folder, 2), event(folder, 3)
    kept = second.read_bytes()
    second.write_bytes(third.read_bytes())
    third.write_bytes(kept)


def reword(folder: Path, number: int) -> None:
    path = event(folder, number)
    text = path.read_text()
    path.write_text(text.replace('"said":"', '"said":"not '))


def cut(folder: Path) -> None:
    event(folder, 3).unlink()
    event(folder, 4).unlink()


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lambda f: reword(f, 2), "000002.json was changed: 000003.json holds another"),
        (lambda f: reword(f, 4), "000004.json was changed: head.json holds another"),
        (lambda f: event(f, 3).unlink(), "000003.json is missing"),
        (swap, "000002.json was moved there: it says it is number 3"),
        (cut, "000003.json and what followed it were cut off"),
        (lambda f: event(f, 1).write_text("{}"), "000001.json was changed: it is not"),
        (lambda f: event(f, 1).unlink(), "000001.json is missing"),
        (lambda f: (f / "head.json").unlink(), "head.json is missing"),
        (lambda f: (f / "more.json").write_text("{}"), "more.json is no part"),
    ],
)
def test_every_harm_is_named_where_it_is(
    folder: Path, harm: Callable[[Path], None], said: str
) -> None:
    harm(folder)
    _, faults = breaks(folder)
    assert faults
    assert faults[0].startswith(said)
    with pytest.raises(LedgerError, match="is broken"):
        entries_of(folder)


def test_a_writer_killed_before_the_head_moved_leaves_a_whole_ledger(
    folder: Path,
) -> None:
    head = (folder / "head.json").read_bytes()
    with writing(folder) as ledger:
        ledger.add({"said": "five"})
    (folder / "head.json").write_bytes(head)
    (folder / ".000006.json.new").write_text("half a f")
    assert breaks(folder) == (5, [])
    with writing(folder) as ledger:
        ledger.add({"said": "six"})
    assert breaks(folder) == (6, [])


def test_of_two_writers_one_waits_and_one_who_cannot_wait_is_refused(
    folder: Path,
) -> None:
    entered, leave = threading.Event(), threading.Event()

    def first() -> None:
        with writing(folder) as ledger:
            entered.set()
            leave.wait(5)
            ledger.add({"said": "first"})

    def second() -> None:
        with writing(folder) as ledger:
            ledger.add({"said": "second"})

    threads = [threading.Thread(target=first)]
    threads[0].start()
    entered.wait(5)
    with (
        pytest.raises(LedgerError, match="somebody else is writing"),
        writing(folder, patience=0),
    ):
        pass
    threads.append(threading.Thread(target=second))
    threads[1].start()
    leave.set()
    for thread in threads:
        thread.join(5)
    said = [entry.words["said"] for entry in entries_of(folder)]
    assert said[4:] == ["first", "second"]
