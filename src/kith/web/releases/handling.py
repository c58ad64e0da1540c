"""How the tables of releases are handled."""

from __future__ import annotations

from kith.domain.vocabulary.handling import Handling


_KEPT = (
    "archive: what the public was told, by whose approval, is kept for good; a later "
    "table is safe only beside every earlier one"
)

HANDLING = (
    Handling(
        "FigureRequest",
        retention="archive: what was answered under the Act stands with its release",
        plain=(
            "id",
            "reference",
            "area",
            "authority",
            "received_on",
            "due_on",
            "state",
            "release",
            "kept_at",
            "answered_at",
        ),
        people=("kept_by", "answered_by"),
        words=("words", "answer"),
    ),
    Handling(
        "Question",
        retention="archive: what was asked of a figure and answered stands beside it",
        plain=(
            "id",
            "reference",
            "measure",
            "area",
            "edition",
            "asked_at",
            "due_on",
            "state",
            "is_correction",
            "answered_at",
        ),
        people=("answered_by",),
        words=("words", "shown_words", "answer"),
    ),
    Handling(
        "Asker",
        retention="until the asker was told, or the question set aside: then deleted",
        plain=("id", "question"),
        people=("email",),
    ),
    Handling(
        "Build",
        retention="archive: which returns an edition was built from, and what was found",
        plain=(
            "id",
            "reference",
            "first_on",
            "last_on",
            "edition",
            "is_provisional",
            "state",
            "asked_at",
        ),
        people=("asked_by",),
        words=("outcome", "fault"),
    ),
    Handling(
        "Release",
        retention=_KEPT,
        plain=(
            "id",
            "reference",
            "build",
            "follows",
            "state",
            "ledger",
            "rule_set",
            "figures",
            "table",
            "titles",
            "proposed_at",
            "approver",
            "approved_at",
            "released_on",
            "withdrawn_at",
            "is_taken_down",
        ),
        people=("proposed_by", "approved_by", "withdrawn_by"),
        words=(
            "title",
            "options",
            "asked",
            "answer",
            "fault",
            "withdrawn_because",
        ),
    ),
    Handling(
        "ReleaseStep",
        retention=_KEPT,
        plain=("id", "of", "number", "move", "state", "taken_at"),
        people=("taken_by",),
        words=("words",),
        is_append_only=True,
    ),
    Handling(
        "Erratum",
        retention=_KEPT,
        plain=("id", "of", "noted_at"),
        people=("noted_by",),
        words=("words",),
        is_append_only=True,
    ),
)
