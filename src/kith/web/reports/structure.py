"""The partnership's bodies as a chart, from its record of meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.web.reports.wording import small_count
from kith.web.ui.charts import Body, StructureChart
from kith.web.ui.documents.markdown import UnknownPlaceError


if TYPE_CHECKING:
    from kith.web.reports.plan import Meetings, Plan
    from kith.web.reports.sources import FigureSource


def structure_chart(plan: Plan, source: FigureSource) -> StructureChart:
    """Who reports to whom, each body with how often it met."""
    tops = [body for body in plan.bodies if not body.parent]
    if len(tops) != 1:
        raise UnknownPlaceError(
            "the record of meetings needs one body without a parent"
        )
    return StructureChart(
        name="The bodies of the partnership, who they report to and how often they met",
        place=source.area.name,
        period=str(source.edition.period),
        root=_body(tops[0], plan),
        finding=f"Everything leads to the {tops[0].name}",
        source="the record of meetings",
    )


def _body(body: Meetings, plan: Plan) -> Body:
    members = [one for one in plan.bodies if one.parent == body.code]
    times = "once" if body.met == 1 else f"{small_count(body.met)} times"
    kind = {"task_and_finish": "for a limited time; "}.get(body.kind, "")
    return Body(
        body.name, f"{kind}met {times}", tuple(_body(one, plan) for one in members)
    )
