"""By when a question about a published figure is answered.

No law says so: 20 working days is local practice [?], as long as a request for
information may take, which the same question would be if it were called one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.working_days import ANY_PART_OF_UK, add_working_days


if TYPE_CHECKING:
    from datetime import date


WORKING_DAYS = 20


def question_due(asked_on: date) -> date:
    """The last day for the answer; day 1 is the next working day."""
    return add_working_days(asked_on, WORKING_DAYS, ANY_PART_OF_UK)
