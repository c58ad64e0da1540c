"""How a priority is getting on, and what must be said with it.

Working Together 2018 (chapter 3, paragraph 42) and 2023 ask the yearly report for an
analysis of areas with "little or no evidence of progress": so it is a value that can be
chosen, and it is never chosen without the analysis.
"""

from __future__ import annotations

from enum import StrEnum


class Progress(StrEnum):
    """How far a priority has come."""

    NOT_STARTED = "NOT_STARTED"
    LITTLE_OR_NONE = "LITTLE_OR_NONE"
    SOME = "SOME"
    GOOD = "GOOD"
    ACHIEVED = "ACHIEVED"


WORDS = {
    Progress.NOT_STARTED: "Not started",
    Progress.LITTLE_OR_NONE: "Little or no progress",
    Progress.SOME: "Some progress",
    Progress.GOOD: "Good progress",
    Progress.ACHIEVED: "Achieved",
}


def why_not_said(progress: Progress, analysis: str) -> str:
    """Why this cannot be said of a priority; empty where it can."""
    if progress is Progress.LITTLE_OR_NONE and not analysis.strip():
        return (
            "Say why there is little or no progress, and what will be done about it: "
            "the yearly report prints it."
        )
    return ""
