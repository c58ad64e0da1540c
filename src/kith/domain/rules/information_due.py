"""By when a request for information is answered.

Source: Freedom of Information Act 2000 s10: the twentieth working day after receipt; a
bank holiday in any part of the United Kingdom is no working day. The clock
``freedom_of_information`` says the same, with its edition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.clocks.due import due
from kith.domain.rules.clocks.information_rights import FREEDOM_OF_INFORMATION


if TYPE_CHECKING:
    from datetime import date


def information_due(received_on: date) -> date:
    """The last day for the answer."""
    (reading,) = FREEDOM_OF_INFORMATION.readings
    return due(reading.limit, received_on).on
