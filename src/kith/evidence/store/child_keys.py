"""Child keys: a keyed digest stands for an agency's own number of a child."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field

import pyarrow as pa


@dataclass(frozen=True)
class ChildKeys:
    """Turns local numbers into keyed digests under the ``linkage`` key.

    HMAC-SHA256, the first 128 bits in hex, of purpose, agency and local number. Two
    agencies' equal numbers are two keys; nobody without the key can try numbers out.
    """

    secret: bytes = field(repr=False)

    def digest(self, purpose: str, agency: str, local_id: str) -> str:
        """The keyed digest of one local number."""
        words = "\x1f".join((purpose, agency, local_id.strip())).encode()
        return hmac.digest(self.secret, words, hashlib.sha256).hex()[:32]

    def digests(self, purpose: str, agency: str, ids: pa.ChunkedArray) -> pa.Array:
        """The keyed digests of a column; each different number is digested once."""
        coded = ids.combine_chunks().dictionary_encode()
        keys = pa.array(
            [
                None if local is None else self.digest(purpose, agency, local)
                for local in coded.dictionary.to_pylist()
            ],
            pa.string(),
        )
        return keys.take(coded.indices)
