"""Feeds and agencies by the names people know them by."""

from __future__ import annotations

from kith.contracts.feeds import FEEDS
from kith.domain.vocabulary.agencies import WELL_KNOWN


_SMALL_WORDS = {"and", "of", "the", "for", "in"}
_INITIALS = {"nhs", "icb", "ccg", "bnssg", "cdop"}


def feed_title(code: str) -> str:
    """The feed's title; its code where no such feed is known here."""
    feed = FEEDS.get(code)
    return feed.title if feed else code.replace("_", " ").capitalize()


def feed_owner(code: str) -> str:
    """Who would send the feed: "the police force"."""
    feed = FEEDS.get(code)
    return feed.owner if feed else "an agency not yet named"


def agency_name(code: str) -> str:
    """An agency's name from its code: ``avon-and-somerset-police``."""
    if code in WELL_KNOWN:
        return WELL_KNOWN[code]
    if "-" not in code:
        return code[:1].upper() + code[1:]
    words = code.split("-")
    return " ".join(
        _spelt(word, is_first=position == 0) for position, word in enumerate(words)
    )


def _spelt(word: str, *, is_first: bool) -> str:
    if word in _INITIALS:
        return word.upper()
    return word if word in _SMALL_WORDS and not is_first else word.capitalize()
