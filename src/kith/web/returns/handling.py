"""How the tables of returns are handled."""

from __future__ import annotations

from kith.domain.vocabulary.handling import Handling


_KEPT = "archive: which figures were sent, checked and signed is kept for good"
_FILES = (
    "the row for good; the file itself, once it is locked, as its agreement says, and "
    "else until 90 days after another took its place or it was prepared and not sent"
)

HANDLING = (
    Handling(
        "Duty",
        retention=_KEPT,
        plain=(
            "id",
            "area",
            "organisation",
            "feed",
            "measures",
            "cadence",
            "first_on",
            "last_on",
            "days_to_send",
            "planned_at",
        ),
        people=("steward", "planned_by"),
        words=("ended_because",),
    ),
    Handling(
        "Return",
        retention=_KEPT,
        plain=("id", "reference", "duty", "first_on", "last_on", "due_on", "state"),
    ),
    Handling(
        "Submission",
        retention=_KEPT,
        plain=(
            "id",
            "of",
            "number",
            "way",
            "ground",
            "prepared_at",
            "sent_at",
            "locked_at",
            "check_state",
        ),
        people=("prepared_by", "sent_by", "locked_by"),
        words=("note", "report"),
    ),
    Handling(
        "SubmittedFile",
        retention=_FILES,
        plain=(
            "id",
            "submission",
            "file",
            "kind",
            "size",
            "sha256",
            "scan",
            "scanned_with",
            "header_row",
            "columns",
            "is_own_layout",
            "gone_on",
        ),
        words=("name", "sheet", "meanings"),
    ),
    Handling(
        "SubmittedFigure",
        retention=_KEPT,
        plain=(
            "id",
            "submission",
            "measure",
            "first_on",
            "last_on",
            "numerator",
            "denominator",
            "row",
        ),
    ),
    Handling(
        "ReturnStep",
        retention=_KEPT,
        plain=("id", "of", "submission", "number", "move", "state", "taken_at"),
        people=("taken_by",),
        words=("words",),
        is_append_only=True,
    ),
    Handling(
        "RememberedShape",
        retention="until the agency sends another way: it only saves typing",
        plain=("id", "organisation", "feed", "remembered_at"),
        people=("remembered_by",),
        words=("headings", "meanings"),
    ),
)
