"""Where files are kept: owner-only, whole, and checked when they are read."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from kith.web.documents.files import FileDamagedError, FileStore


if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_kept_for_its_owner_alone(tmp_path: Path) -> None:
    store = FileStore(tmp_path / "files")
    with store.keeping(b"hello") as key:
        pass
    path = store.path(key)
    assert path.parent.name == key.hex[:2]
    assert path.stat().st_mode & 0o777 == 0o600
    for folder in (store.root, path.parent):
        assert folder.stat().st_mode & 0o777 == 0o700
    digest = hashlib.sha256(b"hello").hexdigest()
    assert store.read(key, sha256=digest) == b"hello"


def test_what_fails_afterwards_leaves_no_file(tmp_path: Path) -> None:
    store = FileStore(tmp_path / "files")
    with pytest.raises(RuntimeError), store.keeping(b"hello"):
        raise RuntimeError
    assert [one for one in store.root.rglob("*") if one.is_file()] == []


def test_a_changed_or_missing_file_is_never_given_out(tmp_path: Path) -> None:
    store = FileStore(tmp_path / "files")
    with store.keeping(b"hello") as key:
        pass
    store.path(key).write_bytes(b"jello")
    with pytest.raises(FileDamagedError):
        store.read(key, sha256=hashlib.sha256(b"hello").hexdigest())
    with pytest.raises(FileDamagedError):
        store.read(uuid4(), sha256="")
