"""How the tables of benchmarks are handled."""

from __future__ import annotations

from kith.domain.vocabulary.handling import Handling


_KEPT = "archive: what a figure was compared with is asked for as long as it is printed"
_ASKED = "archive: whether a figure was shown by right is asked for as long as it is"

HANDLING = (
    Handling(
        "StatisticsRelease",
        retention=_KEPT,
        plain=("id", "published_on", "file", "layout", "sha256", "brought_at"),
        people=("brought_by",),
        words=("title", "publisher", "address"),
        is_append_only=True,
    ),
    Handling(
        "Benchmark",
        retention=_KEPT,
        plain=(
            "id",
            "release",
            "indicator",
            "filters",
            "measure",
            "definition",
            "population",
            "places",
            "rows_left_out",
            "set_at",
        ),
        people=("set_by",),
        words=("how",),
        is_append_only=True,
    ),
    Handling(
        "PublishedNumber",
        retention=_KEPT,
        plain=(
            "id",
            "benchmark",
            "level",
            "code",
            "name",
            "first_on",
            "last_on",
            "value",
            "symbol",
            "region",
            "population_year",
        ),
        is_append_only=True,
    ),
    Handling(
        "MeasureNote",
        retention=_KEPT,
        plain=("id", "area", "measure", "definition", "said_at"),
        people=("said_by",),
        words=("how", "footprint"),
        is_append_only=True,
    ),
    Handling(
        "NeighbourList",
        retention=_KEPT,
        plain=("id", "published_on", "first_on", "file", "sha256", "brought_at"),
        people=("brought_by",),
        words=("title", "source"),
        is_append_only=True,
    ),
    Handling(
        "Neighbour",
        retention=_KEPT,
        plain=("id", "list", "area", "rank", "code", "name"),
        is_append_only=True,
    ),
    Handling(
        "DifferenceReason",
        retention=_KEPT,
        plain=("id", "number", "order", "ours", "edition", "said_at"),
        people=("said_by",),
        words=("reason",),
        is_append_only=True,
    ),
    Handling(
        "FigureConsent",
        retention=_ASKED,
        plain=(
            "id",
            "number",
            "area",
            "organisation",
            "measure",
            "answer",
            "first_on",
            "last_on",
            "said_at",
        ),
        people=("said_by",),
        words=("reason",),
        is_append_only=True,
    ),
    Handling(
        "ConsentAsk",
        retention=_ASKED,
        plain=("id", "area", "organisation", "measure", "after", "asked_at"),
        people=("asked_by",),
        words=("why",),
        is_append_only=True,
    ),
)
