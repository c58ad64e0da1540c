"""The platform sends its own figures: each agency's part, quarter by quarter.

Agencies see them first: they stand on a page as they grow, and are handed to the engine
ten working days after the quarter. A quarter is sent once.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from kith.domain.rules.working_days import add_working_days
from kith.domain.vocabulary.moments import london_day
from kith.domain.vocabulary.periods import Grain, Period, whole_of
from kith.web.access.permissions import Permission as P
from kith.web.access.viewer import Grant, Viewer
from kith.web.audit.recording import recorded
from kith.web.bodies.models import Body
from kith.web.returns.files.folder import (
    FIGURES,
    FigureRow,
    Head,
    figures_csv,
    place_of,
    write_folder,
)
from kith.web.returns.queries.engagement import engagement


if TYPE_CHECKING:
    from datetime import date, datetime

    from kith.domain.vocabulary.actors import Actor


SHOWN_FIRST = 10
"""Working days after a quarter in which agencies can look and object: local choice."""
AGREEMENT = (
    "The platform's own records of meetings, actions and papers: no person in them"
)


def quarter_before(day: date) -> Period:
    """The last calendar quarter that was over before the day."""
    this = whole_of(Period(day, day), Grain.QUARTER)
    last = this.first - timedelta(days=1)
    return whole_of(Period(last, last), Grain.QUARTER)


def send_platform_figures(*, actor: Actor, at: datetime) -> int:
    """Each area's figures of the last quarter are handed over; how many areas were new."""
    today = london_day(at)
    period = quarter_before(today)
    if today < add_working_days(period.last, SHOWN_FIRST):
        return 0
    areas = Body.objects.order_by("areas").values_list("areas", flat=True).distinct()
    return sum(_send(actor, at, area, period) for area in areas if area)


def _send(actor: Actor, at: datetime, area: str, period: Period) -> bool:
    home = Path(settings.KITH_HOME)
    head = Head(
        feed="aggregate",
        agency="platform",
        area=area,
        period=period,
        extracted_on=london_day(at),
        agreement=AGREEMENT,
        number=1,
    )
    rows = _rows(area, period)
    if not rows or place_of(home, head).exists():
        return False
    with recorded(actor=actor, at=at, verb="returns.platform_sent") as event:
        event.about_several("returns", (), area=area, figures=len(rows))
        write_folder(home, head, {FIGURES: figures_csv(rows, area)})
    return True


def _rows(area: str, period: Period) -> list[FigureRow]:
    return [
        FigureRow(measure, period, share.part, share.whole, one.code)
        for one in engagement(_platform(area), area, period)
        for measure, share in one.by_indicator
        if share.whole
    ]


def _platform(area: str) -> Viewer:
    """Nobody in particular, who sees the area's agencies and nothing else of it."""
    seen = frozenset({P.RETURN_SEE, P.RETURN_OVERSEE})
    grant = Grant(role=None, permissions=seen, areas=frozenset({area}))
    return Viewer(name="Kith", grants=(grant,))
