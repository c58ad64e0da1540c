"""How the tables of the API are handled."""

from __future__ import annotations

from kith.domain.vocabulary.handling import Handling


HANDLING = (
    Handling(
        "ApiToken",
        retention="as long as the trail, which names tokens by their beginnings",
        plain=(
            "id",
            "organisation",
            "head",
            "feeds",
            "may_read",
            "may_send",
            "issued_at",
            "open_until",
            "last_used_on",
            "revoked_at",
        ),
        people=("issued_by", "revoked_by"),
        words=("name",),
        secret=("digest",),
    ),
    Handling(
        "Pace",
        retention="an hour: how fast somebody asks now",
        plain=("id", "began", "count"),
        people=("subject",),
    ),
    Handling(
        "KeptAnswer",
        retention="a day: an answer that was lost on the way is given again",
        plain=("id", "token", "mark", "status", "answer", "open_until"),
        words=("key",),
    ),
)
