"""By when a higher body replies to a risk that was raised to it.

No source of law or guidance sets these days: they are each partnership's own, and the
ones here are Kith's starting values, to be settled locally. Working days, because the
people who reply work on those.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.working_days import add_working_days


if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


REPLY_DAYS: Mapping[str, int] = {
    "LEADS": 10,
    "EXECUTIVE": 15,
    "REGIONAL": 20,
}
"""Working days to reply, by the kind of the body that is asked. Local, to be settled."""

OTHER_DAYS = 10
"""For a body of any other kind."""


def reply_due_on(
    raised_on: date, kind: str, days: Mapping[str, int] = REPLY_DAYS
) -> date:
    """The last working day on which the reply is in time; day 1 is the next one."""
    return add_working_days(raised_on, days.get(kind, OTHER_DAYS))
