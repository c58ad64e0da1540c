"""Packs of papers, Word files of meetings, and calendar feeds."""

from __future__ import annotations

from kith.web.access.doors.door import Answer, Door, Who
from kith.web.access.permissions import Permission as P


_CHANGE, _OTHER = Answer.CHANGE, Answer.OTHER

DOORS = (
    Door("packs:list", P.MEETING_SEE, "the packs of a meeting"),
    Door("packs:pack", P.MEETING_SEE, "what one circle's pack holds"),
    Door("packs:download", P.MEETING_SEE, "one circle's pack", _OTHER),
    Door("packs:public", Who.ANYBODY, "meetings whose papers a body publishes"),
    Door("packs:public_download", Who.ANYBODY, "the public's pack", _OTHER),
    Door("word:out", P.MEETING_SEE, "an agenda or minutes as a Word file", _OTHER),
    Door("word:bring_in", P.MEETING_MINUTES_DRAFT, "compare an edited copy"),
    Door("word:take", P.MEETING_MINUTES_DRAFT, "take over what differs", _CHANGE),
    Door("calendars:feed", Who.ANYBODY, "whoever holds its secret's own feed", _OTHER),
    Door("calendars:own", Who.SIGNED_IN, "one's own calendar address"),
    Door("calendars:make", Who.SIGNED_IN, "make an address", _CHANGE),
    Door("calendars:revoke", Who.SIGNED_IN, "close the address", _CHANGE),
)
"""What a body publishes is off until its habit says so."""
