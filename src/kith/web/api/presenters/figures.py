"""Published figures and their measures, as programs read them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from pydantic import Field

from kith.domain.vocabulary.figures import Status
from kith.web.api.values import Shape
from kith.web.scorecards.presenters.wording import plain_value


if TYPE_CHECKING:
    from collections.abc import Sequence

    from kith.contracts.published.edition import Edition
    from kith.domain.vocabulary.figures import Figure
    from kith.web.published.values import PublishedMeasure


class AreaOut(Shape):
    """An area of the edition."""

    code: str = Field(description="Its ONS code.")
    name: str


class Marks(Shape):
    """What goes with every figure of an edition, wherever it is shown."""

    as_at: date = Field(description="The day the edition stands at.")
    is_provisional: bool = Field(
        description="Whether agencies may still change what they sent."
    )
    is_invented: bool = Field(description="Whether the data is invented, an example.")


class EditionOut(Marks):
    """The edition that is released: a frozen set of figures."""

    name: str
    partnership: str
    areas: list[AreaOut]
    first: date = Field(alias="from")
    last: date = Field(alias="to", description="The last day included.")
    rule_set: str = Field(description="The disclosure rules that hid small numbers.")


def marks(edition: Edition) -> dict[str, Any]:
    """The edition's marks."""
    return {
        "as_at": edition.stands_on,
        "is_provisional": edition.provisional,
        "is_invented": edition.invented,
    }


def edition_out(edition: Edition) -> EditionOut:
    """The edition's cover."""
    return EditionOut.model_validate(
        {
            "name": edition.name,
            "partnership": edition.partnership,
            "areas": [{"code": a.code, "name": a.name} for a in edition.areas],
            "from": edition.period.first,
            "to": edition.period.last,
            "rule_set": edition.rule_set,
            **marks(edition),
        }
    )


class MeasureOut(Shape):
    """A measure: what is counted, and how it relates to time."""

    code: str
    title: str
    kind: str = Field(description="Such as “flow in period” or “rate”.")
    unit: str
    polarity: str = Field(description="Which way is better: higher, lower or neither.")
    definition: str
    numerator: str
    denominator: str
    version: int = Field(description="A changed definition is another version.")


class MeasuresOut(Shape):
    """The measures of the edition, in the order shown."""

    edition: str
    measures: list[MeasureOut]


def measure_out(one: PublishedMeasure) -> MeasureOut:
    """A measure's entry in the catalogue."""
    return MeasureOut(
        code=one.code,
        title=one.title,
        kind=one.kind.value,
        unit=one.unit.value,
        polarity=one.polarity.value,
        definition=one.definition,
        numerator=one.numerator,
        denominator=one.denominator,
        version=one.version,
    )


class FigureOut(Shape):
    """A measure's value for an area, a period and a breakdown.

    Never read a missing value as nought: the status says why it is missing.
    """

    measure: str
    area: str
    first: date = Field(alias="from")
    last: date = Field(alias="to", description="The last day included.")
    breakdown: dict[str, str] = Field(description="Empty for the whole.")
    numerator: int | None
    denominator: int | None
    value: str | None = Field(
        description="A plain decimal, in quotes so that no digit is lost; null unless "
        "the status is shown, zero or low_reliability."
    )
    unit: str
    status: Status
    source: str
    population_year: int | None
    reason: str = Field(description="Why a value is missing or doubtful; or nothing.")


class FiguresOut(Marks):
    """A page of figures."""

    edition: str
    total: int
    page: int
    pages: int
    figures: list[FigureOut]


def figures_out(
    edition: Edition, rows: Sequence[Figure], page: int, per_page: int
) -> FiguresOut:
    """The page of these figures that is asked for; empty past the last."""
    first = (page - 1) * per_page
    return FiguresOut(
        **marks(edition),
        edition=edition.name,
        total=len(rows),
        page=page,
        pages=max(1, -(-len(rows) // per_page)),
        figures=[_figure(one) for one in rows[first : first + per_page]],
    )


def _figure(one: Figure) -> FigureOut:
    return FigureOut.model_validate(
        {
            "measure": one.measure,
            "area": one.area,
            "from": one.period.first,
            "to": one.period.last,
            "breakdown": {cell.dimension: cell.value for cell in one.breakdown},
            "numerator": one.numerator,
            "denominator": one.denominator,
            "value": plain_value(one) or None,
            "unit": one.unit.value,
            "status": one.status,
            "source": one.source,
            "population_year": one.population_year,
            "reason": one.reason,
        }
    )
