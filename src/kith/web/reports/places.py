"""Fills the places of the narrative from figures and records, and remembers which.

Within a sentence: ``figure MEASURE``, ``period``, ``partnership``, ``area``,
``count LIST [MARK …]``, ``meetings BODY``, ``bodies KIND``,
``sentence MEASURE by BREAKDOWN``.
On a line of its own: ``chart MEASURE by BREAKDOWN``, ``table snapshot``, ``list LIST``,
``structure``, ``gaps``, ``coverage``, ``counting``.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kith.web.reports.appendices import counting_blocks, coverage_blocks, gap_blocks
from kith.web.reports.structure import structure_chart
from kith.web.reports.wording import KIND_IN_BRIEF, in_prose, in_table, small_count
from kith.web.ui.charts import Annotation, Chart, bar_chart, run_chart, sentence
from kith.web.ui.charts.from_figures import GROUP_WORDS, OVER_TIME
from kith.web.ui.charts.values import GAP_WORDS
from kith.web.ui.documents.blocks import (
    Block,
    ChartBlock,
    Computed,
    Inline,
    Items,
    Paragraph,
    Table,
    Text,
)
from kith.web.ui.documents.markdown import UnknownPlaceError


if TYPE_CHECKING:
    from kith.web.published.values import PublishedMeasure
    from kith.web.reports.plan import Plan, RecordList, SnapshotRow
    from kith.web.reports.sources import FigureSource


NOT_HELD = "not held in this edition"


@dataclass
class ReportPlaces:
    """What a report's narrative may ask for.

    ``measures`` and ``lists`` gather what was told, in order, so that "how we counted"
    says the counting of each and of nothing else. Strict, a measure that the edition
    lacks is an error of the narrative; else the text says that it is not held, since a
    public page must not fall because an edition came without a return.
    """

    plan: Plan
    source: FigureSource
    is_strict: bool = True
    measures: dict[str, PublishedMeasure] = field(default_factory=dict)
    lists: dict[str, RecordList] = field(default_factory=dict)

    def inline(self, words: str) -> tuple[Inline, ...]:
        """What stands within a sentence."""
        match words.split():
            case ["period"]:
                return (Text(str(self.source.edition.period)),)
            case ["partnership"]:
                return (Text(self.source.edition.partnership),)
            case ["area"]:
                return (Text(self.source.area.name),)
            case ["sentence", code, "by", dimension]:
                return (Text(self._sentence(code, dimension)),)
            case asked:
                return (self._number(asked),)

    def _number(self, asked: list[str]) -> Inline:
        match asked:
            case ["figure", code]:
                return self._figure(code)
            case ["count", code, *marks]:
                return self._count(code, set(marks))
            case ["meetings", code]:
                return self._meetings(code)
            case ["bodies", kind]:
                return self._bodies(kind)
            case _:
                raise UnknownPlaceError("see docs/how-to/write-the-report.md")

    def block(self, words: str) -> tuple[Block, ...]:
        """What stands on a line of its own."""
        match words.split():
            case ["chart", code, "by", dimension]:
                return (self._chart(code, dimension),)
            case ["table", "snapshot"]:
                return (self._snapshot(),)
            case ["list", code]:
                items = [
                    (Paragraph((Text(r.words),)),) for r in self._list(code).records
                ]
                return (Items(tuple(items)),)
            case ["structure"]:
                return (ChartBlock(structure_chart(self.plan, self.source)),)
            case ["gaps"]:
                return gap_blocks(self.source)
            case ["coverage"]:
                return coverage_blocks(self.plan, self.source)
            case ["counting"]:
                return counting_blocks(
                    list(self.measures.values()), list(self.lists.values()), self.source
                )
            case _:
                return (Paragraph(self.inline(words)),)

    def _measure(self, code: str) -> PublishedMeasure | None:
        for measure in self.source.catalogue():
            if measure.code == code:
                self.measures[code] = measure
                return measure
        if self.is_strict:
            raise UnknownPlaceError(f"the edition knows no measure '{code}'")
        return None

    def _figure(self, code: str) -> Inline:
        if self._measure(code) is None:
            return Text(f"a number {NOT_HELD}")
        return Computed(in_prose(self.source.figure(code)), code)

    def _list(self, code: str) -> RecordList:
        if code not in self.plan.lists:
            raise UnknownPlaceError(f"records.toml holds no list '{code}'")
        self.lists[code] = self.plan.lists[code]
        return self.plan.lists[code]

    def _count(self, code: str, marks: set[str]) -> Computed:
        found = self._list(code)
        known = {mark for record in found.records for mark in record.marks}
        if not marks <= known:
            said = ", ".join(sorted(marks - known))
            raise UnknownPlaceError(f"no record of '{code}' is marked {said}")
        counted = [record for record in found.records if marks <= record.marks]
        return Computed(small_count(len(counted)), f"list-{code}")

    def _meetings(self, code: str) -> Computed:
        for body in self.plan.bodies:
            if body.code == code:
                self._list("meetings")
                return Computed(small_count(body.met), "list-meetings")
        raise UnknownPlaceError(f"there is no body '{code}'")

    def _bodies(self, kind: str) -> Computed:
        count = sum(1 for body in self.plan.bodies if body.kind == kind)
        if not count:
            raise UnknownPlaceError(f"there is no body of the kind '{kind}'")
        self._list("bodies")
        return Computed(small_count(count), "list-bodies")

    def _sentence(self, code: str, dimension: str) -> str:
        chart = self._drawn(code, dimension)
        return sentence(chart) if chart else self._not_broken_down(code, dimension)

    def _chart(self, code: str, dimension: str) -> Block:
        chart = self._drawn(code, dimension)
        if chart is None:
            return Paragraph((Text(self._not_broken_down(code, dimension)),))
        return ChartBlock(chart)

    def _not_broken_down(self, code: str, dimension: str) -> str:
        by = {**OVER_TIME, **GROUP_WORDS}[dimension]
        measure = self._measure(code)
        title = measure.title if measure else "A chart"
        reasons = {
            GAP_WORDS.get(cell.status, "not known")
            for cell in self.source.breakdown(code, dimension)
        }
        why = f" ({'; '.join(sorted(reasons))})" if reasons else ""
        return f"{title}: this edition shows no figures by {by}{why}."

    def _drawn(self, code: str, dimension: str) -> Chart | None:
        measure = self._measure(code)
        if dimension not in {**OVER_TIME, **GROUP_WORDS}:
            raise UnknownPlaceError(f"'{dimension}' is no breakdown")
        cells = self.source.breakdown(code, dimension)
        if measure is None or not any(cell.status.has_value for cell in cells):
            return None
        period, place = str(self.source.edition.period), self.source.area.name
        if dimension in OVER_TIME:
            events = tuple(Annotation(at, words) for at, words in self.plan.events)
            chart = run_chart(
                measure.title, cells, period=period, place=place, events=events
            )
            return replace(chart, carries_over=measure.carries_over)
        return bar_chart(measure.title, cells, period=period, place=place)

    def _snapshot(self) -> Table:
        rows = tuple(self._snapshot_row(row) for row in self.plan.snapshot)
        return Table(
            caption=f"{self.source.area.name}, {self.source.edition.period}",
            header=("What", "Figure", "How it is counted", "Period"),
            rows=rows,
            numeric=(False, True, False, False),
            widths=(7, 2, 4, 5),
        )

    def _snapshot_row(self, row: SnapshotRow) -> tuple[tuple[Inline, ...], ...]:
        measure = self._measure(row.measure)
        if measure is None:
            held = (Text(NOT_HELD),)
            return (Text(row.words),), held, held, held
        figure = self.source.figure(row.measure)
        period = figure.period if figure else self.source.edition.period
        return (
            (Text(row.words),),
            (Computed(in_table(figure), measure.code),),
            (Text(KIND_IN_BRIEF[measure.kind]),),
            (Text(str(period)),),
        )
