"""What the returns tell, side by side, and what stands once they are reconciled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyarrow as pa

    from kith.contracts.commands.checks import Finding
    from kith.contracts.returns import ReturnHead


@dataclass(frozen=True)
class ToldReturn:
    """One return and the facts it tells, by fact table."""

    head: ReturnHead
    facts: Mapping[str, pa.Table]


@dataclass(frozen=True)
class Reconciled:
    """Each fact once, and every telling that does not stand, with why.

    ``superseded`` holds the losing rows by fact table, with ``reason`` and ``stands``
    (the return whose row stands instead). ``changes`` lists the rows that changed or
    vanished between extracts, by place, never by value. ``findings`` come with the
    fact they are about.
    """

    facts: Mapping[str, pa.Table]
    superseded: Mapping[str, pa.Table]
    changes: pa.Table
    coverage: pa.Table
    findings: tuple[tuple[str, Finding], ...]
