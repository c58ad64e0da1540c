"""How the tables of priorities are handled."""

from __future__ import annotations

from kith.domain.vocabulary.handling import Handling


_KEPT = "archive: what a partnership decided and did is kept for good"

HANDLING = (
    Handling(
        "Plan",
        retention=_KEPT,
        plain=("id", "body", "title", "first_on", "last_on", "state", "drafted_at"),
        people=("drafted_by",),
    ),
    Handling(
        "Priority",
        retention=_KEPT,
        plain=(
            "id",
            "plan",
            "number",
            "title",
            "area",
            "lead_organisation",
            "progress",
            "is_published",
            "added_at",
        ),
        people=("lead", "added_by"),
        words=("outcome", "analysis"),
    ),
    Handling(
        "PriorityNote",
        retention=_KEPT,
        plain=("id", "number", "priority", "noted_on", "progress", "noted_at"),
        people=("noted_by",),
        words=("words", "analysis"),
        is_append_only=True,
    ),
    Handling(
        "PriorityNarrative",
        retention=_KEPT,
        plain=("id", "number", "priority", "first_on", "last_on", "written_at"),
        people=("written_by",),
        words=("words",),
        is_append_only=True,
    ),
    Handling(
        "PriorityMeasure",
        retention="as its priority",
        plain=("id", "priority", "measure"),
        words=("why",),
    ),
    Handling(
        "PriorityAction",
        retention="as its priority",
        plain=("id", "priority", "action", "linked_at"),
        people=("linked_by",),
    ),
)
