"""How the tables of actions are handled."""

from __future__ import annotations

from kith.domain.vocabulary.handling import Handling


_KEPT = "archive: what a partnership decided and did is kept for good"

HANDLING = (
    Handling(
        "Action",
        retention=_KEPT,
        plain=(
            "id",
            "reference",
            "body",
            "owner_organisation",
            "due_on",
            "first_due_on",
            "state",
            "proposed_at",
            "verified_at",
        ),
        people=("owner", "proposed_by", "verified_by"),
        words=("wording",),
    ),
    Handling(
        "ActionStep",
        retention=_KEPT,
        plain=("id", "number", "action", "move", "state", "taken_at"),
        people=("taken_by",),
        words=("words",),
        is_append_only=True,
    ),
    Handling(
        "ActionSource",
        retention=_KEPT,
        plain=("id", "action", "kind", "noun", "key", "url", "added_at"),
        people=("added_by",),
        words=("words",),
        is_append_only=True,
    ),
    Handling(
        "ActionEvidence",
        retention=_KEPT,
        plain=("id", "number", "action", "submitted_at"),
        people=("submitted_by",),
        words=("words",),
        is_append_only=True,
    ),
    Handling(
        "EvidenceDocument",
        retention=_KEPT,
        plain=("id", "evidence", "document"),
        is_append_only=True,
    ),
    Handling(
        "ActionExtension",
        retention=_KEPT,
        plain=(
            "id",
            "action",
            "from_on",
            "to_on",
            "asked_at",
            "is_given",
            "decided_at",
        ),
        people=("asked_by", "decided_by"),
        words=("reason", "answer"),
    ),
    Handling(
        "ActionImpact",
        retention=_KEPT,
        plain=("id", "number", "action", "strength", "stated_at"),
        people=("stated_by",),
        words=("words",),
        is_append_only=True,
    ),
)
