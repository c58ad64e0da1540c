"""The partnership an edition is about: its areas, report period and rule set."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from kith.contracts.published.edition import PublishedArea
    from kith.domain.vocabulary.periods import Period


@dataclass(frozen=True)
class Partnership:
    """What ``partnership.toml`` says, or what the returns let us say without it."""

    name: str
    areas: tuple[PublishedArea, ...]
    period: Period
    stands_on: date
    rule_set: str = "dfe"
    invented: bool = False
    agency_names: Mapping[str, str] = field(default_factory=dict)

    @property
    def area_codes(self) -> tuple[str, ...]:
        """The areas' ONS codes, in the order shown."""
        return tuple(area.code for area in self.areas)

    def agency_name(self, code: str) -> str:
        """The agency's name as shown, its code where none is given."""
        return self.agency_names.get(code, code)
