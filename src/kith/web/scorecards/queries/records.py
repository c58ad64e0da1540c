"""Scorecards, what stands on them, and what was said of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q

from kith.domain.rules.states.scorecards import ScorecardState
from kith.web.access.permissions import Permission as P
from kith.web.access.refusals import one_or_404
from kith.web.bodies.models import Body, Seat
from kith.web.bodies.queries import spoken_for
from kith.web.organisations.models import Area, Organisation
from kith.web.priorities.queries import visible_priorities
from kith.web.scorecards.models import (
    Commentary,
    CommentaryAsk,
    Scorecard,
    ScorecardMeasure,
    ScorecardQuestion,
    Scorecards,
)


if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.viewer import Viewer
    from kith.web.priorities.models import Priorities
    from kith.web.scorecards.models import (
        ScorecardStep,
        ScorecardTarget,
        StepChange,
    )


@dataclass(frozen=True)
class About:
    """What commentary is about: a question by its key, or a measure by its code."""

    question: UUID | None = None
    measure: str = ""


@dataclass(frozen=True)
class Part:
    """A question with its measures, in the order chosen."""

    question: ScorecardQuestion
    measures: tuple[ScorecardMeasure, ...]


def visible_scorecards(viewer: Viewer) -> Scorecards:
    """Every scorecard the viewer may see, with what a list shows of each."""
    return Scorecard.objects.visible_to(viewer).select_related(
        "body", "area", "drafted_by", "agreed_by", "follows"
    )


def scorecard(viewer: Viewer, key: UUID) -> Scorecard:
    """One scorecard.

    Raises:
        Http404: not there, or not this viewer's.
    """
    return one_or_404(visible_scorecards(viewer), key)


def filtered(viewer: Viewer, *, words: str = "", state: str = "") -> Scorecards:
    """Those with these words and in this state, the latest period first."""
    rows = visible_scorecards(viewer)
    for word in words.split():
        rows = rows.filter(Q(title__icontains=word) | Q(body__name__icontains=word))
    if state in set(ScorecardState):
        rows = rows.filter(state=state)
    elif state != "ALL":
        rows = rows.exclude(state=ScorecardState.SUPERSEDED)
    return rows.order_by("-last_on", "body__name", "-version", "id")


def parts(viewer: Viewer, of: Scorecard) -> tuple[Part, ...]:
    """Its questions with their measures."""
    held: dict[UUID, list[ScorecardMeasure]] = {}
    for one in measures(viewer, of):
        held.setdefault(one.question_id, []).append(one)
    rows = ScorecardQuestion.objects.filter(scorecard__in=_seen(viewer, of))
    return tuple(
        Part(one, tuple(held.get(one.pk, ()))) for one in rows.order_by("number", "id")
    )


def part(viewer: Viewer, of: Scorecard, question: UUID) -> Part:
    """One of its questions with its measures.

    Raises:
        Http404: it asks no such question, or is not this viewer's.
    """
    rows = ScorecardQuestion.objects.filter(scorecard__in=_seen(viewer, of))
    asked = one_or_404(rows, question)
    return Part(asked, tuple(asked.measures.order_by("number", "id")))


def followed_by(viewer: Viewer, of: Scorecard) -> Scorecard | None:
    """The version that follows it, drafted or agreed; None where none is."""
    return visible_scorecards(viewer).filter(follows=of.pk).first()


def measures(viewer: Viewer, of: Scorecard) -> QuerySet[ScorecardMeasure]:
    """Its measures, in the order shown."""
    rows = ScorecardMeasure.objects.filter(scorecard__in=_seen(viewer, of))
    return rows.order_by("question__number", "question", "number", "id")


def targets(viewer: Viewer, of: Scorecard) -> list[ScorecardTarget]:
    """What its measures are held against."""
    shown = scorecard(viewer, of.pk)
    return list(shown.targets.select_related("set_by").order_by("measure", "kind"))


def step_changes(viewer: Viewer, of: Scorecard) -> list[StepChange]:
    """What was written on its charts by hand."""
    shown = scorecard(viewer, of.pk)
    return list(shown.step_changes.select_related("noted_by").order_by("month", "id"))


def commentary(viewer: Viewer, of: Scorecard) -> list[Commentary]:
    """The latest word of each agency on each thing, in the order of writing."""
    rows = Commentary.objects.filter(scorecard__in=_seen(viewer, of))
    latest: dict[tuple[object, ...], Commentary] = {}
    for one in rows.select_related("organisation", "written_by").order_by("number"):
        latest[one.question_id, one.measure, one.organisation_id] = one
    return sorted(latest.values(), key=lambda one: one.number)


def asks(viewer: Viewer, of: Scorecard) -> list[CommentaryAsk]:
    """What agencies were asked and have not answered since."""
    return list(
        _unanswered(CommentaryAsk.objects.filter(scorecard__in=_seen(viewer, of)))
    )


def open_asks(viewer: Viewer) -> list[CommentaryAsk]:
    """What is asked of the agencies for which this viewer speaks, soonest first."""
    seen = visible_scorecards(viewer).filter(
        state=ScorecardState.DRAFT, body__in=viewer.bodies(P.SCORECARD_COMMENT)
    )
    rows = CommentaryAsk.objects.filter(
        scorecard__in=seen, organisation__in=spoken_for(viewer)
    )
    return list(_unanswered(rows).select_related("scorecard__body", "scorecard__area"))


def waiting_to_be_agreed(viewer: Viewer) -> Scorecards:
    """Drafts with measures, of groups in which this viewer agrees them."""
    held = ScorecardMeasure.objects.filter(scorecard=OuterRef("pk"))
    rows = visible_scorecards(viewer).filter(
        Exists(held),
        state=ScorecardState.DRAFT,
        body__in=viewer.bodies(P.SCORECARD_AGREE),
    )
    return rows.order_by("last_on", "reference")


def story(viewer: Viewer, of: Scorecard) -> QuerySet[ScorecardStep]:
    """Its steps, oldest first."""
    shown = scorecard(viewer, of.pk)
    return shown.steps.select_related("taken_by").order_by("number")


def priorities_of(viewer: Viewer, of: Scorecard) -> Priorities:
    """The priorities it is linked to and that this viewer may see."""
    return (
        visible_priorities(viewer)
        .filter(scorecards__scorecard__in=_seen(viewer, of))
        .order_by("plan__first_on", "number", "id")
    )


def linkable_priorities(viewer: Viewer) -> Priorities:
    """The priorities of plans that hold and that this viewer may see."""
    rows = visible_priorities(viewer).exclude(plan__state="ENDED")
    return rows.order_by("plan__first_on", "plan__title", "number", "id")


def bodies_to_draft_for(viewer: Viewer) -> QuerySet[Body]:
    """The open groups for which this viewer may draft a scorecard."""
    return Body.objects.filter(
        pk__in=viewer.bodies(P.SCORECARD_EDIT), closed_on__isnull=True
    ).order_by("name", "id")


def areas_to_draft_for(viewer: Viewer) -> QuerySet[Area]:
    """The areas of those groups."""
    bodies = bodies_to_draft_for(viewer)
    return Area.objects.filter(bodies__in=bodies).distinct().order_by("name")


def agencies_of(viewer: Viewer, of: Scorecard) -> QuerySet[Organisation]:
    """The organisations that sit in the scorecard's group."""
    seats = Seat.objects.filter(body__scorecards__in=_seen(viewer, of))
    return Organisation.objects.filter(pk__in=seats.values("organisation")).order_by(
        "name", "id"
    )


def speaking_agencies(viewer: Viewer) -> QuerySet[Organisation]:
    """The agencies for which this viewer may write commentary."""
    rows = Organisation.objects.filter(pk__in=spoken_for(viewer))
    return rows.order_by("name", "id")


def _seen(viewer: Viewer, of: Scorecard) -> Scorecards:
    return Scorecard.objects.visible_to(viewer).filter(pk=of.pk)


def _unanswered(rows: QuerySet[CommentaryAsk]) -> QuerySet[CommentaryAsk]:
    said = Commentary.objects.filter(
        scorecard=OuterRef("scorecard"),
        organisation=OuterRef("organisation"),
        measure=OuterRef("measure"),
        written_at__gte=OuterRef("asked_at"),
    )
    about = said.filter(question=OuterRef("question")) | said.filter(
        question__isnull=True, measure__gt=""
    )
    return (
        rows.exclude(Exists(about))
        .select_related("organisation", "question")
        .order_by("wanted_on", "number")
    )
