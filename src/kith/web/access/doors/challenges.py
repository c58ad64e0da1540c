"""Challenges: professional disagreements about the system."""

from __future__ import annotations

from kith.web.access.doors.door import Door
from kith.web.access.permissions import Permission as P


DOORS = (
    Door("challenges:list", P.CHALLENGE_SEE, "every challenge this person may see"),
    Door("challenges:new", P.CHALLENGE_RAISE, "raise a challenge"),
    Door("challenges:detail", P.CHALLENGE_SEE, "one challenge, and its ladder"),
    Door("challenges:answer", P.CHALLENGE_REPLY, "reply to a challenge"),
    Door("challenges:up", P.CHALLENGE_RAISE, "take a challenge one rung up"),
    Door("challenges:resolve", P.CHALLENGE_RAISE, "say how it was resolved"),
    Door("challenges:withdraw", P.CHALLENGE_RAISE, "withdraw a challenge"),
    Door("challenges:close", P.CHALLENGE_CLOSE, "write down what was learnt"),
)
