"""The audit trail."""

from __future__ import annotations

from kith.web.access.doors.door import Answer, Door, Who
from kith.web.access.permissions import Permission as P


DOORS = (
    Door("audit:mine", Who.SIGNED_IN, "one's own activity"),
    Door("audit:of_record", Who.SIGNED_IN, "who has looked at a record of one's own"),
    Door("audit:event", Who.SIGNED_IN, "one event of one's own, or of one's area"),
    Door("audit:area", P.AUDIT_SEE, "the audit trail of an area"),
    Door("audit:area_csv", P.AUDIT_SEE, "the same, to download", Answer.OTHER),
    Door("audit:unusual", P.AUDIT_SEE, "reading that raises a question"),
    Door("audit:look_into", P.AUDIT_SEE, "say what was found out about it"),
)
