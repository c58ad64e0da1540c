"""What the example's figures are compared with: invented tables in the Department's
layout, invented statistical neighbours, and a note."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from kith.domain.rules.published_statistics import PopulationBasis
from kith.domain.vocabulary.definitions import Definition
from kith.web.benchmarks.actions import (
    Chosen,
    NeighbourEdition,
    Noted,
    Released,
    bring_neighbours,
    bring_statistics,
    explain_difference,
    note_measure,
    set_beside,
)
from kith.web.benchmarks.queries import unexplained
from kith.web.documents.files import accepted
from kith.web.site.example.beginning import HERE
from kith.web.site.example.returned import ANALYST


if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from kith.web.site.example.timeline import Timeline


BROUGHT, NOTED = date(2020, 11, 9), date(2020, 11, 10)
BROUGHT_YEAR, EXPLAINED = date(2021, 1, 13), date(2021, 1, 14)
MEASURE = "referral_rate"
_YEARS = Released(
    "Children in need, invented for this example",
    "Department for Education (invented)",
    date(2020, 10, 29),
)
_YEAR = Released(
    "Children in need in 2020, invented for this example",
    "Department for Education (invented)",
    date(2021, 1, 12),
)
_NEIGHBOURS = NeighbourEdition(
    title="Statistical neighbours 2019, invented for this example",
    source="Invented; the Department for Education publishes the real ones",
    published_on=date(2019, 6, 3),
    first_on=date(2019, 7, 1),
)


def add_benchmarks(timeline: Timeline, folder: Path) -> None:
    """Tables are brought in and set beside measures, with neighbours and a note."""
    years = {"referral_rate": MEASURE}
    year = {
        "referral_rate": MEASURE,
        "referrals": "referrals",
        "section_47": "section_47_enquiries",
        "section_47_rate": "section_47_rate",
    }
    for day, name, released, beside in (
        (BROUGHT, "statistics.csv", _YEARS, years),
        (BROUGHT_YEAR, "statistics_2020.csv", _YEAR, year),
    ):
        table = folder / name
        timeline.add(day, partial(_bring, timeline, table, released, beside))
    near = folder / "neighbours.csv"
    timeline.add(BROUGHT, lambda at: _bring_neighbours(timeline, near, at), minutes=5)
    timeline.add(NOTED, lambda at: _note(timeline, at))
    timeline.add(EXPLAINED, lambda at: _explain(timeline, at))


def _bring(
    timeline: Timeline,
    table: Path,
    released: Released,
    beside: dict[str, str],
    at: datetime,
) -> None:
    analyst = timeline.viewer(ANALYST, at)
    file = accepted(table.read_bytes())
    made = bring_statistics(viewer=analyst, at=at, file=file, released=released)
    for indicator, measure in beside.items():
        is_rate = indicator.endswith("_rate")
        chosen = Chosen(
            indicator,
            {"category": "Total"},
            measure,
            Definition.AGREED,
            population=PopulationBasis.LATEST if is_rate else PopulationBasis.NONE,
        )
        set_beside(viewer=analyst, at=at, key=made.pk, chosen=chosen)


def _bring_neighbours(timeline: Timeline, table: Path, at: datetime) -> None:
    bring_neighbours(
        viewer=timeline.viewer(ANALYST, at),
        at=at,
        file=accepted(table.read_bytes()),
        edition=_NEIGHBOURS,
    )


def _explain(timeline: Timeline, at: datetime) -> None:
    """One difference has its reason; another waits for it on the analyst's home."""
    analyst = timeline.viewer(ANALYST, at)
    for pair in unexplained(analyst):
        if pair.measure.code == "section_47_enquiries":
            reason = (
                "The published number counts enquiries by the day on which they were "
                "recorded, ours by the day on which they began."
            )
            explain_difference(viewer=analyst, at=at, key=pair.number.pk, reason=reason)


def _note(timeline: Timeline, at: datetime) -> None:
    noted = Noted(
        timeline.find("area", HERE),
        MEASURE,
        Definition.DIFFERS,
        how="A child whose case is open already is not counted again; before April 2019 "
        "the front door counted every request.",
    )
    note_measure(viewer=timeline.viewer(ANALYST, at), at=at, noted=noted)
