"""A chart as a page shows it: heading, drawing, source, and its table folded below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from kith.web.ui.charts.svg import svg
from kith.web.ui.charts.tables import table
from kith.web.ui.charts.wording import finding, sentence, subtitle


if TYPE_CHECKING:
    from kith.web.ui.charts.tables import ChartTable
    from kith.web.ui.charts.values import Chart


def figure(chart: Chart) -> Markup:
    """A figure element. The style sheet shows the wide or the narrow drawing.

    The finding, sentence and source are page text, not drawing, so that they grow
    and wrap with the reader's own text size. The finding names the figure and is no
    heading: a chart can stand anywhere without breaking the page's outline.
    """
    source = ""
    if chart.source:
        source = Markup('<p class="kith-chart-figure__source">{}</p>').format(
            f"Source: {chart.source}"
        )
    return Markup(
        '<figure class="kith-chart-figure"><figcaption>'
        '<p class="govuk-heading-s kith-chart-figure__finding">{finding}</p>'
        '<p class="kith-chart-figure__subtitle">{subtitle}</p></figcaption>'
        "{wide}{narrow}"
        '<p class="kith-chart-figure__sentence">{sentence}</p>{source}{table}</figure>'
    ).format(
        finding=finding(chart),
        subtitle=subtitle(chart),
        wide=svg(chart, width="wide"),
        narrow=svg(chart, width="narrow"),
        sentence=sentence(chart),
        source=source,
        table=folded_table(table(chart)),
    )


def folded_table(rows: ChartTable) -> Markup:
    """The chart's table in a details element: no script needed to open it."""
    return Markup(
        '<details class="govuk-details kith-chart-figure__table">'
        '<summary class="govuk-details__summary">'
        '<span class="govuk-details__summary-text">Show this chart as a table</span>'
        '</summary><div class="govuk-details__text kith-scroll" tabindex="0" '
        'role="region" aria-label="{caption}">{table}</div></details>'
    ).format(caption=rows.caption, table=html_table(rows))


def html_table(rows: ChartTable) -> Markup:
    """A table element with a caption, column headers and row headers."""
    head = Markup("").join(
        Markup('<th scope="col" class="govuk-table__header{}">{}</th>').format(
            _numeric(is_number, "header"), words
        )
        for words, is_number in zip(rows.header, rows.numeric, strict=True)
    )
    body = Markup("").join(_row(cells, rows.numeric) for cells in rows.rows)
    return Markup(
        '<table class="govuk-table"><caption class="govuk-table__caption '
        'govuk-table__caption--s">{}</caption><thead class="govuk-table__head">'
        '<tr class="govuk-table__row">{}</tr></thead>'
        '<tbody class="govuk-table__body">{}</tbody></table>'
    ).format(rows.caption, head, body)


def _row(cells: tuple[str, ...], numeric: tuple[bool, ...]) -> Markup:
    name = Markup('<th scope="row" class="govuk-table__header">{}</th>').format(
        cells[0]
    )
    rest = Markup("").join(
        Markup('<td class="govuk-table__cell{}">{}</td>').format(
            _numeric(is_number, "cell"), words
        )
        for words, is_number in zip(cells[1:], numeric[1:], strict=True)
    )
    return Markup('<tr class="govuk-table__row">{}{}</tr>').format(name, rest)


def _numeric(is_number: bool, part: str) -> str:
    return f" govuk-table__{part}--numeric" if is_number else ""
