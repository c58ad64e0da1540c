"""Moving in: spreadsheets that become records."""

from __future__ import annotations

from kith.web.access.doors.door import Answer, Door
from kith.web.access.permissions import Permission as P


_CHANGE = Answer.CHANGE

DOORS = (
    Door("arrivals:list", P.ARRIVAL_IMPORT, "the spreadsheets that were brought in"),
    Door("arrivals:new", P.ARRIVAL_IMPORT, "bring a spreadsheet in"),
    Door("arrivals:detail", P.ARRIVAL_IMPORT, "what became of a spreadsheet"),
    Door("arrivals:columns", P.ARRIVAL_IMPORT, "say what its columns hold"),
    Door("arrivals:check", P.ARRIVAL_IMPORT, "see what its rows would become"),
    Door("arrivals:apply", P.ARRIVAL_IMPORT, "bring the rows in", _CHANGE),
    Door("arrivals:undo", P.ARRIVAL_IMPORT, "take the whole batch back", _CHANGE),
    Door("arrivals:drop", P.ARRIVAL_IMPORT, "give an import up", _CHANGE),
)
