"""The type that may be published, and the only door that makes one."""

from __future__ import annotations

from dataclasses import InitVar, dataclass
from typing import TYPE_CHECKING, Generic, TypeVar


if TYPE_CHECKING:
    from kith.domain.rules.disclosure import RuleSet


T = TypeVar("T")


class NotReleasableError(Exception):
    """A table was refused; the message says which and why, never a value."""


_SEAL = object()
"""Held by this module alone: publishing what nobody judged is a type error, and
forging the type is a run-time one."""


@dataclass(frozen=True, slots=True)
class Released(Generic[T]):
    """What disclosure control let out, and under which rule set.

    Only ``kith.evidence.disclosure.release`` makes one.
    """

    content: T
    rule_set: RuleSet
    seal: InitVar[object] = None

    def __post_init__(self, seal: object) -> None:
        # Not kept as a field, so that no released table lends its seal to another.
        if seal is not _SEAL:
            raise NotReleasableError(
                "only kith.evidence.disclosure.release makes a Released table: "
                "release the figures instead"
            )


def sealed(content: T, rule_set: RuleSet) -> Released[T]:
    """The content, let out. For ``release`` alone: it has judged the content."""
    return Released(content, rule_set, _SEAL)
