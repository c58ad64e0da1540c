"""Figures an agency counted at home → facts: supplied, never counted again."""

from __future__ import annotations

from kith.evidence.facts.mapping import FeedMapping, Mapping


BREAKDOWNS = ("month", "quarter", "age_band", "sex", "ethnicity", "missing_setting")

_DIMENSION = ", ".join(
    f"CASE WHEN t.{name} IS NOT NULL THEN '{name}' END" for name in BREAKDOWNS
)
_VALUES = ", ".join(f"t.{name}" for name in BREAKDOWNS)

MAPPING = FeedMapping(
    feed="aggregate",
    tells=(
        Mapping(
            "supplied_figures",
            "figures",
            {
                "measure": "t.measure",
                "period_from": 't."from"',
                "period_to": 't."to"',
                # Two breakdowns at once are told as 'age_band,sex'.
                "dimension": f"concat_ws(',', {_DIMENSION})",
                "dimension_value": f"concat_ws(',', {_VALUES})",
                "numerator": "t.numerator",
                "denominator": "t.denominator",
                "status": "t.status",
            },
            agency="""coalesce(nullif(trim(regexp_replace(
                lower(t.agency), '[^a-z0-9]+', '-', 'g'), '-'), ''), h.agency)""",
        ),
    ),
    numbers={},
    digests={},
)
