"""How one audit event is bound to the one before it."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Mapping


def digest_of(before: str, fields: Mapping[str, object]) -> str:
    """The digest of an event: SHA-256 of the digest before it and every field.

    Fields are text, numbers, None, or what JSON holds; times are given as text in UTC
    so that every database gives back the same. Keys are sorted.
    """
    told = json.dumps(
        [before, dict(sorted(fields.items()))],
        ensure_ascii=False,
        separators=(",", ":"),
        sort_keys=True,
    )
    return hashlib.sha256(told.encode("utf-8")).hexdigest()
