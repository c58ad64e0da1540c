"""What a meaning check is, and the register of them all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kith.contracts.facts import FACTS
from kith.contracts.feeds import FEEDS


if TYPE_CHECKING:
    from collections.abc import Callable

    import ibis.expr.types as ir

    from kith.contracts.commands.checks import Severity
    from kith.evidence.quality.meaning.tables import Tables

    Flags = Callable[[Tables], ir.Table]


ANY_DATED = "any dated fact"
"""Reads whatever dated facts are told, and needs one of them at least."""


@dataclass(frozen=True)
class Need:
    """Something a check cannot do without: rows, of one feed, with a column filled."""

    table: str
    column: str = ""
    feed: str = ""

    @classmethod
    def parsed(cls, words: str) -> Need:
        """From ``plans``, ``plans.end_on``, ``plans@ssd`` or ``annex_a/list_3.age``.

        A stroke stands between a feed and its table, since a fact may bear the name
        of a feed.
        """
        rest, _, feed = words.partition("@")
        table, _, column = rest.partition(".")
        if "/" in table:
            code, _, name = table.partition("/")
            FEEDS[code].table(name)
        elif table != ANY_DATED and table not in FACTS:
            raise ValueError(f"there is no fact '{table}'")
        return cls(table, column, feed)


@dataclass(frozen=True)
class MeaningCheck:
    """A check of what rows mean together: it names rows, and never changes any.

    ``flags`` gives the flagged rows as an Ibis table that has the columns of a place
    (`kith.evidence.quality.meaning.tables.PLACE`). ``reads`` are the words that
    `Need.parsed` takes: where one is not met the check is not run, and says so.
    """

    name: str
    reads: tuple[str, ...]
    severity: Severity
    says: str
    remedy: str
    source: str
    flags: Flags
    subject: str = ""

    @property
    def needs(self) -> tuple[Need, ...]:
        """What must be told for the check to see anything."""
        return tuple(Need.parsed(words) for words in self.reads)


CHECKS: dict[str, MeaningCheck] = {}
"""Every registered check by name, in the order of the subjects."""


def check(
    name: str,
    *,
    reads: tuple[str, ...],
    severity: Severity,
    says: str,
    remedy: str,
    source: str,
) -> Callable[[Flags], Flags]:
    """Register a function that names flagged rows as the check of that name."""

    def register(flags: Flags) -> Flags:
        if name in CHECKS:
            raise ValueError(f"two checks are named '{name}'")
        subject = flags.__module__.rpartition(".")[2]
        made = MeaningCheck(
            name, reads, severity, says, remedy, source, flags, subject=subject
        )
        if not made.needs:
            raise ValueError(f"the check '{name}' reads nothing")
        CHECKS[name] = made
        return flags

    return register
