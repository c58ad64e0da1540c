"""The files of the release ledger: one an event, each with the digest of the last.

``STORE/ledger/000001.json`` and on, owner only; ``head.json`` names the last of them,
so that a cut end is seen. What the events say is no business of this module.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import re
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kith.evidence.store.errors import StoreError


if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path


OWNER_ONLY, FILE_OWNER_ONLY = 0o700, 0o600
PATIENCE = 120.0
"""Seconds to wait for somebody else who writes; an attack takes a few."""

_NAME = re.compile(r"[0-9]{6}\.json")
_HEAD, _LOCK = "head.json", "lock"


class LedgerError(StoreError):
    """The ledger is broken, or somebody else holds it; the message says what to do."""


@dataclass(frozen=True)
class Entry:
    """One event as it stands in the chain."""

    number: int
    digest: str
    words: Mapping[str, Any]


@dataclass
class LedgerWriter:
    """The ledger, held by one writer."""

    folder: Path
    entries: list[Entry]

    def add(self, words: Mapping[str, Any]) -> Entry:
        """The event stands at the end of the chain, whole or not at all."""
        last = self.entries[-1] if self.entries else None
        number = last.number + 1 if last else 1
        chained = {"number": number, "previous": last.digest if last else "", **words}
        digest = _put(self.folder / _name(number), chained)
        entry = Entry(number, digest, chained)
        self.entries.append(entry)
        _put(self.folder / _HEAD, {"number": number, "digest": digest})
        return entry


def entries_of(folder: Path) -> list[Entry]:
    """Every event, in order; none where no ledger was begun.

    Raises:
        LedgerError: the chain is broken, so that nothing can be said to be safe.
    """
    found, faults = _read(folder)
    if faults:
        raise LedgerError(
            f"the release ledger in {folder} is broken: {faults[0]}. "
            "See kith evidence release verify; put back a copy that is whole"
        )
    return found


def breaks(folder: Path) -> tuple[int, list[str]]:
    """How many events there are, and each place where the chain is broken."""
    found, faults = _read(folder)
    return len(found), faults


def head_of(entries: Sequence[Entry]) -> str:
    """The end of the chain, to keep elsewhere."""
    return f"{entries[-1].number} {entries[-1].digest}" if entries else ""


@contextmanager
def writing(folder: Path, *, patience: float = PATIENCE) -> Iterator[LedgerWriter]:
    """The ledger, for one writer at a time; another waits for its turn.

    Raises:
        LedgerError: the chain is broken, somebody else holds it for too long, or it
            cannot be written.
    """
    try:
        folder.mkdir(mode=OWNER_ONLY, exist_ok=True)
        folder.chmod(OWNER_ONLY)
        handle = (folder / _LOCK).open("a")
    except OSError as fault:
        raise LedgerError(
            f"{folder} cannot be written ({type(fault).__name__}): the ledger is "
            "kept by the account that built the store"
        ) from None
    with handle:
        _hold(handle.fileno(), folder, patience)
        yield LedgerWriter(folder, entries_of(folder))


def _hold(handle: int, folder: Path, patience: float) -> None:
    until = time.monotonic() + patience
    while True:
        try:
            # The system lets go of it when the process ends, however it ends.
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() < until:
                time.sleep(0.05)
                continue
            raise LedgerError(
                f"somebody else is writing in {folder}: try again when they are done"
            ) from None
        return


def _read(folder: Path) -> tuple[list[Entry], list[str]]:
    """The events that can be read, and what is wrong with the chain."""
    if not folder.is_dir():
        return [], []
    names = sorted(path.name for path in folder.iterdir())
    known = [name for name in names if _NAME.fullmatch(name)]
    faults = [
        f"{name} is no part of the ledger"
        for name in names
        if name not in {*known, _HEAD, _LOCK} and not name.startswith(".")
    ]
    entries: list[Entry] = []
    last = 0
    for name in known:
        number = int(name[:6])
        faults += _gap(last, number)
        entry, wrong = _entry(folder / name, number)
        faults += wrong
        if entry is not None:
            before = entries[-1] if entries else None
            faults += _link(before, entry)
            entries.append(entry)
        last = number
    faults += _end(folder / _HEAD, entries, last)
    return entries, faults


def _gap(last: int, number: int) -> list[str]:
    missing = range(last + 1, number)
    if not missing:
        return []
    if len(missing) == 1:
        return [f"{_name(missing[0])} is missing"]
    return [f"{_name(missing[0])} to {_name(missing[-1])} are missing"]


def _entry(path: Path, number: int) -> tuple[Entry | None, list[str]]:
    try:
        read = path.read_bytes()
        words = json.loads(read)
        if not isinstance(words, dict) or _canonical(words) != read:
            raise ValueError
    except (OSError, ValueError):
        return None, [f"{path.name} was changed: it is not as the ledger writes it"]
    if words.get("number") != number:
        said = words.get("number")
        return None, [f"{path.name} was moved there: it says it is number {said}"]
    return Entry(number, _digest(read), words), []


def _link(before: Entry | None, entry: Entry) -> list[str]:
    """Whether an event follows the one before it; a gap was said already."""
    if entry.number != (before.number + 1 if before else 1):
        return []
    if entry.words.get("previous") == (before.digest if before else ""):
        return []
    name = _name(entry.number)
    if before is None:
        return [f"{name} was changed: it is not the first of a chain"]
    return [f"{_name(before.number)} was changed: {name} holds another digest of it"]


def _end(path: Path, entries: Sequence[Entry], last: int) -> list[str]:
    """The head names the last event; a writer that was killed leaves it one behind."""
    if not path.is_file():
        return [f"{_HEAD} is missing"] if last > 1 else []
    try:
        words = json.loads(path.read_bytes())
        number, digest = int(words["number"]), str(words["digest"])
    except (OSError, ValueError, KeyError, TypeError):
        return [f"{_HEAD} was changed: it names no event"]
    if number > last:
        return [f"{_name(last + 1)} and what followed it were cut off"]
    if last > number + 1:
        return [f"{_name(number + 2)} was added past the end that {_HEAD} names"]
    named = [entry for entry in entries if entry.number == number]
    if named and named[0].digest != digest:
        return [f"{_name(number)} was changed: {_HEAD} holds another digest of it"]
    return []


def _put(path: Path, words: Mapping[str, Any]) -> str:
    """The words stand in the file, by one rename; their digest."""
    written = _canonical(words)
    new = path.with_name(f".{path.name}.new")
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, FILE_OWNER_ONLY)
    with os.fdopen(handle, "wb") as file:
        file.write(written)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
    return _digest(written)


def _name(number: int) -> str:
    return f"{number:06}.json"


def _canonical(words: Mapping[str, Any]) -> bytes:
    text = json.dumps(words, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return (text + "\n").encode()


def _digest(written: bytes) -> str:
    return hashlib.sha256(written).hexdigest()
