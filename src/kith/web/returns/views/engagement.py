"""How far each agency took part, a quarter at a time; shown to the agency first."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_safe

from kith.domain.rules.working_days import add_working_days
from kith.domain.vocabulary.periods import Grain, Period, part_label, say_day, whole_of
from kith.web.returns import presenters, queries
from kith.web.returns.actions.platform import SHOWN_FIRST, quarter_before
from kith.web.returns.queries.engagement import engagement as engagement_of


if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpResponse

    from kith.web.access.requests import KithRequest


QUARTERS = 5
"""How many quarters can be chosen, the one that runs among them."""


@require_safe
def engagement(request: KithRequest) -> HttpResponse:
    """Seats filled, actions done, papers in time: by agency, for a quarter."""
    viewer, today = request.viewer, request.received_at.date()
    quarters = _quarters(today)
    areas = queries.areas_seen(viewer)
    chosen = request.GET.get("quarter", "")
    period = quarters.get(chosen) or quarter_before(today)
    codes = [one.code for one in areas]
    area = request.GET.get("area", "")
    area = area if area in codes else next(iter(codes), "")
    rows = engagement_of(viewer, area, period) if area else []
    about = {
        "areas": areas,
        "area": area,
        "quarters": [(label, str(days)) for label, days in quarters.items()],
        "quarter": part_label(period, Grain.QUARTER),
        "period": period,
        "rows": [presenters.engagement_line(one) for one in rows],
        "goes_on": say_day(add_working_days(period.last, SHOWN_FIRST)),
    }
    return render(request, "returns/engagement.html", about)


def _quarters(today: date) -> dict[str, Period]:
    """The quarter that runs, and those before it, by label."""
    found, at = {}, whole_of(Period(today, today), Grain.QUARTER)
    for _ in range(QUARTERS):
        found[part_label(at, Grain.QUARTER)] = at
        last = at.first - timedelta(days=1)
        at = whole_of(Period(last, last), Grain.QUARTER)
    return found
