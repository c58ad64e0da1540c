"""What a vote by circulation comes to: between meetings, in writing, by a day.

Whether a body may decide by circulation at all, and by what majority, is local: its
terms of reference say so [?]. Kith asks for one of two rules when the proposal is made.
Until the closing day nothing is decided but what no further vote could change.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Sequence


class Choice(StrEnum):
    """What a voter says. Somebody who would rather talk asks for a meeting."""

    FOR = "FOR"
    AGAINST = "AGAINST"
    ABSTAIN = "ABSTAIN"
    DISCUSS = "DISCUSS"


class VotingRule(StrEnum):
    """How many have to be for it."""

    MAJORITY = "MAJORITY"
    UNANIMOUS = "UNANIMOUS"


class Outcome(StrEnum):
    """How a circulation stands or ended."""

    OPEN = "OPEN"
    CARRIED = "CARRIED"
    NOT_CARRIED = "NOT_CARRIED"
    NO_QUORUM = "NO_QUORUM"
    TO_A_MEETING = "TO_A_MEETING"


OUTCOME_WORDS = {
    Outcome.OPEN: "Open for votes",
    Outcome.CARRIED: "Carried",
    Outcome.NOT_CARRIED: "Not carried",
    Outcome.NO_QUORUM: "No quorum: nothing is decided",
    Outcome.TO_A_MEETING: "Goes to a meeting: a voter asked to discuss it",
}


@dataclass(frozen=True)
class Tally:
    """The votes given so far."""

    voters: int
    votes: tuple[Choice, ...]

    def count(self, choice: Choice) -> int:
        """How many said this."""
        return self.votes.count(choice)


def outcome_of(
    tally: Tally, rule: VotingRule, *, has_quorum: bool, is_over: bool
) -> Outcome:
    """What the votes come to, once the day has passed or everybody has answered.

    One voter who asks to discuss it sends it to a meeting: written votes are for what
    needs no discussion.
    """
    if tally.count(Choice.DISCUSS):
        return Outcome.TO_A_MEETING
    if not is_over and len(tally.votes) < tally.voters:
        return Outcome.OPEN
    if not has_quorum:
        return Outcome.NO_QUORUM
    return Outcome.CARRIED if _is_carried(tally, rule) else Outcome.NOT_CARRIED


def _is_carried(tally: Tally, rule: VotingRule) -> bool:
    agreed, against = tally.count(Choice.FOR), tally.count(Choice.AGAINST)
    if rule is VotingRule.UNANIMOUS:
        return agreed > 0 and against == 0
    return agreed > against


def counted(votes: Sequence[str], voters: int) -> Tally:
    """The tally of stored votes; an empty one is a vote still to come."""
    return Tally(voters, tuple(Choice(one) for one in votes if one))
