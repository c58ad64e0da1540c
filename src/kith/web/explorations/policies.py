"""Why something may not be asked of figures; nothing where it may."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.access.permissions import Permission as P
from kith.web.explorations.models import COUNTING, AnswerState, Rules


if TYPE_CHECKING:
    from kith.web.access.viewer import Viewer
    from kith.web.explorations.models import Exploration
    from kith.web.explorations.values import Question


NOT_THERE = "You do not ask about the figures of this area."
NOT_CLEARED = (
    "You are not cleared for numbers as they were counted in this area. Ask under the "
    "public rules."
)
WHOLE_MONTHS = (
    "Under the public rules a question is about whole months: two periods that differ "
    "by a few days would tell the number of those days. Begin on the first day of a "
    "month and end on the last of one."
)
TWICE = "The two breakdowns are the same. Choose another, or one alone."
MONTHS_OF_QUARTERS = (
    "A month lies in one quarter: divide by one of the two, and by something else."
)
NOT_ROWS = "You do not see rows in this area."
ONLY_INTERNAL = "Rows stand behind an answer under the internal rules alone."
NO_ANSWER = "There is no answer yet whose rows could be opened."
COUNTED_ANEW = (
    "The figures have been counted anew since. Ask again, then open the rows of that "
    "answer."
)
MOST_AT_ONCE = 5
ENOUGH = (
    f"{MOST_AT_ONCE} of your questions are being counted. Wait for an answer, or call "
    "one off."
)
NOT_ASKER = "Whoever asked calls it off."
NOT_COUNTING = "It is not being counted."
SAY_PURPOSE = "Say for what you need the rows, in a sentence."
SHORTEST_PURPOSE = 10


def why_not_ask(viewer: Viewer, asked: Question) -> str:
    """Why this viewer cannot ask it."""
    if not viewer.may(P.EXPLORATION_ASK, area=asked.area):
        return NOT_THERE
    is_internal = asked.rules == Rules.INTERNAL
    if is_internal and not viewer.may(P.EXPLORATION_INTERNAL, area=asked.area):
        return NOT_CLEARED
    if len(set(asked.by)) < len(asked.by):
        return TWICE
    if {"month", "quarter"} <= set(asked.by):
        return MONTHS_OF_QUARTERS
    # Answers are not judged beside each other, so that the periods must not tell days.
    if not is_internal and not asked.period.whole_months:
        return WHOLE_MONTHS
    return ""


def why_not_another(counting: int) -> str:
    """Why somebody with so many questions being counted cannot have one more counted.

    Others' work waits in the same queue.
    """
    return "" if counting < MOST_AT_ONCE else ENOUGH


def why_not_cancel(viewer: Viewer, of: Exploration) -> str:
    """Why this viewer cannot call it off."""
    if of.asked_by_id != viewer.person:
        return NOT_ASKER
    return "" if of.state in COUNTING else NOT_COUNTING


def why_not_open_rows(viewer: Viewer, of: Exploration, *, build: str) -> str:
    """Why this viewer cannot open the rows behind an answer, as the newest build is."""
    if not viewer.may(P.ROWS_SEE, area=of.area_id):
        return NOT_ROWS
    if of.rules != Rules.INTERNAL:
        return ONLY_INTERNAL
    if of.state != AnswerState.ANSWERED:
        return NO_ANSWER
    return "" if of.build and of.build == build else COUNTED_ANEW


def why_not_purpose(words: str) -> str:
    """Why these words are no purpose."""
    return "" if len(words.strip()) >= SHORTEST_PURPOSE else SAY_PURPOSE
