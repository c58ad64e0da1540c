"""How the tables of people and access are handled."""

from __future__ import annotations

from kith.domain.vocabulary.handling import Handling


_AS_TRAIL = (
    "as the audit trail, at least seven years: it says who could see what [the period "
    "is the partnership's own to confirm]"
)

HANDLING = (
    Handling(
        "Person",
        retention="as long as any record names them; the account closes when they leave",
        plain=(
            *("id", "is_active", "away_first_on", "away_last_on", "added_at"),
            *("session_round", "left_at"),
        ),
        people=("email", "name", "left_by"),
        secret=("password",),
    ),
    Handling(
        "RoleHolding",
        retention=_AS_TRAIL,
        plain=(
            *("id", "role", "area", "organisation", "is_deputy"),
            *("first_on", "last_on", "given_at"),
        ),
        people=("person", "given_by"),
        words=("ended_because",),
    ),
    Handling(
        "Invitation",
        retention="a year after it was taken up, withdrawn or ran out",
        plain=("id", "area", "invited_at", "open_until", "accepted_at", "withdrawn_at"),
        people=("person", "invited_by"),
        secret=("digest",),
    ),
    Handling(
        "FactorReset",
        retention=_AS_TRAIL,
        plain=("id", "asked_at", "open_until", "confirmed_at", "refused_at"),
        people=("person", "asked_by", "confirmed_by", "refused_by"),
        words=("how_checked",),
    ),
    Handling(
        "KnownDevice",
        retention="until the person leaves",
        plain=("id", "first_seen_at"),
        people=("person",),
        secret=("digest",),
    ),
    Handling(
        "ConflictBlock",
        retention=_AS_TRAIL,
        plain=("id", "noun", "key", "is_subject", "named_at", "lifted_at"),
        people=("person", "named_by", "lifted_by"),
        words=("reason",),
    ),
    Handling(
        "BrokenGlass",
        retention=_AS_TRAIL,
        plain=("id", "noun", "key", "opened_at", "until", "reviewed_at"),
        people=("person", "reviewed_by"),
        words=("reason", "review"),
    ),
    Handling(
        "Delegation",
        retention=_AS_TRAIL,
        plain=("id", "body", "first_on", "last_on", "given_at", "ended_at"),
        people=("giver", "taker", "ended_by"),
        words=("reason",),
    ),
)
