"""The reference by which people call a record: EXECUTIVE/2020/07."""

from __future__ import annotations

from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from django.db.models import Model, QuerySet


def next_reference(rows: QuerySet[Model], *named: str, year: int) -> str:
    """The next number of a year under a name, so that it betrays no other's.

    ``rows`` are all of the kind, whoever may see them: no row of it is ever deleted. The
    caller holds the row that is named (its body, its area) until the transaction ends,
    so that two made at once get two numbers.
    """
    words = (one.upper().replace("_", "-") for one in named)
    stem = "/".join((*words, str(year), ""))
    taken = rows.filter(reference__startswith=stem).count()
    return f"{stem}{taken + 1:02d}"
