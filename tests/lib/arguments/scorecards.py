"""The scorecards of groups."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from kith.web.access.roles import Role
from kith.web.scorecards.actions import (
    Annotation,
    Asked,
    Heading,
    Target,
    add_question,
    agree_scorecard,
    annotate,
    draft_scorecard,
    set_target,
)
from kith.web.scorecards.models import TargetKind
from tests.lib.published_store import PERIOD
from tests.lib.world import NOW


if TYPE_CHECKING:
    from kith.web.scorecards.models import Scorecard
    from tests.lib.world import Side, World


FIGURES = ("referrals", "re_referral_share")


def draft(world: World, side: Side) -> Scorecard:
    """A draft of the side's body that asks one question, with two figures."""
    manager = world.viewer(Role.BUSINESS_MANAGER, side)
    made = draft_scorecard(
        viewer=manager,
        at=NOW,
        body=side.body,
        heading=Heading("Help in time", side.area, PERIOD),
    )
    asked = Asked("Do families get help in time?", FIGURES)
    add_question(viewer=manager, at=NOW, key=made.pk, asked=asked)
    return made


def drafted(world: World, side: Side) -> tuple[object, ...]:
    """Such a draft."""
    return (draft(world, side).pk,)


def agreed(world: World, side: Side) -> tuple[object, ...]:
    """The same, agreed by the chair."""
    key = draft(world, side).pk
    chair = world.viewer(Role.GROUP_CHAIR, side)
    agree_scorecard(viewer=chair, at=NOW, key=key)
    return (key,)


def with_question(world: World, side: Side) -> tuple[object, ...]:
    """A draft, and its question."""
    made = draft(world, side)
    return made.pk, made.questions.get().pk


def with_measure(world: World, side: Side) -> tuple[object, ...]:
    """A draft, and its second figure."""
    made = draft(world, side)
    return made.pk, made.measures.get(measure=FIGURES[1]).pk


def with_target(world: World, side: Side) -> tuple[object, ...]:
    """A draft, and a target on it."""
    made = draft(world, side)
    target = Target(
        FIGURES[1], TargetKind.LOCAL, Decimal(20), "The group, 2020", date(2020, 4, 1)
    )
    manager = world.viewer(Role.BUSINESS_MANAGER, side)
    one = set_target(viewer=manager, at=NOW, key=made.pk, target=target)
    return made.pk, one.pk


def with_change(world: World, side: Side) -> tuple[object, ...]:
    """A draft, and what happened in a month."""
    made = draft(world, side)
    manager = world.viewer(Role.BUSINESS_MANAGER, side)
    annotation = Annotation(date(2020, 3, 1), "schools close", restarts=True)
    one = annotate(viewer=manager, at=NOW, key=made.pk, annotation=annotation)
    return made.pk, one.pk


def with_chart(world: World, side: Side) -> tuple[object, ...]:
    """A draft, and the code of a figure with a chart."""
    return draft(world, side).pk, FIGURES[0]


_CHARTS = ("chart_svg", "chart_png", "chart_csv")
_DRAFTS = (
    *("heading", "question_new", "comment", "ask", "target", "comparators", "annotate"),
    *("priorities", "agree", "pdf", "docx", "brief"),
)

ARGUMENTS_OF = {
    **{f"scorecards:{name}": drafted for name in _DRAFTS},
    "scorecards:detail": agreed,
    "scorecards:next": agreed,
    "scorecards:question_change": with_question,
    "scorecards:question_remove": with_question,
    "scorecards:up": with_measure,
    "scorecards:target_remove": with_target,
    "scorecards:annotation_remove": with_change,
    **{f"scorecards:{name}": with_chart for name in _CHARTS},
}
NARROWER = {
    f"scorecards:{name}": "only an area that the edition covers has charts"
    for name in _CHARTS
}
