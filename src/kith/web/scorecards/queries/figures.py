"""What the published edition says, as a scorecard needs it. Only this edition, only what
it lets out: a draft shows no more than the public may see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.vocabulary.figures import Kind, Unit
from kith.web.published import queries as published
from kith.web.published.senders import source_words
from kith.web.published.values import NothingPublishedError, NotPublishedError
from kith.web.scorecards.values import Shown, Standing


if TYPE_CHECKING:
    from kith.contracts.published.edition import PublishedArea
    from kith.domain.vocabulary.periods import Period
    from kith.web.access.viewer import Viewer


NOT_HELD = "The edition that is published does not hold this measure for the area."
NOTHING_YET = "No evidence has been published yet."
OTHER_PERIOD = (
    "The edition that is published does not hold this measure for the period."
)


def standing_now(viewer: Viewer) -> Standing | None:
    """The edition that is published; None where none is."""
    try:
        now = published.edition(viewer)
    except NothingPublishedError:
        return None
    return Standing(now.name, now.stands_on, now.rule_set, now.invented)


def areas_on_offer(viewer: Viewer) -> tuple[PublishedArea, ...]:
    """The areas of the edition; none where nothing is published."""
    try:
        return published.edition(viewer).areas
    except NothingPublishedError:
        return ()


def periods_on_offer(viewer: Viewer) -> list[Period]:
    """The periods that the edition holds: its own, then the years inside it."""
    try:
        own = published.edition(viewer).period
        found = {
            other.period
            for area in published.edition(viewer).areas
            for measure in published.catalogue(viewer)
            for other in published.other_periods(viewer, measure.code, area.code)
        }
    except NothingPublishedError:
        return []
    return [own, *sorted(found - {own}, key=lambda one: (one.last, one.first))]


def measure_titles(viewer: Viewer) -> dict[str, str]:
    """Every measure of the edition by its code, in the order shown."""
    try:
        return {one.code: one.title for one in published.catalogue(viewer)}
    except NothingPublishedError:
        return {}


def shown_now(viewer: Viewer, code: str, area: str, period: Period) -> Shown:
    """A measure as the edition has it now; with its gap said where it has nothing."""
    try:
        measure = published.measure(viewer, code)
        place = published.area(viewer, area)
    except NothingPublishedError:
        return _absent(code, NOTHING_YET)
    except NotPublishedError:
        return _absent(code, NOT_HELD)
    figure = published.figure_for(viewer, code, area, period)
    return Shown(
        measure=code,
        title=measure.title,
        unit=measure.unit,
        kind=measure.kind,
        definition=measure.definition,
        denominator=measure.denominator,
        carries_over=measure.carries_over,
        figure=figure,
        months=tuple(
            month
            for month in published.breakdown(viewer, code, area, "month")
            if period.first <= month.period.first and month.period.last <= period.last
        ),
        source=source_words(viewer, measure, place),
        gap="" if figure else OTHER_PERIOD,
    )


def _absent(code: str, gap: str) -> Shown:
    title = code.replace("_", " ").capitalize()
    return Shown(
        measure=code,
        title=title,
        unit=Unit.EVENT,
        kind=Kind.FLOW,
        definition="",
        denominator="",
        carries_over=False,
        figure=None,
        gap=gap,
    )
