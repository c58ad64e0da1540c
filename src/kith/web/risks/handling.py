"""How the tables of risks are handled."""

from __future__ import annotations

from kith.domain.vocabulary.handling import Handling


_KEPT = "archive: what a partnership decided and did is kept for good"

HANDLING = (
    Handling(
        "Risk",
        retention=_KEPT,
        plain=(
            "id",
            "reference",
            "body",
            "tier",
            "owner_organisation",
            "state",
            "before_likelihood",
            "before_impact",
            "now_likelihood",
            "now_impact",
            "target_likelihood",
            "target_impact",
            "review_on",
            "recorded_at",
        ),
        people=("owner", "recorded_by"),
        words=("title", "cause", "event", "effect"),
    ),
    Handling(
        "Review",
        retention=_KEPT,
        plain=("id", "risk", "number", "on", "likelihood", "impact", "reviewed_at"),
        people=("reviewed_by",),
        words=("words",),
        is_append_only=True,
    ),
    Handling(
        "Control",
        retention=_KEPT,
        plain=("id", "risk", "standing", "due_on", "added_at"),
        people=("owner", "added_by"),
        words=("wording",),
    ),
    Handling(
        "Evidence",
        retention=_KEPT,
        plain=("id", "risk", "measure", "document", "added_at"),
        people=("added_by",),
        words=("words",),
        is_append_only=True,
    ),
    Handling(
        "Raising",
        retention=_KEPT,
        plain=(
            "id",
            "risk",
            "number",
            "from_body",
            "to_body",
            "reply_due_on",
            "raised_at",
            "reply",
            "replied_at",
        ),
        people=("raised_by", "replied_by"),
        words=("reason", "reply_words"),
    ),
    Handling(
        "Seen",
        retention=_KEPT,
        plain=("id", "raising", "seen_at"),
        people=("seen_by",),
        is_append_only=True,
    ),
    Handling(
        "RiskStep",
        retention=_KEPT,
        plain=("id", "risk", "number", "move", "state", "body", "taken_at"),
        people=("taken_by",),
        words=("words",),
        is_append_only=True,
    ),
)
