"""Counts with their breakdowns as the file that `kith evidence figures` would print."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Sequence

    from kith.domain.vocabulary.periods import Period
    from kith.web.api.values import Counted


BREAKDOWNS = (
    "month",
    "quarter",
    "age_band",
    "sex",
    "ethnicity",
    "missing_setting",
    "agency",
)


def figures_file(rows: Sequence[Counted], area: str, period: Period) -> bytes:
    """The counts in the layout of the aggregate feed, whole and parts."""
    used = [name for name in BREAKDOWNS if any(name in one.breakdown for one in rows)]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(
        ["measure", "area", "from", "to", *used, "numerator", "denominator", "status"]
    )
    for one in rows:
        writer.writerow(
            [
                one.measure,
                area,
                period.first.isoformat(),
                period.last.isoformat(),
                *(one.breakdown.get(name, "") for name in used),
                "" if one.numerator is None else one.numerator,
                "" if one.denominator is None else one.denominator,
                "not_supplied" if one.numerator is None else "",
            ]
        )
    return out.getvalue().encode()
