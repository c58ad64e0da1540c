"""``STORE/ledger/*.json``: what each event of the release ledger says.

An event holds figures as they are printed and nothing else of a table: no hidden
number stands in the ledger, so whoever reads it learns no more than the public.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from kith.domain.vocabulary.figures import Cell, Figure, Kind, Status, Unit
from kith.domain.vocabulary.periods import Period


if TYPE_CHECKING:
    from collections.abc import Mapping


class Happened(StrEnum):
    """What an event tells of a release."""

    PROPOSED = "proposed"
    REFUSED = "refused"
    APPROVED = "approved"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class MeasureThen:
    """What a measure was when the table was made: its kind, the counts it is made of."""

    kind: Kind
    counts: tuple[str, str] | None = None
    is_process: bool = False


@dataclass(frozen=True)
class ReleaseTable:
    """A table as it is printed, what was asked for, and what it was counted from.

    ``inputs_digest`` is that of the edition's returns; ``figures`` is empty in a
    refused table, which nobody prints.
    """

    asked: Mapping[str, Any]
    audience: str
    rule_set: str
    edition: str
    inputs_digest: str
    figures: tuple[Figure, ...] = ()
    measures: Mapping[str, MeasureThen] = field(default_factory=dict)


@dataclass(frozen=True)
class ReleaseEvent:
    """One event. ``by`` and ``because`` are what a person said who approved or
    withdrew; ``reasons`` why a table was refused."""

    happened: Happened
    release: str
    at: datetime
    digest: str
    """Of the printed table and its audience: equal for an identical table."""
    table: ReleaseTable | None = None
    by: str = ""
    because: str = ""
    reasons: tuple[str, ...] = ()


def event_to_words(event: ReleaseEvent) -> dict[str, Any]:
    """The event as its file holds it."""
    words: dict[str, Any] = {
        "happened": event.happened.value,
        "release": event.release,
        "at": event.at.isoformat(),
        "digest": event.digest,
    }
    if event.table is not None:
        words["table"] = table_to_words(event.table)
    if event.by:
        words["by"] = event.by
    if event.because:
        words["because"] = event.because
    if event.reasons:
        words["reasons"] = list(event.reasons)
    return words


def event_from_words(words: Mapping[str, Any]) -> ReleaseEvent:
    """The event that a file holds.

    Raises:
        ValueError, KeyError, TypeError: the words are not an event's.
    """
    return ReleaseEvent(
        happened=Happened(words["happened"]),
        release=words["release"],
        at=datetime.fromisoformat(words["at"]),
        digest=words["digest"],
        table=table_from_words(words["table"]) if "table" in words else None,
        by=words.get("by", ""),
        because=words.get("because", ""),
        reasons=tuple(words.get("reasons", ())),
    )


def table_to_words(table: ReleaseTable) -> dict[str, Any]:
    """The table as its event holds it."""
    return {
        "asked": dict(table.asked),
        "audience": table.audience,
        "rule_set": table.rule_set,
        "edition": table.edition,
        "inputs_digest": table.inputs_digest,
        "figures": [figure_to_words(figure) for figure in table.figures],
        "measures": {
            code: {
                "kind": then.kind.value,
                "counts": list(then.counts) if then.counts else None,
                "is_process": then.is_process,
            }
            for code, then in table.measures.items()
        },
    }


def table_from_words(words: Mapping[str, Any]) -> ReleaseTable:
    """The table that an event holds, and that ``release show`` prints.

    Raises:
        ValueError, KeyError, TypeError: the words are not a table's.
    """
    return ReleaseTable(
        asked=words["asked"],
        audience=words["audience"],
        rule_set=words["rule_set"],
        edition=words["edition"],
        inputs_digest=words["inputs_digest"],
        figures=tuple(figure_from_words(figure) for figure in words["figures"]),
        measures={
            code: MeasureThen(
                Kind(then["kind"]),
                (then["counts"][0], then["counts"][1]) if then["counts"] else None,
                then["is_process"],
            )
            for code, then in words["measures"].items()
        },
    )


def figure_to_words(figure: Figure) -> dict[str, Any]:
    """A figure as it is printed; what it lacks is left away."""
    words = {
        "measure": figure.measure,
        "area": figure.area,
        "from": figure.period.first.isoformat(),
        "to": figure.period.last.isoformat(),
        "by": [[cell.dimension, cell.value] for cell in figure.breakdown],
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "value": None if figure.value is None else f"{figure.value:f}",
        "unit": figure.unit.value,
        "status": figure.status.value,
        "source": figure.source,
        "population_year": figure.population_year,
        "reason": figure.reason,
    }
    return {name: word for name, word in words.items() if word not in (None, "", [])}


def figure_from_words(words: Mapping[str, Any]) -> Figure:
    """The figure that words hold.

    Raises:
        ValueError, KeyError, TypeError: the words are not a figure's.
    """
    value = words.get("value")
    return Figure(
        measure=words["measure"],
        area=words["area"],
        period=Period(
            date.fromisoformat(words["from"]), date.fromisoformat(words["to"])
        ),
        breakdown=tuple(Cell(name, cell) for name, cell in words.get("by", ())),
        numerator=words.get("numerator"),
        denominator=words.get("denominator"),
        value=None if value is None else Decimal(value),
        unit=Unit(words["unit"]),
        status=Status(words["status"]),
        source=words.get("source", ""),
        population_year=words.get("population_year"),
        reason=words.get("reason", ""),
    )
