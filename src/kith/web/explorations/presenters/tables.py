"""An answer as a table of one way or two, as a file, and the rows behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kith.contracts.feeds import FEEDS
from kith.domain.vocabulary.figures import Cell, Figure, Status, Unit
from kith.domain.vocabulary.periods import Period, say_day
from kith.web.explorations.presenters.words import (
    NOT_RELEASED,
    by_words,
    rules_words,
)
from kith.web.explorations.values import BREAKDOWNS
from kith.web.scorecards.presenters.wording import (
    EXPLANATIONS,
    Value,
    parts_of,
    plain_value,
    value_of,
)
from kith.web.ui.cells import csv_text
from kith.web.ui.charts.from_figures import cell_label


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kith.web.explorations.models import Exploration
    from kith.web.explorations.queries import OpenRows


TWO_WAYS = 2


@dataclass(frozen=True)
class Shown:
    """What stands in one cell."""

    value: Value
    parts: str

    @property
    def note(self) -> str:
        """What stands beside a number; a nought says itself what it is, cell by cell."""
        return "" if self.value.status is Status.ZERO else self.value.tag


@dataclass(frozen=True)
class Table:
    """An answer as it is printed: a head, and lines of a label and their cells.

    A cell is None where the engine tells of no such combination.
    """

    corner: str
    head: tuple[str, ...]
    lines: tuple[tuple[str, tuple[Shown | None, ...]], ...]
    explanations: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class RowLine:
    """A row behind an answer as it is printed."""

    day: str
    ended: str
    agency: str
    feed: str
    place: str


def figures_of(of: Exploration) -> list[Figure]:
    """The answer's figures."""
    return [_figure(one, of.by) for one in of.cells]


def table_of(of: Exploration, names: Mapping[str, str]) -> Table:
    """The answer as a table; the longer of two breakdowns goes down the side."""
    figures = figures_of(of)
    ways = list(of.by)
    if len(ways) == TWO_WAYS and _count(figures, 0) < _count(figures, 1):
        ways.reverse()
    down, across = (*ways, "", "")[:TWO_WAYS]
    cells = {(_at(one, down), _at(one, across)): one for one in figures}
    sides = list(dict.fromkeys(side for side, _ in cells))
    tops = list(dict.fromkeys(top for _, top in cells))
    if across in ("month", "quarter"):
        tops.sort()
    return Table(
        corner=BREAKDOWNS.get(down, "").capitalize(),
        head=tuple(_label(across, one, names) or _unit(figures) for one in tops),
        lines=tuple(
            (
                _label(down, side, names) or of.title,
                tuple(_shown(cells.get((side, top))) for top in tops),
            )
            for side in sides
        ),
        explanations=_explanations(figures),
    )


def csv_of(of: Exploration, names: Mapping[str, str], *, is_invented: bool) -> str:
    """The answer as a file that says above its columns what it is and what it is not."""
    ways = list(of.by)
    _, rules = rules_words(of)
    said = f"{of.title}, {of.area.name}, {of.period} {by_words(of)}".strip()
    marks = [NOT_RELEASED, *(["Invented data."] if is_invented else [])]
    head = ["measure", "area", "from", "to", *ways]
    head += ["numerator", "denominator", "value", "unit", "status"]
    rows = [_csv_row(one, ways, names) for one in figures_of(of)]
    return csv_text(head, rows, notice=" ".join([*marks, f"{said}.", rules]))


def row_lines(found: OpenRows, names: Mapping[str, str]) -> list[RowLine]:
    """The rows that may be shown, as they are printed."""
    return [_row_line(one, names) for one in found.shown]


def held_back_words(found: OpenRows, names: Mapping[str, str]) -> list[str]:
    """Which rows are not shown, and why."""
    return [
        f"{count:,} row{'s' if count != 1 else ''} of {names.get(agency, agency)} "
        f"({_feed(feed)}): no sharing agreement holds today."
        for (feed, agency), count in sorted(found.held_back.items())
    ]


def _figure(said: Mapping[str, Any], by: Sequence[str]) -> Figure:
    value = said.get("value")
    return Figure(
        measure=said["measure"],
        area=said["area"],
        period=Period(date.fromisoformat(said["from"]), date.fromisoformat(said["to"])),
        breakdown=tuple(Cell(one, said[one]) for one in by),
        numerator=said.get("numerator"),
        denominator=said.get("denominator"),
        value=None if value is None else Decimal(value),
        unit=Unit(said["unit"]),
        status=Status(said["status"]),
    )


def _count(figures: Sequence[Figure], way: int) -> int:
    return len({one.breakdown[way].value for one in figures})


def _at(figure: Figure, way: str) -> str:
    own = {cell.dimension: cell.value for cell in figure.breakdown}
    return own.get(way, "")


def _label(way: str, value: str, names: Mapping[str, str]) -> str:
    if not way:
        return ""
    if way == "agency" and value in names:
        return names[value]
    return cell_label(way, value)


def _unit(figures: Sequence[Figure]) -> str:
    return figures[0].unit.value.capitalize() if figures else "Figure"


def _shown(figure: Figure | None) -> Shown | None:
    return None if figure is None else Shown(value_of(figure), parts_of(figure))


def _explanations(figures: Sequence[Figure]) -> tuple[tuple[str, str], ...]:
    told = {one.status: value_of(one) for one in figures if one.status in EXPLANATIONS}
    return tuple(
        (_named(told[status]), EXPLANATIONS[status])
        for status in Status
        if status in told
    )


def _named(value: Value) -> str:
    """How the cells of a status look: a nought, words, or the note beside a number."""
    return value.words if value.status is Status.ZERO else value.tag or value.words


def _csv_row(one: Figure, ways: Sequence[str], names: Mapping[str, str]) -> list[str]:
    def number(said: int | None) -> str:
        return "" if said is None else str(said)

    return [
        *(one.measure, one.area),
        *(one.period.first.isoformat(), one.period.last.isoformat()),
        *(names.get(_at(one, way), _at(one, way)) for way in ways),
        *(number(one.numerator), number(one.denominator)),
        *(plain_value(one), one.unit.value, one.status.value),
    ]


def _row_line(row: Mapping[str, Any], names: Mapping[str, str]) -> RowLine:
    sheet = f", {row['sheet']}" if row["sheet"] else ""
    return RowLine(
        day=_day(row["date"]),
        ended=_day(row["ended_on"]),
        agency=names.get(row["agency"], row["agency"]),
        feed=_feed(row["feed"]),
        place=f"{row['file']}{sheet}, row {row['row']}",
    )


def _feed(name: str) -> str:
    return FEEDS[name].title if name in FEEDS else name.replace("_", " ")


def _day(said: str | None) -> str:
    return say_day(date.fromisoformat(said[:10])) if said else ""
