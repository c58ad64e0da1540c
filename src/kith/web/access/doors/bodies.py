"""Bodies, seats, handovers, terms of reference.

One's own seat and handover can be one's own before or after it opens the group, so
those doors are open to everybody signed in and the queries decide.
"""

from __future__ import annotations

from kith.web.access.doors.door import Answer, Door, Who
from kith.web.access.permissions import Permission as P


_CHANGE = Answer.CHANGE

DOORS = (
    Door("bodies:list", P.BODY_SEE, "every group this person may see"),
    Door("bodies:structure", P.BODY_SEE, "who reports to whom on a day"),
    Door("bodies:new", P.BODY_EDIT, "open a group"),
    Door("bodies:detail", P.BODY_SEE, "one group: seats, terms, story"),
    Door("bodies:edit", P.BODY_EDIT, "change what a group is"),
    Door("bodies:close", P.BODY_CLOSE, "close a group with a reason"),
    Door("bodies:start", P.AGENDA_EDIT, "a group begins its work", _CHANGE),
    Door("bodies:report", P.AGENDA_EDIT, "a group made its final report"),
    Door("bodies:send_back", P.BODY_CLOSE, "ask a group for more"),
    Door("bodies:link", P.BODY_EDIT, "link a group to another group"),
    Door("bodies:rotation", P.BODY_EDIT, "plan whose turn it is to chair"),
    Door("bodies:seat_new", P.SEAT_FILL, "add a seat"),
    Door("bodies:seat", Who.SIGNED_IN, "one seat"),
    Door("bodies:fill", P.SEAT_FILL, "fill a vacant seat"),
    Door("bodies:vacate", P.SEAT_FILL, "the holder leaves"),
    Door("bodies:seat_end", P.SEAT_FILL, "end the seat itself"),
    Door("bodies:substitute", Who.SIGNED_IN, "name a substitute for a time"),
    Door("bodies:hand_over", Who.SIGNED_IN, "hand a seat over"),
    Door("bodies:handover", Who.SIGNED_IN, "what goes with a seat"),
    Door("bodies:acknowledge", Who.SIGNED_IN, "the successor has read it", _CHANGE),
    Door("bodies:terms", P.BODY_SEE, "one version of the terms of reference"),
    Door("bodies:terms_new", P.TERMS_EDIT, "draft terms of reference"),
    Door("bodies:terms_edit", P.TERMS_EDIT, "change the draft"),
    Door("bodies:terms_consult", P.TERMS_EDIT, "they were consulted on", _CHANGE),
    Door("bodies:terms_revise", P.TERMS_EDIT, "back to a draft", _CHANGE),
    Door("bodies:terms_approve", P.TERMS_APPROVE, "approve from above", _CHANGE),
    Door("bodies:terms_sign", P.TERMS_EDIT, "ask the three partners to sign"),
    Door("bodies:terms_publish", P.TERMS_EDIT, "put them in force", _CHANGE),
)
