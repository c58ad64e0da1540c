"""Measures: what agencies' rows say, as figures that open to their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyarrow as pa

    from kith.domain.vocabulary.figures import Figure
    from kith.domain.vocabulary.periods import Period
    from kith.evidence.measures.measure import Measure
    from kith.evidence.store.fact_store import FactStore


MEASURES: dict[str, Measure] = {}
"""Every measure counted from rows, in the order shown."""


def figures(
    store: FactStore,
    *,
    measures: Sequence[str],
    areas: Sequence[str],
    period: Period,
    by: Sequence[str] = (),
    all_sources: bool = False,
) -> list[Figure]:
    """True values, before disclosure: one figure a measure, area and cell."""
    raise NotImplementedError


def rows(store: FactStore, *, measure: str, area: str, period: Period) -> pa.Table:
    """The rows that a figure counts, each with where it came from."""
    raise NotImplementedError


def published_figures(store: FactStore) -> list[Figure]:
    """What an edition holds: totals, each breakdown alone, twelve-month totals."""
    raise NotImplementedError


def catalogue() -> list[dict[str, object]]:
    """Rows of ``contracts.published.measures``: measures, then indicators."""
    raise NotImplementedError
