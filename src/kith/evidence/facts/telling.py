"""Return → facts: each feed's typed tables become rows of the fact tables."""

from __future__ import annotations

from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyarrow as pa

    from kith.contracts.returns import ReturnHead
    from kith.evidence.quality.checked import TypedTable
    from kith.evidence.store.child_keys import ChildKeys


def tell(
    typed_tables: Sequence[TypedTable], head: ReturnHead, keys: ChildKeys
) -> dict[str, pa.Table]:
    """The facts one return tells, by fact table, before reconciliation.

    A fact that the return's tables can tell is there even without rows; a fact whose
    tables the return does not hold is not.
    """
    raise NotImplementedError(f"{head.name} {len(typed_tables)} {keys}")
