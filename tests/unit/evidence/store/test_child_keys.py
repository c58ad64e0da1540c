"""A child's number is digested under a key that only its owner can read."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

from kith.evidence.store.child_keys import (
    ChildKeys,
    KeyringError,
    child_keys,
    read_keyring,
)


if TYPE_CHECKING:
    from pathlib import Path


KEYS = ChildKeys(b"a key for tests, of thirty-two b.")


def test_a_column_is_digested_as_its_values_are() -> None:
    ids = pa.chunked_array([["7", None], [" 7 ", "8"]], pa.string())
    seven, eight = (
        KEYS.digest("child", "council", "7"),
        KEYS.digest("child", "council", "8"),
    )
    assert KEYS.digests("child", "council", ids).to_pylist() == [
        seven,
        None,
        seven,
        eight,
    ]
    assert len(seven) == 32
    assert len({seven, eight}) == 2


@pytest.mark.parametrize(
    "other",
    [
        KEYS.digest("child", "police", "7"),
        KEYS.digest("case", "council", "7"),
        KEYS.digest("child", "council", "77"),
        ChildKeys(b"another key, of thirty-two bytes").digest("child", "council", "7"),
    ],
    ids=["agency", "purpose", "number", "key"],
)
def test_another_agency_purpose_number_or_key_is_another_digest(other: str) -> None:
    assert other != KEYS.digest("child", "council", "7")


def test_the_secret_does_not_show() -> None:
    assert "key for tests" not in repr(KEYS)


def test_a_store_makes_its_keyring_once_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "keyring.toml"
    made = child_keys(keyring=None, store_keyring=path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert child_keys(keyring=None, store_keyring=path) == made
    elsewhere = child_keys(keyring=None, store_keyring=tmp_path / "other.toml")
    assert elsewhere != made
    assert child_keys(keyring=path, store_keyring=tmp_path / "other.toml") == made


def test_a_keyring_that_others_can_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "keyring.toml"
    child_keys(keyring=None, store_keyring=path)
    path.chmod(0o640)
    with pytest.raises(KeyringError, match="can be read by others"):
        read_keyring(path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "holds no current key"),
        ("not toml", "holds no current key"),
        ('[linkage]\ncurrent = "2"\n[linkage.keys]\n1 = "00"', "holds no current key"),
        ('[linkage]\ncurrent = "1"\n[linkage.keys]\n1 = "5ecre7"', "no current key"),
        ('[linkage]\ncurrent = "1"\n[linkage.keys]\n1 = "c0ffee"', "is shorter than"),
    ],
)
def test_a_keyring_without_a_usable_key_is_refused_and_never_quoted(
    tmp_path: Path, text: str, said: str
) -> None:
    path = tmp_path / "keyring.toml"
    path.write_text(text)
    path.chmod(0o600)
    with pytest.raises(KeyringError, match=said) as refused:
        read_keyring(path)
    assert "5ecre7" not in str(refused.value)
    assert "c0ffee" not in str(refused.value)


def test_a_keyring_that_is_named_but_absent_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(KeyringError, match="cannot be read"):
        child_keys(keyring=tmp_path / "none", store_keyring=tmp_path / "own")
    assert list(tmp_path.iterdir()) == []
