"""How a priority is getting on: what may be said, and what must be said with it."""

from __future__ import annotations

import pytest

from kith.domain.rules.priority_progress import WORDS, Progress, why_not_said


@pytest.mark.parametrize(
    ("progress", "analysis", "may"),
    [
        (Progress.LITTLE_OR_NONE, "", False),
        (Progress.LITTLE_OR_NONE, " \n", False),
        (Progress.LITTLE_OR_NONE, "Two leads left; a third began in May.", True),
        (Progress.NOT_STARTED, "", True),
        (Progress.SOME, "", True),
        (Progress.GOOD, "", True),
        (Progress.ACHIEVED, "", True),
    ],
)
def test_little_or_none_is_never_said_without_its_analysis(
    progress: Progress, analysis: str, *, may: bool
) -> None:
    assert (why_not_said(progress, analysis) == "") is may


def test_the_refusal_says_that_the_yearly_report_prints_it() -> None:
    assert "yearly report" in why_not_said(Progress.LITTLE_OR_NONE, "")


def test_every_value_has_words_of_its_own() -> None:
    assert set(WORDS) == set(Progress)
    assert len(set(WORDS.values())) == len(WORDS)
    assert WORDS[Progress.LITTLE_OR_NONE] == "Little or no progress"
