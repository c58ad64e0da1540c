"""How the tables of approvals are handled."""

from __future__ import annotations

from kith.domain.vocabulary.handling import Handling


_KEPT = "archive: what a partnership decided and did is kept for good"

HANDLING = (
    Handling(
        "Approval",
        retention=_KEPT,
        plain=(
            "id",
            "noun",
            "key",
            "slot",
            "url",
            "area",
            "body",
            "due_on",
            "state",
            "asked_at",
            "approved_on",
            "how",
            "recorded_at",
            "confirmed_at",
        ),
        people=(
            "asked_of",
            "asked_by",
            "recorded_by",
            "confirmed_by",
        ),
        words=(
            "title",
            "office",
            "evidence",
        ),
    ),
    Handling(
        "ApprovalStep",
        retention=_KEPT,
        plain=(
            "id",
            "approval",
            "move",
            "state",
            "taken_at",
        ),
        people=("taken_by",),
        words=("words",),
        is_append_only=True,
    ),
)
