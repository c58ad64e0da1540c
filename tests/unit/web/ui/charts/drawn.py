"""Charts for tests, drawn from small rows of numbers; None is a hidden month."""

from __future__ import annotations

import calendar
from decimal import Decimal

from kith.domain.rules.funnel import Place
from kith.domain.vocabulary.figures import Status, Unit
from kith.web.ui.charts import (
    Annotation,
    Bar,
    BarChart,
    Body,
    FunnelChart,
    Point,
    RunChart,
    Spot,
    StructureChart,
)


PERIOD = "November 2019 to December 2020 (14 months)"
MONTHS = [
    (2019, 11),
    (2019, 12),
    *((year, month) for year in (2020, 2021) for month in range(1, 13)),
]


def run_of(
    *values: int | None, unit: Unit = Unit.REFERRAL, gap: Status = Status.SUPPRESSED
) -> RunChart:
    """A run chart of months from November 2019."""
    points = tuple(
        Point(
            f"{calendar.month_name[month]} {year}",
            calendar.month_abbr[month],
            None if value is None else Decimal(value),
            gap if value is None else Status.SHOWN,
            str(year),
        )
        for (year, month), value in zip(MONTHS, values, strict=False)
    )
    return RunChart(
        "Referrals",
        unit,
        PERIOD,
        "North Somerset",
        points,
        source="Annex A, list 2",
        events=(Annotation("March 2020", "schools close"),),
    )


def bars_of(*bars: Bar, unit: Unit = Unit.REFERRAL) -> BarChart:
    """A bar chart by age."""
    return BarChart("Referrals", unit, PERIOD, "North Somerset", bars, "age")


def tree() -> StructureChart:
    """Three bodies, one above the others."""
    root = Body("Executive", "leads", (Body("Reviews", "learns"), Body("Early help")))
    return StructureChart("The bodies", "North Somerset", PERIOD, root)


def funnel_of(*spots: Spot, unit: Unit = Unit.PER_CENT) -> FunnelChart:
    """Areas by the number of their referrals, around 24 %."""
    return FunnelChart(
        "Re-referrals", unit, PERIOD, "5 areas", spots, Decimal(24), "referrals"
    )


STEADY = (10, 12, 11, 13, 12, 11, 10, 12)
EVERY_CHART = {
    "steady": run_of(*STEADY),
    "with gaps": run_of(10, None, 11, None, None, 11, 10, 12, 9, 14, 10, 11, 12, 13),
    "not supplied": run_of(10, None, 11, gap=Status.NOT_SUPPLIED),
    "nothing shown": run_of(None, None),
    "no month": run_of(),
    "share": run_of(90, 95, 99, 97, 98, 96, 99, 97, unit=Unit.PER_CENT),
    "high up": run_of(1300, 1302, 1301, 1305, 1304, 1306, 1308, 1307),
    "bars": bars_of(
        Bar("Under 1", Decimal(4)),
        Bar("1 to 4", Decimal(0), Status.ZERO),
        Bar("5 to 9", None, Status.SUPPRESSED),
        Bar("10 to 15", Decimal(9), Status.LOW_RELIABILITY, "low reliability"),
    ),
    "intervals": bars_of(
        Bar("a", Decimal(50), low=Decimal(40), high=Decimal(60)),
        Bar("b", Decimal(80), low=Decimal(70), high=Decimal(90)),
        unit=Unit.PER_CENT,
    ),
    "all hidden": bars_of(Bar("a", None, Status.SUPPRESSED)),
    "structure": tree(),
    "funnel": funnel_of(
        Spot("North Somerset", 906, Decimal(21), place=Place.BETWEEN),
        Spot("Bath and North East Somerset", 700, Decimal(22)),
        Spot("Bristol", 4100, Decimal(24)),
        Spot("South Gloucestershire", 350, Decimal(40), place=Place.OUTSIDE),
        Spot("Somerset", status=Status.SUPPRESSED),
    ),
    "funnel of rates": funnel_of(
        *(Spot(f"Area {n}", 30_000, Decimal(24)) for n in range(12)),
        unit=Unit.PER_10_000,
    ),
    "empty funnel": funnel_of(Spot("Somerset", status=Status.NOT_SUPPLIED)),
}
