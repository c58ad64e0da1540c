"""How the tables of challenges are handled."""

from __future__ import annotations

from kith.domain.vocabulary.handling import Handling


_KEPT = "archive: what a partnership decided and did is kept for good"

HANDLING = (
    Handling(
        "Challenge",
        retention=_KEPT,
        plain=(
            "id",
            "reference",
            "area",
            "raised_by_organisation",
            "about_organisation",
            "state",
            "rung",
            "raised_at",
        ),
        people=("raised_by",),
        words=("title", "what", "wanted", "resolution", "learning"),
    ),
    Handling(
        "ChallengeRung",
        retention=_KEPT,
        plain=(
            "id",
            "challenge",
            "rung",
            "due_on",
            "reached_at",
            "answer",
            "answered_at",
        ),
        people=("asked", "reached_by", "answered_by"),
        words=("reason", "answer_words"),
    ),
    Handling(
        "Confirmation",
        retention=_KEPT,
        plain=("id", "challenge", "move", "signs", "confirmed_at"),
        people=("confirmed_by",),
        is_append_only=True,
    ),
    Handling(
        "ChallengeStep",
        retention=_KEPT,
        plain=("id", "challenge", "number", "move", "state", "rung", "taken_at"),
        people=("taken_by",),
        words=("words",),
        is_append_only=True,
    ),
)
