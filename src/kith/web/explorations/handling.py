"""How the tables of explorations are handled."""

from __future__ import annotations

from kith.domain.vocabulary.handling import Handling


HANDLING = (
    Handling(
        "Exploration",
        retention="thirty days, then deleted: an answer is counted anew from the returns; "
        "the audit trail keeps who asked what",
        plain=(
            "id",
            "reference",
            "measure",
            "title",
            "area",
            "first_on",
            "last_on",
            "by",
            "rules",
            "build",
            "state",
            "cells",
            "asked_at",
            "kept_until",
        ),
        people=("asked_by",),
        words=("fault",),
    ),
    Handling(
        "RowOpening",
        retention="with its question; the rows themselves an hour at most, in a file "
        "that only the platform reads; the audit trail keeps the purpose",
        plain=("id", "of", "state", "rows", "asked_at", "open_until"),
        people=("asked_by",),
        words=("purpose", "fault"),
    ),
)
