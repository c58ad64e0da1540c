"""How the table of indicators is handled."""

from __future__ import annotations

from kith.domain.vocabulary.handling import Handling


HANDLING = (
    Handling(
        "IndicatorVersion",
        retention="archive: what a figure counted is asked for as long as it is printed",
        plain=(
            "id",
            "code",
            "number",
            "version",
            "unit",
            "kind",
            "question",
            "owner",
            "polarity",
            "is_process",
            "valid_from",
            "counts_anew",
            "said_at",
        ),
        people=("said_by",),
        words=(
            "title",
            "definition",
            "numerator",
            "denominator",
            "authority",
            "doubt",
            "because",
        ),
        is_append_only=True,
    ),
)
