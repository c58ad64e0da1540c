"""States and movers as one table, from which code, pages and documents all read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar


if TYPE_CHECKING:
    from enum import StrEnum


State = TypeVar("State", bound="StrEnum")


@dataclass(frozen=True)
class Move(Generic[State]):
    """One step: its name, where it may start, where it ends, and who makes it."""

    name: str
    sources: tuple[State, ...]
    target: State
    mover: str


@dataclass(frozen=True)
class Machine(Generic[State]):
    """Every step that a record of one kind can take, with its authority."""

    noun: str
    authority: str
    words: dict[State, str]
    moves: tuple[Move[State], ...]

    def move(self, name: str) -> Move[State]:
        """The step of a name.

        Raises:
            KeyError: the table has no such step.
        """
        for one in self.moves:
            if one.name == name:
                return one
        raise KeyError(f"{self.noun} cannot '{name}': no such step")

    def why_not(self, name: str, state: State) -> str:
        """Why the step cannot be taken from this state; empty where it can."""
        step = self.move(name)
        if state in step.sources:
            return ""
        wanted = " or ".join(self.words[one].lower() for one in step.sources)
        return (
            f"This {self.noun} is {self.words[state].lower()}; "
            f"it would have to be {wanted}."
        )

    def ends(self) -> frozenset[State]:
        """The states that nothing leads out of."""
        left = {state for one in self.moves for state in one.sources}
        return frozenset(state for state in self.words if state not in left)
