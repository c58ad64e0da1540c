"""What a rule set says of one cell: hide it, show it, or round it.

Whether a hidden cell can be worked out from its neighbours is not a question
about one cell: `kith.evidence.disclosure` answers that.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

from kith.domain.vocabulary.figures import Status


if TYPE_CHECKING:
    from collections.abc import Mapping


WIDE_AREAS = ("E92", "E12")
"""ONS codes of England and its regions begin so."""

_SYMBOLS: Mapping[Status, str] = MappingProxyType(
    {
        Status.SUPPRESSED: "c",
        Status.NOT_APPLICABLE: "z",
        Status.NOT_SUPPLIED: "x",
        Status.LOW_RELIABILITY: "u",
    }
)


@dataclass(frozen=True)
class RuleSet:
    """How small counts of children are kept from showing who they are.

    A count from ``hide_from`` to ``hide_to``, both included, is hidden; an empty
    range hides nothing. ``hide_complement`` also hides a share when those it leaves
    out are as few. ``count_base`` rounds every count, ``wide_base`` those of England
    and its regions; 1 leaves them as they are. A hidden cell must keep at least
    ``minimum_feasible_values`` possible values for anyone who has every published
    figure.
    """

    code: str
    title: str
    source: str
    doubt: str = ""
    hide_from: int = 1
    hide_to: int = 5
    zero_shown: bool = True
    hide_complement: bool = True
    count_base: int = 1
    wide_base: int = 1
    decimals: int = 1
    minimum_feasible_values: int = 3
    symbols: Mapping[Status, str] = field(default_factory=lambda: _SYMBOLS)

    @property
    def hides_anything(self) -> bool:
        """Whether the set hides any count at all."""
        return self.hide_from <= self.hide_to

    def hides(self, count: int) -> bool:
        """Whether a count of children is too small to show."""
        if count == 0:
            return self.hides_anything and not self.zero_shown
        return self.hide_from <= count <= self.hide_to

    def hides_complement_of(self, numerator: int, denominator: int) -> bool:
        """Whether those a share leaves out are too few to show."""
        return self.hide_complement and self.hides(denominator - numerator)

    def base(self, area: str) -> int:
        """What counts of an area are rounded to."""
        return self.wide_base if area.startswith(WIDE_AREAS) else self.count_base

    def rounded_count(self, count: int, area: str) -> int:
        """The count as it is printed, halves upwards."""
        base = self.base(area)
        return (2 * count + base) // (2 * base) * base

    def counts_printed_as(self, printed: int, area: str) -> tuple[int, int]:
        """The smallest and the largest count that would be printed so."""
        base = self.base(area)
        if base == 1 or printed == 0:
            return printed, printed
        lowest = max(printed - base // 2, self.hide_to + 1, 1)
        return lowest, printed + (base - 1) // 2

    def rounded_value(self, value: Decimal) -> Decimal:
        """A share, rate or length of time as it is printed, halves upwards."""
        return value.quantize(Decimal(1).scaleb(-self.decimals), ROUND_HALF_UP)


RULE_SETS: Mapping[str, RuleSet] = MappingProxyType(
    {
        rule_set.code: rule_set
        for rule_set in (
            RuleSet(
                code="dfe",
                title="Department for Education: 1 to 5 hidden",
                source=(
                    "Department for Education, Children in need: methodology "
                    "(confidentiality and rounding)"
                ),
                doubt=(
                    "The methodology does not say how few a share may leave out; "
                    "the stricter reading is taken. Three possible values is Kith's "
                    "own threshold."
                ),
                wide_base=10,
            ),
            RuleSet(
                code="nhs",
                title="NHS: 1 to 7 hidden, the rest to the nearest 5",
                source=(
                    "NHS England, disclosure control as practised for hospital "
                    "episode statistics"
                ),
                doubt="Thresholds differ between NHS releases; check the one you need.",
                hide_to=7,
                count_base=5,
                wide_base=5,
                decimals=0,
            ),
            RuleSet(
                code="none",
                title="Internal: true values, for those who need to know",
                source="No rule: never for the public",
                hide_to=0,
                hide_complement=False,
                decimals=6,
            ),
        )
    }
)
"""Every rule set by its code."""
