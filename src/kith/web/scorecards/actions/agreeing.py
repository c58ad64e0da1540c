"""A scorecard is agreed, and what it shows is kept; a later version follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.states.scorecards import SCORECARD, ScorecardState
from kith.domain.vocabulary.moments import london_day
from kith.domain.vocabulary.periods import Period
from kith.web.access.references import next_reference
from kith.web.access.refusals import refuse_if
from kith.web.access.writing import writing
from kith.web.bodies.models import Body
from kith.web.scorecards import policies, queries
from kith.web.scorecards.actions.steps import held, told
from kith.web.scorecards.models import (
    Scorecard,
    ScorecardMeasure,
    ScorecardPriority,
    ScorecardQuestion,
    ScorecardTarget,
    StepChange,
)
from kith.web.scorecards.values import to_json


if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from kith.web.access.viewer import Viewer


NOTHING_PUBLISHED = "No evidence is published, so there is nothing to agree."


def agree_scorecard(*, viewer: Viewer, at: datetime, key: UUID) -> Scorecard:
    """The group has agreed it: every figure is kept as it is shown now.

    Raises:
        RefusedError: not theirs to agree, nothing on it, or nothing published.
    """
    with writing(viewer=viewer, at=at, verb="scorecards.agreed") as event:
        scorecard = held(viewer, key)
        rows = list(scorecard.measures.all())
        refuse_if(policies.why_not_agree(viewer, scorecard, len(rows)))
        now = queries.standing_now(viewer)
        refuse_if(NOTHING_PUBLISHED if now is None else "")
        assert now is not None  # as the line above
        _freeze(viewer, scorecard, rows)
        scorecard.state = SCORECARD.move("agree").target
        scorecard.edition, scorecard.stands_on = now.edition, now.stands_on
        scorecard.rule_set, scorecard.is_invented = now.rule_set, now.invented
        scorecard.agreed_by_id, scorecard.agreed_at = viewer.who, at
        scorecard.save()
        told(scorecard, "agree", viewer, at, f"Edition {now.edition}")
        event.about(scorecard, body=scorecard.body_id, edition=now.edition)
        if scorecard.follows_id is not None:
            event.also([_give_way(scorecard, viewer, at)])
    return scorecard


def draft_next(*, viewer: Viewer, at: datetime, key: UUID) -> Scorecard:
    """A new version stands in draft, with the same questions and no commentary yet."""
    with writing(viewer=viewer, at=at, verb="scorecards.renewed") as event:
        before = held(viewer, key)
        followed = Scorecard.objects.filter(follows=before).exists()
        refuse_if(policies.why_not_renew(viewer, before, is_followed=followed))
        Body.objects.select_for_update().get(pk=before.body_id)
        after = Scorecard.objects.create(
            reference=next_reference(
                Scorecard.objects.all(),
                "SCORECARD",
                before.body.code,
                year=london_day(at).year,
            ),
            body=before.body,
            area=before.area,
            title=before.title,
            first_on=before.first_on,
            last_on=before.last_on,
            version=before.version + 1,
            follows=before,
            drafted_by_id=viewer.who,
            drafted_at=at,
        )
        _copy(before, after)
        told(after, "draft", viewer, at, f"Follows {before.reference}")
        event.about(after, body=after.body_id)
    return after


def _freeze(viewer: Viewer, scorecard: Scorecard, rows: list[ScorecardMeasure]) -> None:
    period = Period(scorecard.first_on, scorecard.last_on)
    for row in rows:
        shown = queries.shown_now(viewer, row.measure, scorecard.area_id, period)
        row.shown = to_json(shown)
        row.save(update_fields=["shown"])


def _give_way(scorecard: Scorecard, viewer: Viewer, at: datetime) -> Scorecard:
    assert scorecard.follows_id is not None  # asked by the caller
    before = Scorecard.objects.select_for_update().get(pk=scorecard.follows_id)
    if before.state == ScorecardState.AGREED:
        before.state = SCORECARD.move("follow").target
        before.save(update_fields=["state"])
        told(before, "follow", viewer, at, f"Followed by {scorecard.reference}")
    return before


def _copy(before: Scorecard, after: Scorecard) -> None:
    for question in before.questions.all():
        asked = ScorecardQuestion.objects.create(
            scorecard=after, number=question.number, words=question.words
        )
        for row in question.measures.all():
            ScorecardMeasure.objects.create(
                scorecard=after,
                question=asked,
                number=row.number,
                measure=row.measure,
            )
    kept: tuple[tuple[type[ScorecardTarget | StepChange | ScorecardPriority], str], ...]
    kept = (
        (ScorecardTarget, "targets"),
        (StepChange, "step_changes"),
        (ScorecardPriority, "linked_priorities"),
    )
    for model, rows in kept:
        for one in getattr(before, rows).all():
            names = [field.attname for field in model._meta.concrete_fields]
            values = {n: getattr(one, n) for n in names if n != "id"}
            model.objects.create(**{**values, "scorecard_id": after.pk})
