"""Feeds by the names people know them by."""

from __future__ import annotations

from kith.contracts.feeds import FEEDS


def feed_title(code: str) -> str:
    """The feed's title; its code where no such feed is known here."""
    feed = FEEDS.get(code)
    return feed.title if feed else code.replace("_", " ").capitalize()


def feed_owner(code: str) -> str:
    """Who would send the feed: "the police force"."""
    feed = FEEDS.get(code)
    return feed.owner if feed else "an agency not yet named"
