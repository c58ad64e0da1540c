"""What is written beside the figures of a draft: targets, and what happened when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.web.access.refusals import one_or_404, refuse_if
from kith.web.access.writing import writing
from kith.web.scorecards import queries
from kith.web.scorecards.actions.steps import draft_of
from kith.web.scorecards.models import ScorecardTarget, StepChange, TargetKind


if TYPE_CHECKING:
    from datetime import date, datetime
    from decimal import Decimal
    from uuid import UUID

    from kith.web.access.viewer import Viewer
    from kith.web.scorecards.models import Scorecard


NOT_ON_IT = "That measure does not stand on this scorecard."


@dataclass(frozen=True)
class Target:
    """What a measure is held against: the value, whose it is, and from when."""

    measure: str
    kind: TargetKind
    value: Decimal
    source: str
    stands_on: date


@dataclass(frozen=True)
class Annotation:
    """What happened in a month; no measure means every chart."""

    month: date
    words: str
    measure: str = ""
    restarts: bool = False


def set_target(
    *, viewer: Viewer, at: datetime, key: UUID, target: Target
) -> ScorecardTarget:
    """The measure is held against this value; another of its kind gives way."""
    with writing(viewer=viewer, at=at, verb="scorecards.target_set") as event:
        scorecard = draft_of(viewer, key)
        refuse_if(_why_not_on(scorecard, target.measure))
        refuse_if("" if target.source.strip() else "Say where the value comes from.")
        refuse_if(queries.why_not_typed(viewer, scorecard, target.measure, target.kind))
        made, _ = ScorecardTarget.objects.update_or_create(
            scorecard=scorecard,
            measure=target.measure,
            kind=target.kind,
            defaults={
                "value": target.value,
                "source": target.source.strip(),
                "stands_on": target.stands_on,
                "benchmark": None,
                "set_by_id": viewer.who,
                "set_at": at,
            },
        )
        event.about(
            scorecard,
            body=scorecard.body_id,
            measure=target.measure,
            kind=target.kind.value,
        )
    return made


def remove_target(
    *, viewer: Viewer, at: datetime, key: UUID, target: UUID
) -> Scorecard:
    """The measure is not held against it any more."""
    with writing(viewer=viewer, at=at, verb="scorecards.target_removed") as event:
        scorecard = draft_of(viewer, key)
        one = one_or_404(scorecard.targets.all(), target)
        one.delete()
        event.about(scorecard, body=scorecard.body_id, measure=one.measure)
    return scorecard


def annotate(
    *, viewer: Viewer, at: datetime, key: UUID, annotation: Annotation
) -> StepChange:
    """The charts say what happened in a month; limits may start anew from there."""
    with writing(viewer=viewer, at=at, verb="scorecards.annotated") as event:
        scorecard = draft_of(viewer, key)
        month = annotation.month.replace(day=1)
        if annotation.measure:
            refuse_if(_why_not_on(scorecard, annotation.measure))
        refuse_if("" if annotation.words.strip() else "Say what happened.")
        within = scorecard.first_on.replace(day=1) <= month <= scorecard.last_on
        refuse_if("" if within else "That month is outside the scorecard's period.")
        made, _ = StepChange.objects.update_or_create(
            scorecard=scorecard,
            measure=annotation.measure,
            month=month,
            defaults={
                "words": annotation.words.strip(),
                "restarts": annotation.restarts,
                "noted_by_id": viewer.who,
                "noted_at": at,
            },
        )
        event.about(scorecard, body=scorecard.body_id, month=month.isoformat())
    return made


def remove_step_change(
    *, viewer: Viewer, at: datetime, key: UUID, change: UUID
) -> Scorecard:
    """The charts do not say it any more."""
    with writing(viewer=viewer, at=at, verb="scorecards.annotation_removed") as event:
        scorecard = draft_of(viewer, key)
        one = one_or_404(scorecard.step_changes.all(), change)
        one.delete()
        event.about(scorecard, body=scorecard.body_id, month=one.month.isoformat())
    return scorecard


def _why_not_on(scorecard: Scorecard, measure: str) -> str:
    return "" if scorecard.measures.filter(measure=measure).exists() else NOT_ON_IT
