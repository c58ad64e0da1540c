"""Text as headers and values are compared: no case, spaces, marks or curly quotes."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


_BRACKETS = re.compile(r"\([^)]*\)+")


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Letters and digits only, in lower case."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in plain if letter.isalnum())


@lru_cache(maxsize=20_000)
def fold_outside_brackets(text: str) -> str:
    """The same, without what stands in brackets: ``Seen alone (Y/N)``."""
    return fold(_BRACKETS.sub(" ", text))


def is_one_slip(first: str, second: str) -> bool:
    """Whether two long folded texts differ by at most two letters, and no digit.

    Digits must agree: ``stage1started`` and ``stage2started`` are not one column.
    """
    if min(len(first), len(second)) < 12 or abs(len(first) - len(second)) > 2:
        return False
    if re.sub(r"\D", "", first) != re.sub(r"\D", "", second):
        return False
    return _edits(first, second) <= 2


def _edits(first: str, second: str) -> int:
    row = list(range(len(second) + 1))
    for at, letter in enumerate(first, start=1):
        before, row[0] = row[0], at
        for to, other in enumerate(second, start=1):
            best = min(row[to] + 1, row[to - 1] + 1, before + (letter != other))
            before, row[to] = row[to], best
    return row[-1]
