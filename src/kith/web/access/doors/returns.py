"""Returns: what is owed, sent, checked, signed and locked."""

from __future__ import annotations

from kith.web.access.doors.door import Answer, Door
from kith.web.access.permissions import Permission as P


_CHANGE, _OTHER = Answer.CHANGE, Answer.OTHER

DOORS = (
    Door("returns:wall", P.RETURN_SEE, "what is due, sent, checked and locked"),
    Door("returns:engagement", P.RETURN_SEE, "how far each agency took part"),
    Door("returns:duties", P.RETURN_SEE, "who owes what, and how often"),
    Door("returns:duty_new", P.RETURN_PLAN, "plan what an agency owes"),
    Door("returns:duty_end", P.RETURN_PLAN, "end what an agency owes"),
    Door("returns:detail", P.RETURN_SEE, "one return, and its story"),
    Door("returns:findings", P.RETURN_SEE, "what was found in its files", _OTHER),
    Door("returns:file", P.RETURN_SEE, "a file that was sent", _OTHER),
    Door("returns:send", P.RETURN_SEND, "choose how to send a return"),
    Door("returns:match", P.RETURN_SEND, "say what the columns hold"),
    Door("returns:take_out", P.RETURN_SEND, "take a file out", _CHANGE),
    Door("returns:figures", P.RETURN_SEND, "type the figures in"),
    Door("returns:nil", P.RETURN_SEND, "nothing to report", _CHANGE),
    Door("returns:review", P.RETURN_SEND, "check your answers, and send"),
    Door("returns:drop", P.RETURN_SEND, "forget what was prepared", _CHANGE),
    Door("returns:cancel", P.RETURN_SEND, "stop reading the files", _CHANGE),
    Door("returns:check", P.RETURN_CHECK, "say that a return is checked"),
    Door("returns:send_back", P.RETURN_CHECK, "send a return back"),
    Door("returns:sign", P.RETURN_SIGN, "sign a return off", _CHANGE),
    Door("returns:decline", P.RETURN_SIGN, "decline to sign a return"),
    Door("returns:lock", P.RETURN_LOCK, "lock a return", _CHANGE),
    Door("returns:restate", P.RETURN_SEE, "have a locked return sent again"),
)
