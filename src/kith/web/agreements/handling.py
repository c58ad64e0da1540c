"""How the tables of sharing are handled."""

from __future__ import annotations

from kith.domain.vocabulary.handling import Handling


_KEPT = (
    "archive: on what basis something was shared, or not, may be asked for as long as "
    "anybody lives whom it was about"
)

HANDLING = (
    Handling(
        "SharingAgreement",
        retention=_KEPT,
        plain=(
            "id",
            "reference",
            "controller",
            "feeds",
            "first_on",
            "last_on",
            "review_on",
            "state",
            "follows",
            "drafted_at",
        ),
        people=("drafted_by",),
        words=("title", "purpose", "legal_basis", "fields", "security"),
    ),
    Handling(
        "AgreementStep",
        retention=_KEPT,
        plain=("id", "agreement", "number", "move", "state", "taken_at"),
        people=("taken_by",),
        words=("words",),
        is_append_only=True,
    ),
    Handling(
        "Override",
        retention=_KEPT,
        plain=(
            "id",
            "controller",
            "area",
            "feed",
            "first_on",
            "last_on",
            "decided_at",
        ),
        people=("decided_by",),
        words=("reason", "legal_basis"),
        is_append_only=True,
    ),
    Handling(
        "Withholding",
        retention=_KEPT,
        plain=(
            "id",
            "reference",
            "area",
            "holder",
            "asked_by",
            "decided_on",
            "follows",
            "signs",
            "recorded_at",
        ),
        people=("recorded_by",),
        words=("what", "reason"),
        is_append_only=True,
    ),
)
