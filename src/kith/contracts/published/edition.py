"""``edition.json``: what an edition is about."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date

from kith.domain.vocabulary.agencies import agency_name
from kith.domain.vocabulary.periods import Period


CANDIDATE = "candidate"


@dataclass(frozen=True)
class PublishedArea:
    """An area the edition covers."""

    code: str
    name: str


@dataclass(frozen=True)
class Edition:
    """A frozen set of published figures.

    ``invented`` editions carry the words "invented data" wherever they are shown.
    ``stands_on`` is the day the edition's documents bear, never a clock's.
    """

    name: str
    partnership: str
    areas: tuple[PublishedArea, ...]
    period: Period
    rule_set: str
    stands_on: date
    invented: bool
    inputs_digest: str
    released: str
    """The release that let it out; `CANDIDATE` where none has."""
    agencies: dict[str, str] = field(default_factory=dict)
    """The names the partnership gives its agencies, by code."""
    provisional: bool = False
    """Whether its figures may still change: wherever they are shown, that is said with
    the day they stand on."""

    def agency_name(self, code: str) -> str:
        """An agency as the partnership names it, else its code in words."""
        return self.agencies.get(code) or agency_name(code)


def edition_to_json(edition: Edition) -> str:
    """The text of ``edition.json``: keys sorted, so equal editions are equal bytes."""
    words = {
        "name": edition.name,
        "partnership": edition.partnership,
        "areas": [{"code": area.code, "name": area.name} for area in edition.areas],
        "period": {
            "first": edition.period.first.isoformat(),
            "last": edition.period.last.isoformat(),
        },
        "rule_set": edition.rule_set,
        "stands_on": edition.stands_on.isoformat(),
        "invented": edition.invented,
        "inputs_digest": edition.inputs_digest,
        "released": edition.released,
        "agencies": edition.agencies,
        "provisional": edition.provisional,
    }
    return json.dumps(words, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def edition_from_json(text: str) -> Edition:
    """The edition that ``edition.json`` describes.

    Raises:
        ValueError, KeyError, TypeError: the text is not an edition's.
    """
    words = json.loads(text)
    return Edition(
        name=words["name"],
        partnership=words["partnership"],
        areas=tuple(PublishedArea(a["code"], a["name"]) for a in words["areas"]),
        period=Period(
            date.fromisoformat(words["period"]["first"]),
            date.fromisoformat(words["period"]["last"]),
        ),
        rule_set=words["rule_set"],
        stands_on=date.fromisoformat(words["stands_on"]),
        invented=words["invented"],
        inputs_digest=words["inputs_digest"],
        released=words["released"],
        agencies=words["agencies"],
        provisional=words["provisional"],
    )
