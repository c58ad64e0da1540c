"""What the columns of a CSV of figures are, for machines: CSV on the Web.

Source: W3C, Metadata Vocabulary for Tabular Data (2015).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


_TYPES = {
    "from": "date",
    "to": "date",
    "numerator": "integer",
    "denominator": "integer",
    "value": "decimal",
}
_WORDS = {
    "measure": "Code of what is counted",
    "area": "ONS code of the area",
    "from": "First day of the period",
    "to": "Last day of the period, included",
    "numerator": "What was counted",
    "denominator": "Out of how many, for shares and rates",
    "value": "The figure; empty where the status has no value",
    "unit": "What is counted, or per how many",
    "status": "shown, suppressed, zero, not_applicable, not_supplied or low_reliability",
}
_ALWAYS = ("measure", "area", "from", "to", "status")


def table_metadata(
    head: Sequence[str], about: Mapping[str, Any], *, notices: int = 0
) -> dict[str, Any]:
    """The metadata of a CSV with these columns; ``notices`` stand above its header."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en-GB"}],
        **about,
        **({"dialect": {"skipRows": notices}} if notices else {}),
        "tableSchema": {
            "columns": [
                {
                    "name": name,
                    "titles": name,
                    "datatype": _TYPES.get(name, "string"),
                    "dc:description": _WORDS.get(name, f"Breakdown by {name}"),
                    "required": name in _ALWAYS,
                }
                for name in head
            ]
        },
    }
