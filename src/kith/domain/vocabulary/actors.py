"""Who did something, as the audit trail keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from uuid import UUID


@dataclass(frozen=True)
class Actor:
    """A person, or a named task of the platform; never nobody.

    ``acting_for`` names whose place is taken, by delegation or as a deputy.
    ``origin`` is where it came from: ``web``, ``command`` or ``task``, and the
    address of the machine where that is known.
    """

    name: str
    person: UUID | None = None
    acting_for: str = ""
    origin: str = ""

    def __post_init__(self) -> None:
        if not self.name:
            raise ValueError("an actor needs a name: nothing is done by nobody")

    @classmethod
    def platform(cls, task: str) -> Actor:
        """The platform itself, doing a task that nobody presses a button for."""
        return cls(name=f"Kith: {task}", origin="task")
