"""Whom a cell means: a full name, a surname, initials, a name with its agency."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID


_WORD = re.compile(r"[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*")
_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "professor",
        "sir",
        "dame",
        "rev",
        "det",
        "insp",
        "supt",
    ]
)


def who_is_meant(words: str, people: Iterable[tuple[UUID, str]]) -> list[UUID]:
    """The people whom the words may mean; one is surely meant, several are a choice.

    Tried in order, the first that finds anybody holds: the whole name either way
    round; initials; a surname with an initial; a surname or forename alone.
    """
    said = _parts(words)
    if not said:
        return []
    known = [(key, _parts(name)) for key, name in people]
    for is_meant in (_whole, _initials, _surname_and_initial, _one_name):
        found = [key for key, parts in known if parts and is_meant(said, parts)]
        if found:
            return found
    return []


def _parts(words: str) -> list[str]:
    plain = re.sub(r"\(.*?\)", " ", words)
    if "," in plain:
        last, _, first = plain.partition(",")
        plain = f"{first} {last}"
    found = _WORD.findall(plain)
    return [one for one in found if one.casefold() not in _TITLES]


def _folded(parts: list[str]) -> list[str]:
    return [one.casefold() for one in parts]


def _whole(said: list[str], name: list[str]) -> bool:
    return _folded(said) == _folded(name)


def _initials(said: list[str], name: list[str]) -> bool:
    letters = "".join(said).casefold()
    if len(letters) > 4 or not (len(said) == 1 or all(len(one) == 1 for one in said)):
        return False
    whole = "".join(one[0] for one in name).casefold()
    return letters in {whole, whole[0] + whole[-1]} and len(letters) > 1


def _surname_and_initial(said: list[str], name: list[str]) -> bool:
    if len(said) < 2 or len(name) < 2:
        return False
    first, last = said[0].casefold(), said[-1].casefold()
    return last == name[-1].casefold() and name[0].casefold().startswith(first[0])


def _one_name(said: list[str], name: list[str]) -> bool:
    return len(said) == 1 and len(said[0]) > 2 and said[0].casefold() in _folded(name)
