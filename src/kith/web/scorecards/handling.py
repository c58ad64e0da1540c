"""How the tables of scorecards are handled."""

from __future__ import annotations

from kith.domain.vocabulary.handling import Handling


_KEPT = "archive: what a group saw and said of its figures is kept for good"
_WITH = "as its scorecard"

HANDLING = (
    Handling(
        "Scorecard",
        retention=_KEPT,
        plain=(
            *("id", "reference", "body", "area", "title", "first_on", "last_on"),
            *("version", "follows", "state", "edition", "stands_on", "rule_set"),
            *("is_invented", "drafted_at", "agreed_at"),
        ),
        people=("drafted_by", "agreed_by"),
    ),
    Handling(
        "ScorecardQuestion",
        retention=_WITH,
        plain=("id", "scorecard", "number"),
        words=("words",),
    ),
    Handling(
        "ScorecardMeasure",
        retention=_WITH,
        plain=("id", "scorecard", "question", "number", "measure", "shown"),
    ),
    Handling(
        "ScorecardTarget",
        retention=_WITH,
        plain=(
            "id",
            "scorecard",
            "measure",
            "kind",
            "value",
            "benchmark",
            "stands_on",
            "set_at",
        ),
        people=("set_by",),
        words=("source",),
    ),
    Handling(
        "StepChange",
        retention=_WITH,
        plain=("id", "scorecard", "measure", "month", "restarts", "noted_at"),
        people=("noted_by",),
        words=("words",),
    ),
    Handling(
        "CommentaryAsk",
        retention=_WITH,
        plain=(
            *("id", "number", "scorecard", "question", "measure", "organisation"),
            *("wanted_on", "asked_at"),
        ),
        people=("asked_by",),
        is_append_only=True,
    ),
    Handling(
        "Commentary",
        retention=_KEPT,
        plain=(
            *("id", "number", "scorecard", "question", "measure", "organisation"),
            "written_at",
        ),
        people=("written_by",),
        words=("what", "so_what", "now_what"),
        is_append_only=True,
    ),
    Handling(
        "ScorecardPriority",
        retention=_WITH,
        plain=("id", "scorecard", "priority", "linked_at"),
        people=("linked_by",),
    ),
    Handling(
        "ScorecardStep",
        retention=_KEPT,
        plain=("id", "number", "scorecard", "move", "taken_at"),
        people=("taken_by",),
        words=("words",),
        is_append_only=True,
    ),
)
