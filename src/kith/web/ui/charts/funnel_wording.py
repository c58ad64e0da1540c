"""What a funnel says, in words that are computed: who differs, and by more than chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.funnel import Place
from kith.web.ui.charts.numbers import number


if TYPE_CHECKING:
    from kith.web.ui.charts.values import FunnelChart, Spot


def funnel_finding(chart: FunnelChart) -> str:
    """The heading: which areas differ by more than chance would explain."""
    outside = [one for one in chart.spots if _lies(one, Place.OUTSIDE)]
    if not outside:
        return f"{chart.name}: no area differs by more than chance would explain"
    named = _and([one.label for one in outside])
    verb = "differs" if len(outside) == 1 else "differ"
    return f"{chart.name}: {named} {verb} by more than chance would explain"


def funnel_sentence(chart: FunnelChart) -> str:
    """The areas drawn, together; then each that is outside; then what is missing."""
    centre = number(chart.centre, chart.unit)
    said = [f"These {_shown(chart)} together: {centre}."]
    said += [_side(one, chart) for one in chart.spots if _lies(one, Place.OUTSIDE)]
    between = [one.label for one in chart.spots if _lies(one, Place.BETWEEN)]
    if between:
        said.append(
            f"{_and(between)} {'lies' if len(between) == 1 else 'lie'} where chance "
            "places 1 of 20 areas: worth a question, no more."
        )
    within = sum(_lies(one, Place.WITHIN) for one in chart.spots)
    if within:
        verb = "is" if within == 1 else "are"
        said.append(f"{within} of {_shown(chart)} {verb} no further out than chance.")
    said += [f"{one.label}: {one.gap_words}." for one in chart.spots if one.is_gap]
    return " ".join(said)


def _side(one: Spot, chart: FunnelChart) -> str:
    assert one.value is not None  # it lies somewhere
    side = "above" if one.value > chart.centre else "below"
    return (
        f"{one.label} ({number(one.value, chart.unit)}) is {side} that by more than "
        "chance would explain."
    )


def _lies(one: Spot, place: Place) -> bool:
    return not one.is_gap and one.place is place


def _shown(chart: FunnelChart) -> str:
    count = sum(not one.is_gap for one in chart.spots)
    return f"{count} areas"


def _and(words: list[str]) -> str:
    if len(words) == 1:
        return words[0]
    return f"{', '.join(words[:-1])} and {words[-1]}"
