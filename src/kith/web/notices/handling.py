"""How the tables of notices and of background work are handled."""

from __future__ import annotations

from kith.domain.vocabulary.handling import Handling


_A_YEAR = "one year: long enough to see whether somebody was told [local to confirm]"

HANDLING = (
    Handling(
        "Notice",
        retention=_A_YEAR,
        plain=("id", "kind", "mark", "url", "state", "made_at", "sent_at"),
        people=("person",),
    ),
    Handling(
        "DigestChoice",
        retention="as long as the person has a sign-in",
        plain=("id", "rhythm", "chosen_at"),
        people=("person",),
    ),
    Handling(
        "NeedStanding",
        retention="until what waits is done",
        plain=("id", "mark", "first_on"),
        people=("person",),
    ),
    Handling(
        "Job",
        retention=_A_YEAR,
        plain=(
            *("id", "key", "kind", "arguments", "state", "tries", "queued_at"),
            *("next_try_at", "started_at", "heartbeat_at", "finished_at", "error_kind"),
        ),
    ),
    Handling("Heartbeat", retention="always: there is one", plain=("id", "at")),
)
