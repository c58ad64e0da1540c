"""A long list in pages, and the words that say which part is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar


if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import Model, QuerySet
    from django.http import QueryDict


Row = TypeVar("Row", bound="Model")
Item = TypeVar("Item")
PER_PAGE = 50


@dataclass(frozen=True)
class Shelf(Generic[Item]):
    """One page of a list: its rows, how many there are in all, and its neighbours.

    ``before`` and ``after`` are query strings that keep every filter.
    """

    rows: Sequence[Item]
    total: int
    first: int
    last: int
    before: str
    after: str

    @property
    def words(self) -> str:
        """Which part is shown, where it is not the whole."""
        if not self.before and not self.after:
            return ""
        return f"{self.first} to {self.last} of {self.total}"


def paged(
    rows: QuerySet[Row], asked: QueryDict, per_page: int = PER_PAGE
) -> Shelf[Row]:
    """The page that the address asks for; the nearest one where it asks for none.

    Two queries, whatever the length of the list.
    """
    return _shelf(rows, rows.count(), asked, per_page)


def paged_list(
    rows: Sequence[Item], asked: QueryDict, per_page: int = PER_PAGE
) -> Shelf[Item]:
    """The same of what was worked out and stands in no table."""
    return _shelf(rows, len(rows), asked, per_page)


def _shelf(
    rows: QuerySet[Any] | Sequence[Any], total: int, asked: QueryDict, per_page: int
) -> Shelf[Any]:
    pages = max(1, -(-total // per_page))
    said = asked.get("page", "1")
    number = min(max(int(said), 1), pages) if said.isdecimal() else 1
    start = (number - 1) * per_page
    shown = list(rows[start : start + per_page])
    return Shelf(
        rows=shown,
        total=total,
        first=start + 1 if shown else 0,
        last=start + len(shown),
        before=_to(asked, number - 1) if number > 1 else "",
        after=_to(asked, number + 1) if number < pages else "",
    )


def _to(asked: QueryDict, number: int) -> str:
    kept = asked.copy()
    kept["page"] = str(number)
    return f"?{kept.urlencode()}"
