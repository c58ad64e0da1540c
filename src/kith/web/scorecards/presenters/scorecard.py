"""The scorecard as a page shows it: in brief, then question by question."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from kith.domain.vocabulary.figures import Status
from kith.web.published import queries
from kith.web.published.values import NotPublishedError
from kith.web.scorecards.presenters.senders import feed_owner
from kith.web.scorecards.presenters.trends import trend_chart
from kith.web.scorecards.presenters.wording import Value, parts_of, value_of
from kith.web.ui import charts
from kith.web.ui.charts.limits import limits, signals


if TYPE_CHECKING:
    from markupsafe import Markup

    from kith.contracts.published.edition import Edition, PublishedArea
    from kith.domain.vocabulary.figures import Figure
    from kith.web.access.viewer import Viewer
    from kith.web.published.values import PublishedMeasure


NAMED_IN_BRIEF = 3


@dataclass(frozen=True)
class Entry:
    """One figure of the scorecard."""

    measure: PublishedMeasure
    figure: Figure
    value: Value
    parts: str
    chart: charts.RunChart | None

    @cached_property
    def drawing(self) -> Markup | None:
        """The small run chart, where there are months to draw."""
        return charts.svg(self.chart, width="small") if self.chart else None

    @cached_property
    def sentence(self) -> str:
        """How it moved and whether that is chance; else why there is no value."""
        doubtful = "" if self.value.status is Status.SHOWN else self.value.explanation
        if self.chart is None:
            return doubtful or self.measure.definition
        return " ".join(
            part for part in (doubtful, charts.sentence(self.chart)) if part
        )


@dataclass(frozen=True)
class Question:
    """A question with the figures that answer it, and those nobody supplied."""

    code: str
    words: str
    answered: tuple[Entry, ...]
    missing: tuple[Entry, ...]


@dataclass(frozen=True)
class Scorecard:
    """Everything the page shows for one area."""

    edition: Edition
    area: PublishedArea
    questions: tuple[Question, ...]
    brief: tuple[str, ...]
    gaps: tuple[tuple[str, tuple[Entry, ...]], ...]


def scorecard(viewer: Viewer, area_code: str | None) -> Scorecard:
    """The scorecard of an area, the edition's first where none is asked for."""
    return _scorecard(viewer, area_code, queries.edition_mark(viewer))


@lru_cache(maxsize=32)
def _scorecard(viewer: Viewer, area_code: str | None, _mark: object) -> Scorecard:
    """Drawn once an edition: some sixty charts take longer than a page may."""
    edition = queries.edition(viewer)
    area = queries.area(viewer, area_code)
    entries = tuple(_entries(viewer, area))
    return Scorecard(
        edition=edition,
        area=area,
        questions=_by_question(entries),
        brief=in_brief(edition, area, entries),
        gaps=_gaps(entries),
    )


def _entries(viewer: Viewer, area: PublishedArea) -> list[Entry]:
    made = []
    for measure in queries.catalogue(viewer):
        try:
            figure = queries.figure(viewer, measure.code, area.code)
        except NotPublishedError:
            continue
        chart = trend_chart(viewer, measure, area)
        made.append(
            Entry(measure, figure, value_of(figure), _parts(figure, measure), chart)
        )
    return made


def _parts(figure: Figure, measure: PublishedMeasure) -> str:
    return parts_of(figure) if measure.denominator else ""


def _by_question(entries: tuple[Entry, ...]) -> tuple[Question, ...]:
    grouped: dict[str, list[Entry]] = {}
    for entry in entries:
        grouped.setdefault(entry.measure.question, []).append(entry)
    return tuple(
        Question(
            code=code,
            words=found[0].measure.question_in_words,
            answered=tuple(e for e in found if not _is_missing(e)),
            missing=tuple(e for e in found if _is_missing(e)),
        )
        for code, found in grouped.items()
    )


def _is_missing(entry: Entry) -> bool:
    return entry.value.status is Status.NOT_SUPPLIED


def _gaps(entries: tuple[Entry, ...]) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    """What was not supplied, by the reason, which says who would send it."""
    grouped: dict[str, list[Entry]] = {}
    for entry in entries:
        if _is_missing(entry):
            why = entry.figure.reason or _would_supply(entry.measure)
            grouped.setdefault(why, []).append(entry)
    return tuple((why, tuple(found)) for why, found in grouped.items())


def _would_supply(measure: PublishedMeasure) -> str:
    """The senders of the feeds that could supply it, each once."""
    owners = dict.fromkeys(feed_owner(code) for code in measure.supplied_by)
    said = " or ".join(owners) or "an agency not yet named"
    return f"No return has come in; {said} would send it."


def in_brief(
    edition: Edition, area: PublishedArea, entries: tuple[Entry, ...]
) -> tuple[str, ...]:
    """Three sentences: what was counted, what changed, what is missing."""
    said = (_counted(edition, area, entries), _changed(entries), _absent(entries))
    return tuple(sentence for sentence in said if sentence)


def _counted(edition: Edition, area: PublishedArea, entries: tuple[Entry, ...]) -> str:
    """The first count of up to three questions, in the scorecard's own order."""
    first: dict[str, Entry] = {}
    for entry in entries:
        is_count = not entry.measure.denominator and entry.value.status is Status.SHOWN
        if is_count and not entry.measure.is_process:
            first.setdefault(entry.measure.question, entry)
    chosen = list(first.values())[:NAMED_IN_BRIEF]
    if not chosen:
        return f"No count could be shown for {area.name} in {edition.period}."
    words = [f"{e.value.words} {_inside(e.measure.title)}" for e in chosen]
    return f"In {area.name}, {edition.period}: {'; '.join(words)}."


def _inside(title: str) -> str:
    """A title inside a sentence: "referrals", but "EHC plans"."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def _changed(entries: tuple[Entry, ...]) -> str:
    drawn = [entry for entry in entries if entry.chart]
    able = [e for e in drawn if e.chart and limits(e.chart)]
    steps = " or ".join(
        f"{step}s"
        for step in ("month", "quarter")
        if step == "month" or any(e.chart and e.chart.step == step for e in able)
    )
    if not able:
        return f"No figure has enough {steps} to tell a change from chance."
    moved = [e.measure.title for e in able if e.chart and signals(e.chart)]
    tail = f": {_and(_some(moved))}" if moved else ""
    count = len(moved) or "none"
    return (
        f"Of {len(able)} figures with enough {steps} to tell, {count} changed by more "
        f"than chance would explain{tail}."
    )


def _some(titles: list[str]) -> list[str]:
    """At most three by name, the others as a number: in brief means in brief."""
    if len(titles) <= NAMED_IN_BRIEF + 1:
        return titles
    return [*titles[:NAMED_IN_BRIEF], f"{len(titles) - NAMED_IN_BRIEF} others"]


def _absent(entries: tuple[Entry, ...]) -> str:
    missing = sum(_is_missing(entry) for entry in entries)
    hidden = sum(entry.value.status is Status.SUPPRESSED for entry in entries)
    if not missing and not hidden:
        return f"All {len(entries)} figures were supplied, and none had to be hidden."
    return (
        f"Of {len(entries)} figures, {missing or 'none'} "
        f"{'was' if missing == 1 else 'were'} not supplied and {hidden or 'none'} "
        f"{'is' if hidden == 1 else 'are'} hidden to protect children."
    )


def _and(words: list[str]) -> str:
    if len(words) == 1:
        return words[0]
    return f"{', '.join(words[:-1])} and {words[-1]}"
