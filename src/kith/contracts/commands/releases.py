"""What is asked of ``kith evidence release``, and what it answers: types and JSON."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date


class Decision(StrEnum):
    """What becomes of a proposed table."""

    MAY_BE_APPROVED = "may_be_approved"
    REFUSED = "refused"


LeaveOut = tuple[tuple[str, str], ...]
"""Cells by what they have in common: ``(("measure", "referrals"), ("sex", "male"))``.

Names are ``measure``, ``area`` and the breakdowns. A cell left out stands in the
table as hidden.
"""


@dataclass(frozen=True)
class ReleaseRequest:
    """A table to release: measures, areas, one period and at most two breakdowns.

    Or, where ``edition`` is named, everything that an edition prints.
    """

    measures: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    by: tuple[str, ...] = ()
    totals: bool = False
    """Also the totals that the breakdowns add up to."""
    edition: str = ""
    left_out: tuple[LeaveOut, ...] = ()
    hides_more: bool = False
    """Hides also whatever it takes beside what was released before."""
    audience: str = "public"
    title: str = ""
    """What it is printed in: a newsletter, an answer to a request for information."""

    @property
    def is_as_built(self) -> bool:
        """Whether it is an edition just as its build made it fit to print."""
        return bool(self.edition) and not self.left_out and not self.hides_more

    def options(self) -> list[str]:
        """The request as words of the command line."""
        return [word for words in self._options() for word in words]

    def _options(self) -> Iterator[tuple[str, ...]]:
        for name, words in (
            ("--edition", (self.edition,)),
            ("--measure", self.measures),
            ("--area", self.areas),
            ("--from", (self.first.isoformat() if self.first else "",)),
            ("--to", (self.last.isoformat() if self.last else "",)),
            ("--by", self.by),
            *(("--leave-out", (_pairs(cells),)) for cells in self.left_out),
            ("--audience", (self.audience,)),
            ("--title", (self.title,)),
        ):
            if any(words):
                yield (name, *words)
        if self.totals:
            yield ("--totals",)
        if self.hides_more:
            yield ("--hide-more",)

    def as_words(self) -> dict[str, Any]:
        """The request as the ledger keeps it: what is not asked is left away."""
        words = {
            "measures": list(self.measures),
            "areas": list(self.areas),
            "from": self.first.isoformat() if self.first else "",
            "to": self.last.isoformat() if self.last else "",
            "by": list(self.by),
            "totals": self.totals,
            "edition": self.edition,
            "leave_out": [dict(cells) for cells in self.left_out],
            "hide_more": self.hides_more,
            "title": self.title,
        }
        return {name: word for name, word in words.items() if word}


def _pairs(cells: LeaveOut) -> str:
    return ",".join(f"{name}={word}" for name, word in cells)


@dataclass(frozen=True)
class Cure:
    """The least change after which a refused table may be approved: tried, not guessed.

    ``options`` are those of ``propose`` that ask for the table so changed.
    """

    leave_out: Mapping[str, Any]
    words: str
    options: tuple[str, ...]


@dataclass(frozen=True)
class ReleaseAnswer:
    """What became of a proposal.

    ``given_away`` says for each reason, for machines, which count and by which earlier
    releases' cells; never a hidden number.
    """

    release: str
    decision: Decision
    reasons: tuple[str, ...] = ()
    cure: tuple[Cure, ...] = ()
    given_away: tuple[Mapping[str, Any], ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The answer as ``propose --format json`` prints it."""
        return asdict(self)

    @classmethod
    def from_json(cls, words: Mapping[str, Any]) -> ReleaseAnswer:
        """The answer that was printed.

        Raises:
            ValueError, KeyError, TypeError: the words are not an answer's.
        """
        return cls(
            release=words["release"],
            decision=Decision(words["decision"]),
            reasons=tuple(words["reasons"]),
            cure=tuple(
                Cure(one["leave_out"], one["words"], tuple(one["options"]))
                for one in words["cure"]
            ),
            given_away=tuple(words["given_away"]),
        )


@dataclass(frozen=True)
class ReleaseListed:
    """A release as ``list --format json`` prints it: where it stands, and its story."""

    release: str
    state: str
    audience: str
    rule_set: str
    edition: str
    figures: int
    asked: Mapping[str, Any]
    digest: str
    events: tuple[Mapping[str, str], ...] = ()
    reasons: tuple[str, ...] = field(default=())

    def as_json(self) -> dict[str, Any]:
        """The release, plain."""
        return asdict(self)
