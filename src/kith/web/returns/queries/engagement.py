"""How far each agency took part: seats filled, actions done, papers in time.

From what groups and actions recorded anyway. A cancelled meeting counts for nothing, and
an action that was withdrawn is left out. Definitions are the indicators'
(``seats_filled_at_meetings``, ``actions_verified_on_time``, ``papers_in_time_for_meetings``).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kith.domain.rules.states.actions import ActionState
from kith.domain.vocabulary.moments import london_day
from kith.web.access.permissions import Permission as P
from kith.web.actions.models import Action
from kith.web.bodies.queries import spoken_for
from kith.web.groups.models.agendas import ItemPaper
from kith.web.groups.models.attendance import THERE, Attendance
from kith.web.groups.models.meetings import Meeting
from kith.web.organisations.models import Organisation


if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from kith.domain.vocabulary.periods import Period
    from kith.web.access.viewer import Viewer


@dataclass
class Share:
    """So many of so many."""

    part: int = 0
    whole: int = 0

    def count(self, *, is_part: bool) -> None:
        """One more of the whole, and of the part if it is one."""
        self.whole += 1
        self.part += is_part


@dataclass
class Engagement:
    """What one agency did in a period."""

    code: str
    name: str
    seats: Share = field(default_factory=Share)
    actions: Share = field(default_factory=Share)
    papers: Share = field(default_factory=Share)

    @property
    def by_indicator(self) -> tuple[tuple[str, Share], ...]:
        """The indicators that these are, by code."""
        return (
            ("seats_filled_at_meetings", self.seats),
            ("actions_verified_on_time", self.actions),
            ("papers_in_time_for_meetings", self.papers),
        )


def engagement(viewer: Viewer, area: str, period: Period) -> list[Engagement]:
    """Each agency's part in the area's groups over the period, by name.

    An agency sees its own; who oversees the area's returns sees every one. A handful of
    queries, whatever the number of meetings.
    """
    if area not in viewer.areas(P.RETURN_SEE):
        return []
    found: defaultdict[UUID, Engagement] = defaultdict(lambda: Engagement("", ""))
    _seats(area, period, found)
    _actions(area, period, found)
    _papers(area, period, found)
    allowed: Iterable[Organisation] = Organisation.objects.filter(pk__in=found)
    if area not in viewer.areas(P.RETURN_OVERSEE):
        mine = spoken_for(viewer)
        allowed = [one for one in allowed if one.pk in mine]
    for one in allowed:
        found[one.pk].code, found[one.pk].name = one.code, one.name
    told = [found[one.pk] for one in allowed]
    return sorted(told, key=lambda one: (one.name, one.code))


def _held(area: str, period: Period) -> list[UUID]:
    meetings = Meeting.objects.filter(body__areas=area).taken_place()
    days = meetings.values_list("pk", "starts").distinct()
    return [key for key, starts in days if london_day(starts) in period]


def _seats(area: str, period: Period, found: dict[UUID, Engagement]) -> None:
    rows = Attendance.objects.filter(
        meeting__in=_held(area, period), seat__organisation__isnull=False
    )
    for organisation, presence in rows.values_list("seat__organisation", "presence"):
        found[organisation].seats.count(is_part=presence in THERE)


def _actions(area: str, period: Period, found: dict[UUID, Engagement]) -> None:
    rows = (
        Action.objects.filter(
            body__areas=area,
            first_due_on__gte=period.first,
            first_due_on__lte=period.last,
        )
        .exclude(state__in=[ActionState.PROPOSED, ActionState.WITHDRAWN])
        .distinct()
    )
    for organisation, due, at in rows.values_list(
        "owner_organisation", "first_due_on", "verified_at"
    ):
        in_time = at is not None and london_day(at) <= due
        found[organisation].actions.count(is_part=in_time)


def _papers(area: str, period: Period, found: dict[UUID, Engagement]) -> None:
    rows = ItemPaper.objects.filter(
        item__meeting__in=_held(area, period),
        item__sponsor_organisation__isnull=False,
    )
    for organisation, is_late in rows.values_list(
        "item__sponsor_organisation", "is_late"
    ):
        found[organisation].papers.count(is_part=not is_late)
