"""Coverage and intake → ``sources.parquet``: which returns feed which measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.contracts.published import sources as contract
from kith.evidence.measures import MEASURES
from kith.evidence.publish.tables import write_table


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kith.domain.rules.disclosure import RuleSet
    from kith.evidence.store.fact_store import FactStore


TEN = 10


def write_sources(folder: Path, store: FactStore, rule_set: RuleSet) -> None:
    """One row a measure, return and area, with rows read, set aside and superseded."""
    write_table(
        folder / "sources.parquet",
        _rows(store, rule_set),
        contract.COLUMNS,
        key=contract.KEY,
    )


def facts_of(measure: str) -> tuple[str, ...]:
    """The fact tables whose rows a measure is made from."""
    definition = MEASURES[measure]
    return tuple(
        dict.fromkeys(
            [definition.fact, *(("population",) if definition.is_rate else ())]
        )
    )


def _rows(store: FactStore, rule_set: RuleSet) -> Iterator[dict[str, object]]:
    intake = {
        (row["return_name"], row["fact"]): row
        for row in store.lost.to_pyarrow().to_pylist()
    }
    covered = store.coverage.to_pyarrow().to_pylist()
    supplied = _supplied(store)
    areas = set(store.partnership.area_codes)
    for measure, fact in _measured(supplied):
        told: set[tuple[str, str]] = set()
        for row in covered:
            place = (row["return_name"], row["area"])
            is_source = row["fact"] == fact and row["area"] in areas
            if fact == "supplied_figures" and (measure, *place) not in supplied:
                continue
            if is_source and place not in told:
                told.add(place)
                yield _row(measure, row, intake[row["return_name"], fact], rule_set)


def _measured(
    supplied: set[tuple[str, str, str]],
) -> list[tuple[str, str]]:
    counted = [(code, fact) for code in MEASURES for fact in facts_of(code)]
    sent = {(code, "supplied_figures") for code, _, _ in supplied}
    return [*counted, *sorted(sent)]


def _supplied(store: FactStore) -> set[tuple[str, str, str]]:
    sent = store.table("supplied_figures").select("measure", "source_return", "area")
    return {
        (row["measure"], row["source_return"], row["area"])
        for row in sent.distinct().to_pyarrow().to_pylist()
    }


def _row(
    measure: str,
    covered: dict[str, object],
    intake: dict[str, object],
    rule_set: RuleSet,
) -> dict[str, object]:
    named = {
        name: covered[name]
        for name in (
            "return_name",
            "feed",
            "agency",
            "area",
            "first",
            "last",
            "extracted_on",
        )
    }
    counts = {
        name: _rounded(int(str(intake[name])), rule_set)
        for name in ("rows_read", "rows_quarantined", "rows_superseded")
    }
    return {"measure": measure, **named, **counts}


def _rounded(rows: int, rule_set: RuleSet) -> int:
    return -(-rows // TEN) * TEN if rule_set.hides_anything else rows
