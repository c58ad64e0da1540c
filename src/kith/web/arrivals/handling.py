"""How the tables of moving in are handled."""

from __future__ import annotations

from kith.domain.vocabulary.handling import Handling


_KEPT = "seven years, as the audit trail is: how records came to be here"

HANDLING = (
    Handling(
        "Arrival",
        retention=_KEPT + "; the cells and choices until the import ends, then emptied",
        plain=(
            "id",
            "kind",
            "body",
            "state",
            "header_row",
            "columns",
            "uploaded_at",
            "applied_at",
            "undone_at",
        ),
        people=("uploaded_by", "applied_by", "undone_by"),
        words=("file_name", "sheet", "cells", "choices"),
    ),
    Handling(
        "ArrivalRow",
        retention=_KEPT,
        plain=(
            "id",
            "arrival",
            "number",
            "outcome",
            "noun",
            "record",
            "fingerprint",
            "before",
            "stood",
        ),
        words=("source_reference",),
    ),
    Handling(
        "RememberedColumns",
        retention="until the body closes",
        plain=("id", "kind", "body", "remembered_at"),
        people=("remembered_by",),
        words=("headings",),
    ),
)
