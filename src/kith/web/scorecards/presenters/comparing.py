"""What is offered to a scorecard from the benchmarks, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.web.benchmarks.presenters import value_words


if TYPE_CHECKING:
    from collections.abc import Iterable

    from kith.web.scorecards.queries import Offer


@dataclass(frozen=True)
class OfferLine:
    """One number; ``code`` is empty where it cannot be chosen."""

    measure: str
    kind: str
    value: str
    refused: str
    source: str
    is_chosen: bool
    code: str


def offer_lines(found: Iterable[Offer]) -> list[OfferLine]:
    """Every number that is held, with the reason why where it may not stand."""
    return [
        OfferLine(
            measure=one.measure.title,
            kind=f"{one.kind.label}"
            + (f" ({one.comparator.name})" if one.kind == "REGION" else ""),
            value=value_words(one.comparator, one.measure.unit),
            refused=one.comparator.refused,
            source=one.comparator.source,
            is_chosen=one.is_chosen,
            code=one.code if one.comparator.may_stand and not one.is_chosen else "",
        )
        for one in found
    ]
