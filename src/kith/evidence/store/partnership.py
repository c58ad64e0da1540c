"""The partnership an edition is about: its areas, report period and rule set."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from kith.contracts.published.edition import PublishedArea
from kith.domain.vocabulary.agencies import agency_name
from kith.domain.vocabulary.periods import Period


if TYPE_CHECKING:
    from collections.abc import Mapping


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
    provisional: bool = False
    """Whether agencies may still change what they sent: its figures say so."""
    series_from: date | None = None
    """From when an edition also tells the quarters and years before its own period."""

    @property
    def span(self) -> Period:
        """Every day an edition speaks of: its period, and the series before it."""
        first = min(self.series_from or self.period.first, self.period.first)
        return Period(first, self.period.last)

    @property
    def area_codes(self) -> tuple[str, ...]:
        """The areas' ONS codes, in the order shown."""
        return tuple(area.code for area in self.areas)

    def agency_name(self, code: str) -> str:
        """The agency as the partnership names it, else its code in words."""
        return self.agency_names.get(code) or agency_name(code)


def partnership_to_json(partnership: Partnership) -> str:
    """The partnership as it is kept beside a build's facts."""
    words = {
        "name": partnership.name,
        "areas": [[area.code, area.name] for area in partnership.areas],
        "first": partnership.period.first.isoformat(),
        "last": partnership.period.last.isoformat(),
        "stands_on": partnership.stands_on.isoformat(),
        "rule_set": partnership.rule_set,
        "invented": partnership.invented,
        "agency_names": dict(partnership.agency_names),
        "provisional": partnership.provisional,
        "series_from": partnership.series_from and partnership.series_from.isoformat(),
    }
    return json.dumps(words, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def partnership_from_json(text: str) -> Partnership:
    """The partnership that `partnership_to_json` wrote."""
    words = json.loads(text)
    return Partnership(
        name=words["name"],
        areas=tuple(PublishedArea(code, name) for code, name in words["areas"]),
        period=Period(
            date.fromisoformat(words["first"]), date.fromisoformat(words["last"])
        ),
        stands_on=date.fromisoformat(words["stands_on"]),
        rule_set=words["rule_set"],
        invented=words["invented"],
        agency_names=words["agency_names"],
        provisional=words["provisional"],
        series_from=words["series_from"] and date.fromisoformat(words["series_from"]),
    )
