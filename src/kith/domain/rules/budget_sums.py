"""Sums and changes of money, exact to the penny.

Working Together 2023 asks the yearly report for contributions by partner, changes, and
value for money; a change from nothing has no per cent, and is said in words.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Iterable


NOTHING = Decimal("0.00")


@dataclass(frozen=True)
class Change:
    """From one year's sum to the next; ``before`` is nothing where no year is known."""

    before: Decimal | None
    now: Decimal

    @property
    def difference(self) -> Decimal | None:
        """How much more; None where the year before is not known."""
        return None if self.before is None else self.now - self.before

    @property
    def per_cent(self) -> Decimal | None:
        """How much more in a hundred; None where that cannot be said."""
        if self.before is None or self.before == 0:
            return None
        share = (self.now - self.before) * 100 / self.before
        return share.quantize(Decimal("0.1"), ROUND_HALF_UP)

    @property
    def words(self) -> str:
        """The change as a reader says it."""
        if self.before is None:
            return "no earlier year to compare with"
        if self.now == self.before:
            return "no change"
        more = "more" if self.now > self.before else "less"
        said = f"{pounds(abs(self.now - self.before))} {more}"
        return said if self.per_cent is None else f"{said} ({abs(self.per_cent)} %)"


def total(amounts: Iterable[Decimal]) -> Decimal:
    """The sum; nothing at all is £0.00."""
    return sum(amounts, NOTHING)


def pounds(amount: Decimal) -> str:
    """£12,345.60; whole pounds without pence."""
    said = f"{abs(amount):,.2f}".removesuffix(".00")
    return f"-£{said}" if amount < 0 else f"£{said}"


def year_words(first_year: int) -> str:
    """A financial year by its first April: 2020 to 2021."""
    return f"{first_year} to {first_year + 1}"
