"""What stands at the end of a report: gaps, coverage, and how each number was counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.vocabulary.figures import Status
from kith.domain.vocabulary.periods import say_day
from kith.web.reports.wording import KIND_WORDS, in_table, listed
from kith.web.scorecards.presenters.senders import feed_title
from kith.web.ui.documents.blocks import (
    Block,
    Computed,
    Heading,
    Inline,
    Items,
    Link,
    Paragraph,
    Strong,
    Table,
    Text,
    anchor_of,
    counting_anchor,
)


if TYPE_CHECKING:
    from collections.abc import Sequence

    from kith.contracts.published.edition import Edition
    from kith.web.published.values import PublishedMeasure, PublishedSource
    from kith.web.reports.plan import Plan, RecordList, Requirement
    from kith.web.reports.sources import FigureSource


def gap_blocks(source: FigureSource) -> tuple[Block, ...]:
    """The measures without a figure, each with its reason; a gap is named, and owned."""
    missing = [
        m for m in source.catalogue() if _is_missing(source, m) and not m.is_indicator
    ]
    if not missing:
        return (Paragraph((Text("Every measure of this edition has a figure."),)),)
    return (Items(tuple((Paragraph(_gap(source, m)),) for m in missing)),)


def _is_missing(source: FigureSource, measure: PublishedMeasure) -> bool:
    figure = source.figure(measure.code)
    return figure is None or not figure.status.has_value


def _gap(source: FigureSource, measure: PublishedMeasure) -> tuple[Inline, ...]:
    figure = source.figure(measure.code)
    words = in_table(figure)
    said = f": {words}."
    # A reason that only says the status again is not said twice.
    if figure is not None and figure.reason.rstrip(".").lower() not in {"", words}:
        said += f" {_sentence(figure.reason)}"
    elif measure.supplied_by and (
        figure is None or figure.status is Status.NOT_SUPPLIED
    ):
        said += f" It would come from: {listed([feed_title(f) for f in measure.supplied_by])}."
    return Strong((Text(measure.title),)), Text(said)


def _sentence(words: str) -> str:
    ended = words if words.endswith((".", "!", "?")) else f"{words}."
    return ended[:1].upper() + ended[1:]


def coverage_blocks(plan: Plan, source: FigureSource) -> tuple[Block, ...]:
    """What the guidance asks, and where the report answers, part-answers or does not."""
    rows = [_yearly_row(source), *(_coverage_row(plan, r) for r in plan.requirements)]
    table = Table(
        caption=f"What {plan.guidance} asks of the report",
        header=("What is asked", "Answered?", "Where, and what is missing"),
        rows=tuple(rows),
        numeric=(False, False, False),
        widths=(4, 2, 6),
    )
    return (table,)


def _yearly_row(source: FigureSource) -> tuple[tuple[Inline, ...], ...]:
    period = source.edition.period
    asks = (Text("A report at least once in every twelve months"),)
    months = period.whole_months
    length = f"{months} months" if months else f"{period.days} days"
    if months is not None and months <= 12:
        return asks, (Text("answered"),), (Text(f"The period is {length}."),)
    said = (
        f"The period, {period}, is longer than twelve months, so this report came "
        "later than the guidance asks. Its totals must not be set beside those of a year."
    )
    return asks, (Strong((Text("not answered"),)),), (Text(said),)


def _coverage_row(plan: Plan, asked: Requirement) -> tuple[tuple[Inline, ...], ...]:
    answer: tuple[Inline, ...] = (Text(asked.answer.value),)
    if asked.answer.name != "FULL":
        answer = (Strong(answer),)
    where: list[Inline] = []
    titles = {chapter.file: chapter.title for chapter in plan.chapters}
    for file in asked.chapters:
        title = titles[file]
        where += [Link((Text(title),), f"#{anchor_of(title)}"), Text(". ")]
    return (Text(asked.asks),), answer, (*where, Text(asked.says))


def counting_blocks(
    measures: Sequence[PublishedMeasure],
    lists: Sequence[RecordList],
    source: FigureSource,
) -> tuple[Block, ...]:
    """How each number of the report was counted: what every number leads to."""
    blocks: list[Block] = [
        Heading(2, (Text("Figures counted from returns"),), "counting-figures")
    ]
    for measure in measures:
        blocks += _counting(measure, source)
    if lists:
        blocks.append(
            Heading(2, (Text("Counts of our own records"),), "counting-records")
        )
    for told in lists:
        anchor = counting_anchor(f"list-{told.code}")
        said = f"{told.counted} {told.period}".strip()
        blocks += [Heading(3, (Text(told.title),), anchor), Paragraph((Text(said),))]
    return tuple(blocks)


def _counting(measure: PublishedMeasure, source: FigureSource) -> list[Block]:
    anchor = counting_anchor(measure.code)
    return [
        Heading(3, (Text(measure.title),), anchor),
        Paragraph((Text(measure.definition),)),
        Items(tuple((Paragraph(line),) for line in _counting_lines(measure, source))),
    ]


def _counting_lines(
    measure: PublishedMeasure, source: FigureSource
) -> list[tuple[Inline, ...]]:
    figure = source.figure(measure.code)
    period = figure.period if figure else source.edition.period
    of = f", of {measure.denominator}" if measure.denominator else ""
    lines = [
        ("Figure", in_table(figure)),
        (
            "Period and kind",
            f"{period}; {measure.kind.value}, {KIND_WORDS[measure.kind]}",
        ),
        ("Counts", f"{measure.numerator}{of}; in {measure.unit.value}"),
        (
            "Population estimate",
            _population(figure.population_year if figure else None),
        ),
        ("Authority", measure.authority),
        ("Not settled", measure.doubt),
        ("Reason", figure.reason if figure else ""),
        ("Returns", _returns(source.returns(measure.code), source.edition)),
    ]
    return [
        (Strong((Text(f"{name}: "),)), *_value(name, words, measure))
        for name, words in lines
        if words
    ]


def _value(name: str, words: str, measure: PublishedMeasure) -> tuple[Inline, ...]:
    return (Computed(words, measure.code),) if name == "Figure" else (Text(words),)


def _population(year: int | None) -> str:
    return f"mid-{year}, Office for National Statistics" if year else ""


def _returns(returns: Sequence[PublishedSource], edition: Edition) -> str:
    if not returns:
        return ""
    read = sum(one.rows_read for one in returns)
    aside = sum(one.rows_quarantined for one in returns)
    again = sum(one.rows_superseded for one in returns)
    feeds = listed(sorted({feed_title(one.feed) for one in returns}))
    senders = listed(sorted({edition.agency_name(one.agency) for one in returns}))
    latest = say_day(max(one.extracted_on for one in returns))
    count = f"{len(returns)} return{'s' if len(returns) != 1 else ''}"
    return (
        f"{count} ({feeds}) from {senders}, the latest taken on {latest}; "
        f"{read:,} rows read, {aside:,} set aside, {again:,} told again by a later "
        f"or fuller return{_rounding(edition)}."
    )


def _rounding(edition: Edition) -> str:
    """What the edition's rule set did to numbers of rows; the page says the same."""
    if edition.rule_set == "none":
        return ""
    return " (each return's rows are rounded up to the next ten)"
