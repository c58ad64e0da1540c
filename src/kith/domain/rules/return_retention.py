"""How long a file that an agency chose for a return is kept.

Source: UK GDPR Art 5(1)(e), no longer than is necessary: it names no time, and 90 days is
local choice [?]. What was never sent, or gave way to what was sent after it, serves nothing
any more. What was locked is what figures were counted from: it is kept as the agreement in
the register of flows says.
"""

from __future__ import annotations

from datetime import timedelta


UNSENT = timedelta(days=90)
"""After so long, what was prepared and never sent is removed, counted from when it was
begun."""
SUPERSEDED = timedelta(days=90)
"""After so long, the files of a submission are removed that another took the place of,
counted from when that was sent; unless it was locked."""
WORDS = (
    f"A file that is prepared and not sent is removed {UNSENT.days} days after it was "
    f"begun, and one that another took the place of {SUPERSEDED.days} days after that. What "
    "was locked is kept as its agreement says."
)
"""The same for whoever sends a file."""
