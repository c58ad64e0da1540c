"""How the tables of the audit trail are handled."""

from __future__ import annotations

from kith.domain.vocabulary.handling import Handling


_AS_LONG = (
    "at least seven years, and as long as the longest-kept record it speaks of [the "
    "period is the partnership's own to confirm]"
)

HANDLING = (
    Handling(
        "Event",
        retention=_AS_LONG,
        is_append_only=True,
        plain=(
            *("id", "sequence", "at", "verb", "noun", "key", "area", "body"),
            *("details", "digest_before", "digest"),
        ),
        people=("actor_person", "actor_name", "acting_for", "origin"),
        words=("purpose",),
    ),
    Handling(
        "Touched",
        retention="as its event",
        is_append_only=True,
        plain=("id", "event", "noun", "key"),
    ),
    Handling(
        "LookedInto",
        retention="as the events it speaks of",
        is_append_only=True,
        plain=("id", "alert", "at"),
        people=("person", "by", "by_name"),
        words=("words",),
    ),
    Handling(
        "ChainHead",
        retention="always: there is one, and it moves on",
        plain=("id", "sequence", "digest"),
    ),
)
