"""Whether a meeting may decide: who has to be there, and who is missing.

The Executive's rule is that all three safeguarding partners are there: each is equally
and jointly responsible (Children Act 2004 s16E; Working Together 2023, chapter 2). A
number, a chair and what a substitute counts for are local: each body's terms of reference
say them [?], so they are values of a rule and never constants.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Sequence


class Sector(StrEnum):
    """The three statutory partners by what they are (Children Act 2004 s16E(3))."""

    COUNCIL = "COUNCIL"
    HEALTH = "HEALTH"
    POLICE = "POLICE"


SECTOR_WORDS = {
    Sector.COUNCIL: "the council",
    Sector.HEALTH: "health",
    Sector.POLICE: "the police",
}

STATUTORY = "Children Act 2004 s16E: the three partners are equally responsible"
LOCAL = "The body's terms of reference"


@dataclass(frozen=True)
class QuorumRule:
    """What a body asks for before it decides, and who says so."""

    sectors: frozenset[Sector] = frozenset()
    number: int = 0
    needs_chair: bool = False
    substitutes_count: bool = True
    authority: str = LOCAL

    @property
    def words(self) -> str:
        """The rule as a sentence."""
        parts = []
        if self.sectors:
            parts.append(f"somebody from {_listed(_named(self.sectors))}")
        if self.number:
            parts.append(f"at least {self.number} voting members")
        if self.needs_chair:
            parts.append("the chair or a deputy")
        if not parts:
            return "This group has no rule of quorum."
        counted = "" if self.substitutes_count else "; substitutes do not count"
        return f"Needs {_listed(parts)}{counted}."


@dataclass(frozen=True)
class Attender:
    """Somebody in the room or online, as far as quorum asks."""

    sector: Sector | None
    is_voting: bool = True
    is_chair: bool = False
    is_substitute: bool = False


@dataclass(frozen=True)
class Quorum:
    """Whether the rule is met, and what is missing, in words."""

    is_met: bool
    missing: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """One line for the top of the page."""
        if self.is_met:
            return "Quorum: yes"
        return f"Quorum: not yet: {'; '.join(self.missing)}"

    @property
    def words_afterwards(self) -> str:
        """The same line of a meeting that is over."""
        if self.is_met:
            return "Quorum: yes"
        return f"Quorum: no: {'; '.join(self.missing)}"


def quorum_of(rule: QuorumRule, there: Sequence[Attender]) -> Quorum:
    """Whether those who are there make a quorum under the body's rule.

    Whoever has no vote makes no quorum; nor does a substitute, where the rule says so.
    """
    counted = [
        one
        for one in there
        if one.is_voting and (rule.substitutes_count or not one.is_substitute)
    ]
    missing: list[str] = []
    absent = rule.sectors - {one.sector for one in counted if one.sector}
    missing.extend(f"nobody from {name}" for name in _named(absent))
    if len(counted) < rule.number:
        missing.append(f"{len(counted)} of the {rule.number} voting members needed")
    if rule.needs_chair and not any(one.is_chair for one in counted):
        missing.append("no chair or deputy")
    return Quorum(not missing, tuple(missing))


def _named(sectors: frozenset[Sector]) -> list[str]:
    return [SECTOR_WORDS[one] for one in Sector if one in sectors]


def _listed(parts: Sequence[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
