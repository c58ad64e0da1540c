"""Checks of what rows mean together: dates in order, references met, ages plausible.

Each check is a function that names rows on the engine; the decorator `check` gives it
its words. A check that cannot be asked says why; one that crashes never counts as
clean and never stops the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.evidence.quality.meaning.every import ALL
from kith.evidence.quality.meaning.running import run_checks
from kith.evidence.quality.meaning.tables import Tables


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pyarrow as pa

    from kith.contracts.commands.checks import CheckResult, Finding
    from kith.evidence.quality.checked import TypedTable


def run(
    told: Mapping[str, pa.Table], typed: Sequence[TypedTable]
) -> tuple[list[Finding], list[CheckResult]]:
    """Ask every check of the facts told and the rows typed.

    A finding's file is the row's ``source_file`` (or the typed table's ``file``), so
    the caller decides how files are named. No finding holds a value.
    """
    return run_checks(Tables.loaded(told, typed), ALL)


__all__ = ["run"]
