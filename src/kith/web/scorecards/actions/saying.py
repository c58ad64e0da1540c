"""Commentary: asked of an agency, and written by whoever speaks for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.domain.vocabulary.moments import london_day
from kith.web.access.refusals import one_or_404, refuse_if
from kith.web.access.writing import writing
from kith.web.bodies.queries import known_names, spoken_for
from kith.web.scorecards import policies, queries
from kith.web.scorecards.actions.steps import draft_of, held, told
from kith.web.scorecards.models import Commentary, CommentaryAsk, ScorecardQuestion
from kith.web.ui.watched import LOOKS_LIKE, findings


if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.organisations.models import Organisation
    from kith.web.scorecards.models import Scorecard
    from kith.web.scorecards.queries import About


NOT_ON_IT = "That does not stand on this scorecard."


@dataclass(frozen=True)
class Said:
    """What an agency says: what the figure shows, why it matters, what will be done.

    ``is_confirmed``: the writer was asked about what looks like a child, and confirmed
    that it tells of none.
    """

    organisation: Organisation
    about: About
    what: str
    so_what: str
    now_what: str
    is_confirmed: bool = False


def ask_commentary(
    *,
    viewer: Viewer,
    at: datetime,
    key: UUID,
    organisation: Organisation,
    about: About,
    wanted_on: date,
) -> CommentaryAsk:
    """The agency is asked; it stands on the home page of whoever speaks for it."""
    with writing(viewer=viewer, at=at, verb="scorecards.commentary_asked") as event:
        scorecard = draft_of(viewer, key)
        question = _question(scorecard, about)
        sits = queries.agencies_of(viewer, scorecard).filter(pk=organisation.pk)
        refuse_if("" if sits.exists() else "That agency does not sit in the group.")
        is_past = wanted_on < london_day(at)
        refuse_if("The day is over already." if is_past else "")
        ask = CommentaryAsk.objects.create(
            scorecard=scorecard,
            number=scorecard.asks.count() + 1,
            question=question,
            measure=about.measure,
            organisation=organisation,
            wanted_on=wanted_on,
            asked_by_id=viewer.who,
            asked_at=at,
        )
        told(scorecard, "ask", viewer, at, organisation.name)
        event.about(scorecard, body=scorecard.body_id, organisation=organisation.code)
    return ask


def comment(*, viewer: Viewer, at: datetime, key: UUID, said: Said) -> Commentary:
    """The agency has said what it makes of it; what it said before is kept.

    Raises:
        RefusedError: the scorecard is agreed, the viewer does not speak for the agency,
            or the text looks as if it told of a child.
    """
    with writing(viewer=viewer, at=at, verb="scorecards.commented") as event:
        scorecard = held(viewer, key)
        mine = spoken_for(viewer)
        refuse_if(policies.why_not_comment(viewer, scorecard, mine))
        refuse_if("" if said.organisation.pk in mine else policies.NO_AGENCY)
        texts = [said.what.strip(), said.so_what.strip(), said.now_what.strip()]
        refuse_if("" if all(texts) else "Say what, so what and now what.")
        found = findings(texts, known_names(viewer))
        refuse_if(LOOKS_LIKE if found and not said.is_confirmed else "")
        question = _question(scorecard, said.about)
        made = Commentary.objects.create(
            scorecard=scorecard,
            number=scorecard.commentary.count() + 1,
            question=question,
            measure=said.about.measure,
            organisation=said.organisation,
            what=texts[0],
            so_what=texts[1],
            now_what=texts[2],
            written_by_id=viewer.who,
            written_at=at,
        )
        told(scorecard, "comment", viewer, at, said.organisation.name)
        event.about(
            scorecard,
            body=scorecard.body_id,
            organisation=said.organisation.code,
            measure=said.about.measure,
            confirmed=len(found),
        )
    return made


def _question(scorecard: Scorecard, about: About) -> ScorecardQuestion | None:
    if about.question is not None and not about.measure:
        return one_or_404(scorecard.questions.all(), about.question)
    stands = scorecard.measures.filter(measure=about.measure).exists()
    refuse_if("" if stands and about.question is None else NOT_ON_IT)
    return None
