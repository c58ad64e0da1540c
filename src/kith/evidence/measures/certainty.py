"""What a null means in a condition: not known is not yes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis


if TYPE_CHECKING:
    import ibis.expr.types as ir


NO = ibis.literal(value=False)


def certainly(condition: ir.BooleanValue) -> ir.BooleanValue:
    """True where the condition surely holds, false where it is not known."""
    return condition.fill_null(NO)
