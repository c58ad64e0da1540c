"""The feeds agencies may send, by code: ``FEEDS``."""

from kith.contracts.feeds import aggregate, annex_a, council, police, population, ssd
from kith.contracts.feeds.feed import Feed, FeedColumn, FeedTable, FileFormat


FEEDS: dict[str, Feed] = {
    feed.code: feed
    for feed in (
        annex_a.FEED,
        ssd.FEED,
        police.FEED,
        *council.FEEDS,
        population.FEED,
        aggregate.FEED,
    )
}

__all__ = ["FEEDS", "Feed", "FeedColumn", "FeedTable", "FileFormat"]
