"""What was found, with the words that were looked for marked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kith.web.search.asking import Asked
    from kith.web.search.models import SearchEntry


AROUND = 90
"""Letters shown on each side of the first word that was found."""

_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "es", "ed", "s", "y")
_SHORTEST_STEM = 3
_WORD = re.compile(r"[^\W_]+")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class FoundLine:
    """One record that was found."""

    title: Markup
    snippet: Markup
    kind: str
    url: str


def line(entry: SearchEntry, asked: Asked) -> FoundLine:
    """A record as the page shows it."""
    stems = tuple(stem(word) for word in asked.words)
    beginning = str(getattr(entry, "beginning", ""))
    return FoundLine(
        title=marked(entry.title, stems),
        snippet=Markup("") if beginning in entry.title else snippet(beginning, stems),
        kind=entry.kind,
        url=entry.url,
    )


def stem(word: str) -> str:
    """The part of a word that its forms share, roughly: only for what is marked."""
    for ending in _ENDINGS:
        left = word.removesuffix(ending)
        if left != word and len(left) >= _SHORTEST_STEM:
            return left
    return word


def snippet(text: str, stems: tuple[str, ...]) -> Markup:
    """The place of the text where a word first stands, with a little around it."""
    words = _SPACES.sub(" ", text).strip()
    first = next((start for start, _ in _places(words, stems)), 0)
    start = max(0, first - AROUND)
    if start:
        start = words.find(" ", start, first) + 1 or start
    end = min(len(words), first + AROUND * 2)
    if end < len(words):
        end = words.rfind(" ", first, end) if " " in words[first:end] else end
    before, after = ("… " if start else ""), (" …" if end < len(words) else "")
    return escape(before) + marked(words[start:end], stems) + escape(after)


def marked(text: str, stems: tuple[str, ...]) -> Markup:
    """The text, escaped, with what was looked for marked."""
    parts, at = [], 0
    for start, end in _places(text, stems):
        parts += [escape(text[at:start]), _mark(text[start:end])]
        at = end
    parts.append(escape(text[at:]))
    return Markup("").join(parts)


def _mark(word: str) -> Markup:
    return Markup('<mark class="kith-mark">{}</mark>').format(word)


def _places(text: str, stems: Iterable[str]) -> Iterator[tuple[int, int]]:
    wanted = tuple(stems)
    for found in _WORD.finditer(text):
        if wanted and found.group().lower().startswith(wanted):
            yield found.span()
