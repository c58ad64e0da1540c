"""What somebody typed, as words to find: whatever it is, it is never a fault.

Only letters and digits matter. Words in quotation marks stand together; every other word
may go on (``safeg`` finds safeguarding). Operators of a database are plain words here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Iterator


LONGEST = 200
"""Characters that are read; who types more is asked for less by the page."""

MOST_WORDS = 12
MOST_LETTERS = 40
"""No word of English is longer, and a stem of thousands of letters is only work."""

_WORD = re.compile(r"[^\W_]+")
_PART = re.compile(r'"([^"]*)"|([^"]+)')
_CURLY = str.maketrans("“”„«»", '"""""')


@dataclass(frozen=True)
class Term:
    """Words that stand together; one word may go on unless it was quoted."""

    words: tuple[str, ...]
    is_quoted: bool = False


@dataclass(frozen=True)
class Asked:
    """What is looked for: every term must be there."""

    terms: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms)

    @property
    def words(self) -> tuple[str, ...]:
        """Every word, in lower case, quoted or not."""
        return tuple(word for term in self.terms for word in term.words)


def understood(typed: str) -> Asked:
    """The words in what somebody typed; nothing where there are none."""
    terms: list[Term] = []
    left = MOST_WORDS
    for term in _terms(typed[:LONGEST].translate(_CURLY)):
        kept = term.words[:left]
        if kept:
            terms.append(Term(kept, term.is_quoted))
        left -= len(kept)
    return Asked(tuple(terms))


def _terms(typed: str) -> Iterator[Term]:
    for quoted, plain in _PART.findall(typed):
        if quoted:
            yield Term(tuple(_words(quoted)), is_quoted=True)
        for word in _words(plain):
            yield Term((word,))


def _words(text: str) -> Iterator[str]:
    for word in _WORD.findall(text):
        yield word[:MOST_LETTERS].lower()
