"""How the table of search is handled."""

from __future__ import annotations

from kith.domain.vocabulary.handling import Handling


HANDLING = (
    Handling(
        "SearchEntry",
        retention="as the record it finds; made anew from the records at any time",
        plain=("id", "noun", "key", "kind", "url"),
        words=("title", "words"),
    ),
)
