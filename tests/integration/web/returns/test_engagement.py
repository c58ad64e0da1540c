"""How far each agency took part, from meetings, actions and papers; and who sees it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from kith.domain.rules.states.actions import ActionState
from kith.domain.rules.states.meetings import MeetingState
from kith.domain.vocabulary.actors import Actor
from kith.domain.vocabulary.periods import Period
from kith.web.access.roles import Role
from kith.web.actions.models import Action
from kith.web.audit.models import Event
from kith.web.groups.models.attendance import Attendance
from kith.web.groups.models.meetings import Meeting
from kith.web.organisations.models import Footprint, Organisation
from kith.web.returns.actions import quarter_before, send_platform_figures
from kith.web.returns.queries.engagement import engagement
from tests.lib.arguments.returns import speaking
from tests.lib.world import NOW, Side, World, person, seat


if TYPE_CHECKING:
    from pathlib import Path

    from kith.web.access.viewer import Viewer
    from kith.web.bodies.models import Seat


QUARTER = Period(date(2020, 10, 1), date(2020, 12, 31))


@pytest.fixture(autouse=True)
def home(settings: object, tmp_path: Path) -> Path:
    settings.KITH_HOME = tmp_path  # type: ignore[attr-defined] # pytest-django's own
    return tmp_path


def meeting(side: Side, day: date, state: MeetingState) -> Meeting:
    starts = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)
    return Meeting.objects.create(
        body=side.body,
        starts=starts,
        ends=starts + timedelta(hours=2),
        papers_due_on=day - timedelta(days=7),
        state=state,
        cancelled_because="Snow" if state is MeetingState.CANCELLED else "",
        planned_by=person(f"Planner of {day}"),
        planned_at=NOW,
    )


def came(of: Meeting, its_seat: Seat, presence: str) -> None:
    Attendance.objects.create(
        meeting=of,
        seat=its_seat,
        presence=presence,
        recorded_by=of.planned_by,
        recorded_at=NOW,
    )


def action(side: Side, due: date, verified: datetime | None, state: str) -> None:
    owner = person(f"Owner {due} {state}")
    Action.objects.create(
        reference=f"DRAWN/{Action.objects.count()}",
        body=side.body,
        wording="A promise",
        owner_organisation=side.council,
        owner=owner,
        due_on=due,
        first_due_on=due,
        state=state,
        proposed_by=owner,
        proposed_at=NOW,
        verified_by=person(f"Verifier {due} {state}") if verified else None,
        verified_at=verified,
    )


@pytest.fixture
def drawn(world: World) -> Organisation:
    """
    | meeting     | state     | council's seat | force's seat |
    | 6 October   | held      | in the room    | apology      |
    | 3 November  | cancelled | online         | online       |
    | 1 December  | held      | online         | (none)       |
    | 4 January   | held      | absent         | absent       |

    | action due  | verified    |
    | 30 October  | 29 October  |
    | 30 November | 2 December  |
    | 15 December | (withdrawn) |
    """
    force = Organisation.objects.create(code="force", name="An invented force")
    Footprint.objects.create(organisation=force, area=world.here.area)
    council_seat = seat(world.here, person("Councillor"))
    force_seat = seat(world.here, person("Officer"))
    force_seat.organisation = force
    force_seat.save()
    held, off = MeetingState.HELD, MeetingState.CANCELLED
    for day, state, council, force_came in (
        (date(2020, 10, 6), held, "ROOM", "APOLOGY"),
        (date(2020, 11, 3), off, "ONLINE", "ONLINE"),
        (date(2020, 12, 1), held, "ONLINE", ""),
        (date(2021, 1, 4), held, "ABSENT", "ABSENT"),
    ):
        of = meeting(world.here, day, state)
        came(of, council_seat, council)
        if force_came:
            came(of, force_seat, force_came)
    late = datetime(2020, 12, 2, 9, tzinfo=UTC)
    early = datetime(2020, 10, 29, 9, tzinfo=UTC)
    action(world.here, date(2020, 10, 30), early, ActionState.VERIFIED)
    action(world.here, date(2020, 11, 30), late, ActionState.VERIFIED)
    action(world.here, date(2020, 12, 15), None, ActionState.WITHDRAWN)
    return force


def shares(viewer: Viewer, world: World) -> dict[str, list[str]]:
    return {
        one.name: [f"{share.part}/{share.whole}" for _, share in one.by_indicator]
        for one in engagement(viewer, world.here.area.code, QUARTER)
    }


def test_an_agency_sees_its_own_line_and_an_overseer_every_one(
    world: World, drawn: Organisation
) -> None:
    council = {"North Somerset Council": ["2/2", "1/2", "0/0"]}
    both = {"An invented force": ["0/1", "0/0", "0/0"], **council}
    assert shares(world.viewer(Role.DATA_ANALYST), world) == both
    assert shares(speaking(world, Role.AGENCY_LEAD, world.here), world) == council
    assert shares(world.viewer(Role.DATA_ANALYST, world.there), world) == {}
    assert shares(world.viewer(Role.LEARNER), world) == {}


def test_the_quarter_is_handed_on_once_ten_working_days_after_it(
    world: World, drawn: Organisation, home: Path
) -> None:
    assert quarter_before(date(2021, 1, 15)) == QUARTER
    actor = Actor.platform("returns")
    # 1 January is a bank holiday: the tenth working day is the 15th.
    before = datetime(2021, 1, 14, 12, tzinfo=UTC)
    assert send_platform_figures(actor=actor, at=before) == 0
    assert send_platform_figures(actor=actor, at=before + timedelta(days=1)) == 1
    assert send_platform_figures(actor=actor, at=before + timedelta(days=2)) == 0
    (kept,) = home.glob("returns/platform/aggregate/E06000024/*/figures.csv")
    days = "E06000024,2020-10-01,2020-12-31"
    assert kept.read_text().splitlines()[1:] == [
        f"seats_filled_at_meetings,{days},force,0,1,",
        f"seats_filled_at_meetings,{days},north-somerset-council,2,2,",
        f"actions_verified_on_time,{days},north-somerset-council,1,2,",
    ]
    assert "platform" in (kept.parent / "return.toml").read_text()
    assert Event.objects.filter(verb="returns.platform_sent").count() == 1
