"""Whose figures a measure counted from rows holds, where they are the police's.

Who owns an indicator stands in the register. Any other measure is the area's own: its
council's, or of several agencies together. A test compares this with the measures.
"""

from __future__ import annotations


POLICE, HEALTH = "police", "health"

COUNTED_FROM_POLICE_ROWS = frozenset(
    {
        "domestic_abuse_notification_rate",
        "domestic_abuse_notifications",
        "police_protections",
    }
)
"""Measures whose rows only the police send."""
