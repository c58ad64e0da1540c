"""How the tables of documents are handled."""

from __future__ import annotations

from kith.domain.vocabulary.handling import Handling


_KEPT = "archive: what a partnership kept on file stays, withdrawn or not"

HANDLING = (
    Handling(
        "Document",
        retention=_KEPT,
        plain=(
            *("id", "marking", "area", "body", "dated_on", "review_on"),
            *("version_number", "added_at", "withdrawn_at"),
        ),
        people=("owner", "added_by", "withdrawn_by"),
        words=("title", "withdrawn_because"),
    ),
    Handling(
        "DocumentVersion",
        retention=_KEPT,
        plain=(
            *("id", "document", "number", "file", "kind", "size", "sha256", "scan"),
            *("scanned_with", "uploaded_at"),
        ),
        people=("uploaded_by",),
        words=("words",),
        is_append_only=True,
    ),
    Handling(
        "DocumentStep",
        retention=_KEPT,
        plain=("id", "document", "move", "taken_at"),
        people=("taken_by",),
        words=("words",),
        is_append_only=True,
    ),
)
