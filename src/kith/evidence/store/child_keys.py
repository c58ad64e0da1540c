"""Child keys: a keyed digest stands for an agency's own number of a child.

The secret is the current ``linkage`` key of a keyring, a TOML file that only its owner
may read::

    [linkage]
    current = "1"
    [linkage.keys]
    1 = "64 hexadecimal digits"

The keyring is the file that ``KITH_KEYRING`` names; without it, ``keyring.toml`` in the
store, made at the first build.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import stat
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyarrow as pa


if TYPE_CHECKING:
    from pathlib import Path


PURPOSE = "linkage"
SHORTEST_SECRET = 32


class KeyringError(Exception):
    """The keyring cannot be used; the message says why, never what is in it."""


@dataclass(frozen=True)
class ChildKeys:
    """Turns local numbers into keyed digests under the ``linkage`` key.

    HMAC-SHA256, the first 128 bits in hex, of what is numbered, the agency and its
    number. Equal numbers of two agencies are two keys, and nobody without the key can
    find a child by trying numbers out.
    """

    secret: bytes = field(repr=False)

    def digest(self, what: str, agency: str, local_id: str) -> str:
        """The keyed digest of one local number."""
        words = "\x1f".join((what, agency, local_id.strip())).encode()
        return hmac.digest(self.secret, words, hashlib.sha256).hex()[:32]

    def digests(self, what: str, agency: str, ids: pa.ChunkedArray) -> pa.Array:
        """The keyed digests of a column; each different number is digested once."""
        coded = ids.cast(pa.string()).combine_chunks().dictionary_encode()
        keys = [
            None if local is None else self.digest(what, agency, local)
            for local in coded.dictionary.to_pylist()
        ]
        return pa.array(keys, pa.string()).take(coded.indices)


def child_keys(*, keyring: Path | None, store_keyring: Path) -> ChildKeys:
    """The keys of the keyring that is named, else of the store's own, made if need be.

    Raises:
        KeyringError: the keyring is not there, others can read it, or it holds no key.
    """
    if keyring is None and not store_keyring.exists():
        _make(store_keyring)
    return read_keyring(keyring or store_keyring)


def read_keyring(path: Path) -> ChildKeys:
    """The current ``linkage`` key of a keyring.

    Raises:
        KeyringError: as for `child_keys`.
    """
    try:
        mode = path.stat().st_mode
        if mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise KeyringError(
                f"the keyring {path} can be read by others: chmod 600 it first"
            )
        words = tomllib.loads(path.read_text("utf-8"))
        purpose = words[PURPOSE]
        secret = bytes.fromhex(purpose["keys"][str(purpose["current"])])
    except OSError as fault:
        raise KeyringError(
            f"the keyring {path} cannot be read ({type(fault).__name__})"
        ) from None
    except (KeyError, TypeError, ValueError):
        # A parser's message could repeat a line of the file, so it is left out.
        raise KeyringError(
            f"the keyring {path} holds no current key for '{PURPOSE}'"
        ) from None
    if len(secret) < SHORTEST_SECRET:
        raise KeyringError(
            f"the '{PURPOSE}' key in {path} is shorter than {SHORTEST_SECRET} bytes"
        )
    return ChildKeys(secret)


def _make(path: Path) -> None:
    key = secrets.token_hex(SHORTEST_SECRET)
    new = path.with_name(f".{path.name}.new")
    new.unlink(missing_ok=True)
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(f'[{PURPOSE}]\ncurrent = "1"\n\n[{PURPOSE}.keys]\n1 = "{key}"\n')
        file.flush()
        os.fsync(handle)
    new.replace(path)
