"""Tables of groups: meetings, agendas, attendance, minutes, decisions."""

from kith.web.groups.models.agendas import (
    AgendaItem,
    AgendaItems,
    AgendaPlacing,
    ItemPaper,
    PlannedItem,
    Purpose,
    StandingItem,
)
from kith.web.groups.models.attendance import (
    Attendance,
    Guest,
    Interest,
    InterestNature,
    InterestOutcome,
    Presence,
)
from kith.web.groups.models.calendars import CalendarFeed
from kith.web.groups.models.decisions import (
    CirculatedVote,
    Circulation,
    Circulations,
    Decision,
    DecisionReview,
    Decisions,
    Dissent,
)
from kith.web.groups.models.meetings import (
    Meeting,
    MeetingHabit,
    Meetings,
    MeetingSeries,
    MeetingStep,
)
from kith.web.groups.models.minutes import (
    Correction,
    ItemAction,
    ItemNote,
    Minutes,
    MinutesComment,
    MinutesStep,
)


__all__ = [
    "AgendaItem",
    "AgendaItems",
    "AgendaPlacing",
    "Attendance",
    "CalendarFeed",
    "CirculatedVote",
    "Circulation",
    "Circulations",
    "Correction",
    "Decision",
    "DecisionReview",
    "Decisions",
    "Dissent",
    "Guest",
    "Interest",
    "InterestNature",
    "InterestOutcome",
    "ItemAction",
    "ItemNote",
    "ItemPaper",
    "Meeting",
    "MeetingHabit",
    "MeetingSeries",
    "MeetingStep",
    "Meetings",
    "Minutes",
    "MinutesComment",
    "MinutesStep",
    "PlannedItem",
    "Presence",
    "Purpose",
    "StandingItem",
]
