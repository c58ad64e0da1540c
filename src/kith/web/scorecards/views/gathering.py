"""What the pages and the files of one scorecard are drawn from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.domain.vocabulary.moments import london_day
from kith.domain.vocabulary.periods import Period, say_day
from kith.web.actions import queries as action_queries
from kith.web.groups.queries.meetings import meetings_ahead
from kith.web.scorecards import queries
from kith.web.scorecards.presenters.paper import Paper
from kith.web.scorecards.presenters.records import (
    Beside,
    edition_words,
    question_parts,
)


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.access.requests import KithRequest
    from kith.web.scorecards.models import Scorecard
    from kith.web.scorecards.presenters.entries import Entry
    from kith.web.scorecards.presenters.records import QuestionPart
    from kith.web.scorecards.queries import Part


@dataclass(frozen=True)
class Gathered:
    """One scorecard with its questions, their figures and what stands beside them."""

    scorecard: Scorecard
    parts: tuple[Part, ...]
    beside: Beside
    questions: tuple[QuestionPart, ...]
    edition_words: str

    @property
    def entries(self) -> dict[str, Entry]:
        """Each measure on it, by its code."""
        return {
            part.entry.code: part.entry
            for one in self.questions
            for part in one.entries
        }

    @property
    def titles(self) -> dict[str, str]:
        """The title of each measure on it."""
        return {code: entry.title for code, entry in self.entries.items()}


def gathered(request: KithRequest, key: UUID) -> Gathered:
    """The scorecard of a key.

    Raises:
        Http404: not there, or not this viewer's.
    """
    viewer = request.viewer
    one = queries.scorecard(viewer, key)
    period = Period(one.first_on, one.last_on)
    parts = queries.parts(viewer, one)
    beside = Beside(
        targets=queries.targets(viewer, one),
        changes=queries.step_changes(viewer, one),
        said=queries.commentary(viewer, one),
    )
    questions = question_parts(
        one,
        parts,
        lambda code: queries.shown_now(viewer, code, one.area_id, period),
        beside,
    )
    words = edition_words(one, queries.standing_now(viewer))
    return Gathered(one, parts, beside, questions, words)


def paper_of(request: KithRequest, found: Gathered) -> Paper:
    """The same as a document is made of it, with what it led to."""
    viewer, one = request.viewer, found.scorecard
    now = queries.standing_now(viewer)
    is_kept = one.stands_on is not None
    stands_on = one.stands_on or (now.stands_on if now else london_day(one.drafted_at))
    nearest = meetings_ahead(viewer, at=request.received_at).filter(body=one.body)
    meeting = nearest.first()
    day = say_day(london_day(meeting.starts)) if meeting else ""
    return Paper(
        scorecard=one,
        edition_words=found.edition_words,
        dated=stands_on,
        invented=one.is_invented if is_kept else bool(now and now.invented),
        questions=found.questions,
        actions=list(action_queries.of_source(viewer, "scorecards", one.pk)),
        priorities=list(queries.priorities_of(viewer, one)),
        meeting=f"For the meeting of {one.body.name} on {day}." if day else "",
    )
