"""How the tables of benchmarks are handled."""

from __future__ import annotations

from kith.domain.vocabulary.handling import Handling


_KEPT = "archive: what a figure was compared with is asked for as long as it is printed"

HANDLING = (
    Handling(
        "StatisticsRelease",
        retention=_KEPT,
        plain=("id", "published_on", "file", "sha256", "brought_at"),
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
)
