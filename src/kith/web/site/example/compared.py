"""The example's benchmark: an invented table in the Department's layout, and a note."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kith.domain.vocabulary.definitions import Definition
from kith.web.benchmarks.actions import (
    Chosen,
    Noted,
    Released,
    bring_statistics,
    note_measure,
    set_beside,
)
from kith.web.documents.files import accepted
from kith.web.site.example.beginning import HERE
from kith.web.site.example.returned import ANALYST


if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from kith.web.site.example.timeline import Timeline


BROUGHT, NOTED = date(2020, 11, 9), date(2020, 11, 10)
MEASURE = "referral_rate"


def add_benchmark(timeline: Timeline, table: Path) -> None:
    """A table is brought in and set beside the rate of referrals."""
    timeline.add(BROUGHT, lambda at: _bring(timeline, table, at))
    timeline.add(NOTED, lambda at: _note(timeline, at))


def _bring(timeline: Timeline, table: Path, at: datetime) -> None:
    analyst = timeline.viewer(ANALYST, at)
    made = bring_statistics(
        viewer=analyst,
        at=at,
        file=accepted(table.read_bytes()),
        released=Released(
            "Children in need, invented for this example",
            "Department for Education (invented)",
            date(2020, 10, 29),
        ),
    )
    chosen = Chosen("referral_rate", {"category": "Total"}, MEASURE, Definition.AGREED)
    set_beside(viewer=analyst, at=at, key=made.pk, chosen=chosen)


def _note(timeline: Timeline, at: datetime) -> None:
    noted = Noted(
        timeline.find("area", HERE),
        MEASURE,
        Definition.DIFFERS,
        how="A child whose case is open already is not counted again; before April 2019 "
        "the front door counted every request.",
    )
    note_measure(viewer=timeline.viewer(ANALYST, at), at=at, noted=noted)
