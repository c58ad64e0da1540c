"""Risks of the system."""

from __future__ import annotations

from kith.web.access.doors.door import Answer, Door
from kith.web.access.permissions import Permission as P


DOORS = (
    Door("risks:list", P.RISK_SEE, "every risk this person may see"),
    Door("risks:matrix", P.RISK_SEE, "the same by likelihood and impact"),
    Door("risks:download", P.RISK_SEE, "the list, to download", Answer.OTHER),
    Door("risks:new", P.RISK_RAISE, "record a risk"),
    Door("risks:detail", P.RISK_SEE, "one risk, and its story"),
    Door("risks:review", P.RISK_SEE, "look at a risk again, for whoever owns it"),
    Door("risks:control", P.RISK_SEE, "add a control, for whoever owns the risk"),
    Door("risks:control_change", P.RISK_SEE, "say how a control stands now"),
    Door("risks:evidence", P.RISK_SEE, "add evidence, for whoever owns the risk"),
    Door("risks:owner", P.RISK_SEE, "give a risk another owner"),
    Door("risks:raise", P.RISK_ESCALATE, "raise a risk to the body above"),
    Door("risks:reply", P.RISK_REPLY, "reply to a risk that was raised here"),
    Door("risks:close", P.RISK_CLOSE, "close a risk"),
    Door("risks:reopen", P.RISK_CLOSE, "reopen a risk"),
)
