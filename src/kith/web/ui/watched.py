"""Forms that notice what looks like a person's name or number, and ask about it."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from kith.domain.rules.disclosure import RULE_SETS
from kith.domain.rules.signs_of_a_person import (
    USUAL,
    Sign,
    SignKind,
    signs_of_a_person,
)
from kith.domain.rules.small_numbers_in_words import small_numbers
from kith.domain.vocabulary.forenames import FORENAMES
from kith.web.ui.forms import KithForm


if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


LOOKS_LIKE = (
    "This looks like a name or a number of a person. Child-level matters are not "
    "kept here. Take it out, or confirm that it is not a child's."
)


def signs(texts: Iterable[str], known: Iterable[str]) -> tuple[Sign, ...]:
    """What in the texts looks like a person, each said once."""
    names = tuple(known)
    found = (sign for text in texts for sign in signs_of_a_person(text, names))
    return tuple(dict.fromkeys(found))


def findings(texts: Iterable[str], known: Iterable[str]) -> tuple[Sign, ...]:
    """The same, and every small number of children that a table would hide."""
    told = tuple(texts)
    small = (
        Sign(SignKind.SMALL_NUMBER, one.words)
        for text in told
        for one in small_numbers(text, RULE_SETS["dfe"])
        if not one.may_stand_because
    )
    return tuple(dict.fromkeys((*signs(told, known), *small)))


def watch_words(known: Sequence[str]) -> dict[str, str]:
    """What the script that warns while typing needs: names that may stand, forenames."""
    named = {word for name in known for word in name.casefold().split()}
    may_stand = sorted(named | USUAL)
    return {"known": " ".join(may_stand), "forenames": " ".join(sorted(FORENAMES))}


class WatchedForm(KithForm):
    """A form that asks about what looks like a person's name or number.

    It is said, never silently blocked: the sender confirms that it is no child's, for
    exactly what was found. Another finding asks again.
    """

    watched: tuple[str, ...] = ("words",)

    def __init__(self, *args: Any, known: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = known
        self.found: tuple[Sign, ...] = ()

    @property
    def mark(self) -> str:
        """What stands for the findings, so that a confirmation is for these alone."""
        told = "\n".join(f"{one.kind}:{one.words}" for one in self.found)
        return sha256(told.encode()).hexdigest()[:16]

    @property
    def is_confirmed(self) -> bool:
        """Whether the sender has confirmed exactly what was found."""
        return (
            self.data.get("confirmed") == "on"
            and self.data.get("confirmed_for") == self.mark
        )

    def clean(self) -> dict[str, Any]:
        """Ask, where something looks like a person and nobody has confirmed it."""
        said = super().clean() or {}
        found: list[Sign] = []
        for name in self.watched:
            here = self.found_in(said.get(name) or "")
            found += here
            if here:
                self.fields[name].widget.attrs["data-found"] = "yes"
        self.found = tuple(dict.fromkeys(found))
        if self.found and not self.is_confirmed:
            self.add_error(None, LOOKS_LIKE)
        return said

    def found_in(self, text: str) -> tuple[Sign, ...]:
        """What in one field looks like a person."""
        return signs([text], self.known)


class CountingForm(WatchedForm):
    """The same for texts about figures: a small number of children is asked about too."""

    def found_in(self, text: str) -> tuple[Sign, ...]:
        """What in one field looks like a person, or counts few children."""
        return findings([text], self.known)
