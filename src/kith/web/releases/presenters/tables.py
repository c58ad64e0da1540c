"""A release's table as people read it, as a file, and as the file's metadata."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from kith.contracts.published.ledger import figure_from_words
from kith.domain.vocabulary.periods import Period
from kith.web.scorecards.presenters.metadata import table_metadata
from kith.web.scorecards.presenters.wording import plain_value, value_of


if TYPE_CHECKING:
    from collections.abc import Sequence

    from kith.domain.vocabulary.figures import Figure
    from kith.web.releases.models import Release


BREAKDOWNS = {
    "month": "month",
    "quarter": "quarter",
    "age_band": "age band",
    "sex": "sex",
    "ethnicity": "ethnic group",
    "agency": "agency",
    "area": "area",
}


@dataclass(frozen=True)
class Row:
    """One line of a table as it is printed."""

    measure: str
    area: str
    days: str
    cells: tuple[str, ...]
    value: str
    explanation: str
    look: str


@dataclass(frozen=True)
class Shown:
    """A table as it is printed: its breakdowns' names and its lines."""

    by: tuple[str, ...]
    rows: tuple[Row, ...]


def asked_words(of: Release) -> str:
    """What was asked for, in a line."""
    asked = of.asked
    if "edition" in asked:
        return f"Everything that edition {asked['edition']} prints"
    named = of.titles.get("measures", {})
    titles = [named.get(code, {}).get("title", code) for code in asked["measures"]]
    by = [BREAKDOWNS.get(one, one) for one in asked.get("by", ())]
    said = f"{'; '.join(titles)}: {days_words(asked['from'], asked['to'])}"
    return f"{said}, by {' and '.join(by)}" if by else said


def days_words(first: str, last: str) -> str:
    """Two days of the ledger as people write a period."""
    return str(Period(date.fromisoformat(first), date.fromisoformat(last)))


def shown(of: Release) -> Shown:
    """The table as it is printed."""
    figures = [figure_from_words(words) for words in of.table]
    by = dimensions(figures)
    return Shown(
        tuple(BREAKDOWNS.get(one, one).capitalize() for one in by),
        tuple(_row(of, one, by) for one in figures),
    )


def dimensions(figures: Sequence[Figure]) -> tuple[str, ...]:
    """The breakdowns that any figure has, in the order asked for."""
    longest = max((one.breakdown for one in figures), key=len, default=())
    return tuple(cell.dimension for cell in longest)


def _row(of: Release, figure: Figure, by: tuple[str, ...]) -> Row:
    value = value_of(figure)
    said = f"{value.words} {value.unit}".strip() if value.unit else value.words
    return Row(
        measure=_title(of, figure.measure),
        area=of.titles.get("areas", {}).get(figure.area, figure.area),
        days=str(figure.period),
        cells=cells_of(figure, by),
        value=f"{said} ({value.tag.lower()})" if value.tag else said,
        explanation=value.explanation,
        look=value.look,
    )


def cells_of(figure: Figure, by: tuple[str, ...]) -> tuple[str, ...]:
    """The figure's own values of the breakdowns; "Total" where it has none."""
    own = {cell.dimension: cell.value for cell in figure.breakdown}
    return tuple(_in_words(own[one]) if one in own else "Total" for one in by)


def _in_words(code: str) -> str:
    words = code.replace("_", " ")
    return words[:1].upper() + words[1:]


def _title(of: Release, code: str) -> str:
    named = of.titles.get("measures", {}).get(code, {})
    return str(named.get("title", code))


def definitions(of: Release) -> list[tuple[str, str]]:
    """What each measure of the table counts."""
    named = of.titles.get("measures", {})
    return [(str(one["title"]), str(one["definition"])) for one in named.values()]


def csv_rows(of: Release) -> tuple[list[str], list[list[str]]]:
    """The table's columns and rows, as every figure's CSV has them."""
    figures = [figure_from_words(words) for words in of.table]
    by = dimensions(figures)
    head = ["measure", "area", "from", "to", *by]
    head += ["numerator", "denominator", "value", "unit", "status"]
    return head, [_csv_row(one, by) for one in figures]


def _csv_row(one: Figure, by: tuple[str, ...]) -> list[str]:
    own = {cell.dimension: cell.value for cell in one.breakdown}

    def number(said: int | None) -> str:
        return "" if said is None else str(said)

    return [
        *(one.measure, one.area),
        *(one.period.first.isoformat(), one.period.last.isoformat()),
        *(own.get(name, "") for name in by),
        *(number(one.numerator), number(one.denominator)),
        *(plain_value(one), one.unit.value, one.status.value),
    ]


def csvw(
    of: Release, *, address: str, publisher: str, notice: str = ""
) -> dict[str, Any]:
    """The metadata of the table's CSV, as CSV on the Web asks for it."""
    head, _ = csv_rows(of)
    about = {
        "url": "table.csv",
        "dc:title": of.title,
        "dc:identifier": of.ledger,
        "dc:publisher": publisher,
        "dc:issued": of.released_on.isoformat() if of.released_on else "",
        "dc:source": address,
        "dc:description": asked_words(of),
        "rdfs:comment": f"Small numbers: {of.rule_words}. {notice}".strip(),
    }
    return table_metadata(head, about, notices=1 if notice else 0)
