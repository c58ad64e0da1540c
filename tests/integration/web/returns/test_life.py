"""A return from due to locked, and restated: who does each step, and who may not."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.http import Http404

from kith.domain.rules.return_calendar import Cadence
from kith.domain.vocabulary.actors import Actor
from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.access.viewer import Viewer
from kith.web.audit.models import Event
from kith.web.published.restated import Restatement
from kith.web.returns import queries
from kith.web.returns.actions import (
    check_return,
    decline_return,
    drop_draft,
    end_duty,
    lock_return,
    open_due_returns,
    owe,
    restate_return,
    send_back_return,
    send_return,
    sign_return,
    type_figures,
)
from kith.web.returns.models import ReturnStep
from kith.web.returns.registration import needs
from kith.web.returns.values import Change, Typed
from tests.lib.arguments.returns import a_return, owed, owed_anew, signed, speaking
from tests.lib.world import NOW, TODAY, person, viewer_of


if TYPE_CHECKING:
    from pathlib import Path

    from kith.web.returns.models import Return
    from tests.lib.world import World


@pytest.fixture
def steward(world: World) -> Viewer:
    return speaking(world, Role.AGENCY_DATA_STEWARD, world.here)


@pytest.fixture
def lead(world: World) -> Viewer:
    return speaking(world, Role.AGENCY_LEAD, world.here)


@pytest.fixture
def analyst(world: World) -> Viewer:
    return world.viewer(Role.DATA_ANALYST)


@pytest.fixture
def of(world: World) -> Return:
    return a_return(world, world.here)


@pytest.fixture(autouse=True)
def home(settings: object, tmp_path: Path) -> Path:
    settings.KITH_HOME = tmp_path  # type: ignore[attr-defined] # pytest-django's own
    return tmp_path


def typed(viewer: Viewer, of: Return, *counts: int | None) -> None:
    rows = [
        Typed(measure, count)
        for measure, count in zip(of.duty.measures, counts, strict=True)
    ]
    type_figures(viewer=viewer, at=NOW, key=of.pk, typed=rows, is_nil=False)


def test_a_quarter_from_due_to_locked(
    steward: Viewer, lead: Viewer, analyst: Viewer, of: Return, home: Path
) -> None:
    typed(steward, of, 12, None)
    send_return(viewer=steward, at=NOW, key=of.pk, note="Counted by hand")
    check_return(viewer=analyst, at=NOW, key=of.pk, words="")
    sign_return(viewer=lead, at=NOW, key=of.pk)
    lock_return(viewer=analyst, at=NOW, key=of.pk)
    steps = ReturnStep.objects.filter(of=of).order_by("number")
    assert [f"{one.move} {one.state}" for one in steps] == [
        "send SUBMITTED",
        "check CHECKED",
        "sign SIGNED",
        "lock LOCKED",
    ]
    place = home / "returns/north-somerset-council/aggregate/E06000024"
    folder = place / "2020-07-01_2020-09-30"
    head = tomllib.loads((folder / "return.toml").read_text())
    assert head == {
        "feed": "aggregate",
        "agency": "north-somerset-council",
        "area": "E06000024",
        "from": date(2020, 7, 1),
        "to": date(2020, 9, 30),
        "extracted_on": TODAY,
    }
    assert (folder / "figures.csv").read_text().splitlines() == [
        "measure,area,from,to,agency,numerator,denominator,status",
        "permanent_exclusions,E06000024,2020-07-01,2020-09-30,,,,not_supplied",
        "suspensions,E06000024,2020-07-01,2020-09-30,,12,,",
    ]
    assert folder.stat().st_mode & 0o077 == 0
    verbs = Event.objects.filter(noun="returns").order_by("sequence")
    assert [one.verb for one in verbs][-4:] == [
        "returns.sent",
        "returns.checked",
        "returns.signed",
        "returns.locked",
    ]


def test_each_step_is_for_one_side_alone(
    world: World, steward: Viewer, lead: Viewer, analyst: Viewer, of: Return
) -> None:
    there = speaking(world, Role.AGENCY_DATA_STEWARD, world.there)
    with pytest.raises(Http404):
        typed(there, of, 1, 2)
    with pytest.raises(RefusedError, match="data steward does that"):
        typed(analyst, of, 1, 2)
    with pytest.raises(RefusedError, match="Nothing has been prepared"):
        send_return(viewer=steward, at=NOW, key=of.pk, note="")
    typed(steward, of, 12, 3)
    send_return(viewer=steward, at=NOW, key=of.pk, note="")
    with pytest.raises(RefusedError, match="analyst does that"):
        check_return(viewer=lead, at=NOW, key=of.pk, words="")
    with pytest.raises(RefusedError, match="would have to be checked"):
        sign_return(viewer=lead, at=NOW, key=of.pk)
    check_return(viewer=analyst, at=NOW, key=of.pk, words="")
    with pytest.raises(RefusedError, match="lead does that"):
        sign_return(viewer=steward, at=NOW, key=of.pk)
    sign_return(viewer=lead, at=NOW, key=of.pk)
    with pytest.raises(RefusedError, match="analyst does that"):
        lock_return(viewer=lead, at=NOW, key=of.pk)


def test_whoever_sent_it_does_not_sign_it(
    world: World, steward: Viewer, analyst: Viewer, of: Return
) -> None:
    from kith.web.access.models import RoleHolding  # noqa: PLC0415 - beside its only use

    assert steward.person is not None
    RoleHolding.objects.create(
        person_id=steward.person,
        role=Role.AGENCY_LEAD,
        area=world.here.area.code,
        first_on=TODAY,
        given_at=NOW,
    )
    both = viewer_of(world.person(Role.AGENCY_DATA_STEWARD))
    typed(both, of, 1, 2)
    send_return(viewer=both, at=NOW, key=of.pk, note="")
    check_return(viewer=analyst, at=NOW, key=of.pk, words="")
    with pytest.raises(RefusedError, match="does not sign it off as well"):
        sign_return(viewer=both, at=NOW, key=of.pk)


def test_it_is_sent_back_with_reasons_and_sent_again(
    steward: Viewer, lead: Viewer, analyst: Viewer, of: Return
) -> None:
    typed(steward, of, 12, 3)
    send_return(viewer=steward, at=NOW, key=of.pk, note="")
    with pytest.raises(RefusedError, match="Give the reasons"):
        send_back_return(viewer=analyst, at=NOW, key=of.pk, words="  ")
    send_back_return(viewer=analyst, at=NOW, key=of.pk, words="Half of September")
    assert "This return was sent back to you, with reasons" in [
        one.why for one in needs(steward, today=TODAY)
    ]
    typed(steward, of, 15, 3)
    send_return(viewer=steward, at=NOW, key=of.pk, note="")
    check_return(viewer=analyst, at=NOW, key=of.pk, words="")
    decline_return(viewer=lead, at=NOW, key=of.pk, words="Not what our system says")
    of.refresh_from_db()
    assert of.state == "RETURNED"


def test_a_restatement_keeps_both_values_and_says_what_changed(
    steward: Viewer, lead: Viewer, analyst: Viewer, of: Return, home: Path
) -> None:
    for number, counts in enumerate([(12, 3), (14, 3)]):
        at = NOW + timedelta(days=number)
        typed(steward, of, *counts)
        send_return(viewer=steward, at=at, key=of.pk, note="")
        check_return(viewer=analyst, at=at, key=of.pk, words="")
        sign_return(viewer=lead, at=at, key=of.pk)
        lock_return(viewer=analyst, at=at, key=of.pk)
        if not number:
            with pytest.raises(RefusedError, match="Give the reasons"):
                restate_return(viewer=analyst, at=at, key=of.pk, words="")
            restate_return(viewer=analyst, at=at, key=of.pk, words="Two came late")
            standing = queries.standing_submission(analyst, of)
            assert standing is not None
            assert standing.number == 1
    second = queries.standing_submission(analyst, of)
    assert second is not None
    assert queries.changes(analyst, second) == [
        Change("suspensions", of.period, before=12, after=14)
    ]
    area = of.duty.area_id
    assert queries.restatements(Viewer.public(), "permanent_exclusions", area) == ()
    assert queries.restatements(Viewer.public(), "suspensions", area) == (
        Restatement("North Somerset Council", of.period, TODAY + timedelta(days=1)),
    )
    place = home / "returns/north-somerset-council/aggregate/E06000024"
    assert sorted(one.name for one in place.iterdir()) == [
        "2020-07-01_2020-09-30",
        "2020-07-01_2020-09-30_2",
    ]
    heads = [
        tomllib.loads((one / "return.toml").read_text())["extracted_on"]
        for one in sorted(place.iterdir())
    ]
    assert heads == [TODAY, TODAY + timedelta(days=1)]


def test_what_is_sent_is_provisional_until_it_is_locked(
    world: World, steward: Viewer, lead: Viewer, analyst: Viewer, of: Return
) -> None:
    """Shown as provisional to those who see the return; never to anybody else."""
    area = of.duty.area_id
    outside = [
        Viewer.public(),
        world.viewer(Role.DATA_ANALYST, world.there),
        world.viewer(Role.LAY_MEMBER),
    ]

    def told(viewer: Viewer) -> list[tuple[int | None, str]]:
        found = queries.provisional(viewer, "suspensions", area)
        return [(one.numerator, one.stands) for one in found]

    typed(steward, of, 12, 3)
    assert told(analyst) == told(steward) == []
    send_return(viewer=steward, at=NOW, key=of.pk, note="")
    send_back_return(viewer=analyst, at=NOW, key=of.pk, words="Half of September")
    typed(steward, of, 15, 3)
    send_return(viewer=steward, at=NOW, key=of.pk, note="")
    assert told(analyst) == told(steward) == told(lead) == [(15, "Sent, to be checked")]
    assert [told(viewer) for viewer in outside] == [[], [], []]
    check_return(viewer=analyst, at=NOW, key=of.pk, words="")
    sign_return(viewer=lead, at=NOW, key=of.pk)
    assert [stands for _, stands in told(analyst)] == ["Signed off, to be locked"]
    lock_return(viewer=analyst, at=NOW, key=of.pk)
    assert told(analyst) == []


def test_what_is_prepared_is_the_agency_s_own_matter(
    world: World, steward: Viewer, analyst: Viewer, of: Return
) -> None:
    typed(steward, of, 12, 3)
    assert queries.draft(steward, of) is not None
    assert queries.draft(analyst, of) is None
    assert queries.last_sent(analyst, of) is None
    with pytest.raises(RefusedError, match="data steward does that"):
        drop_draft(viewer=analyst, at=NOW, key=of.pk)
    drop_draft(viewer=steward, at=NOW, key=of.pk)
    assert queries.draft(steward, of) is None


def test_reminders_climb_from_steward_to_lead_to_partner(
    world: World, steward: Viewer, lead: Viewer, analyst: Viewer
) -> None:
    """
    The quarter to 30 September was due on 21 October 2020.

    | on         | steward | lead | partner |
    | 6 October  |         |      |         |
    | 7 October  | x       |      |         |
    | 22 October | x       | x    |         |
    | 4 November | x       | x    | x       |
    """
    of = owed(world, world.here).returns.get(first_on=date(2020, 7, 1))
    assert of.due_on == date(2020, 10, 21)
    partner = speaking(world, Role.DELEGATED_SAFEGUARDING_PARTNER, world.here)
    elsewhere = world.viewer(Role.AGENCY_LEAD, world.there)

    def reminded(day: date) -> str:
        asked = (("steward", steward), ("lead", lead), ("partner", partner))
        return " ".join(
            name for name, viewer in asked if list(needs(viewer, today=day))
        )

    assert reminded(date(2020, 10, 6)) == ""
    assert reminded(date(2020, 10, 7)) == "steward"
    assert reminded(date(2020, 10, 22)) == "steward lead"
    assert reminded(date(2020, 11, 4)) == "steward lead partner"
    assert list(needs(elsewhere, today=date(2020, 11, 4))) == []


def test_only_the_named_steward_is_reminded(world: World, steward: Viewer) -> None:
    named = person("Named Steward")
    owed(world, world.here, steward=named)
    assert list(needs(steward, today=TODAY)) == []


def test_what_is_owed_is_planned_once_and_ends(
    world: World, analyst: Viewer, lead: Viewer
) -> None:
    duty = owed(world, world.here, cadence=Cadence.MONTHLY)
    assert duty.returns.count() == 6
    with pytest.raises(RefusedError, match="owed already"):
        owed(world, world.here)
    with pytest.raises(RefusedError, match="at least one measure"):
        owed(world, world.here, measures=())
    with pytest.raises(RefusedError, match="first of a month"):
        owed(world, world.here, feed="police", first_on=date(2020, 7, 2))
    with pytest.raises(RefusedError, match="plan what is owed"):
        end_duty(viewer=lead, at=NOW, key=duty.pk, last_on=TODAY, words="why")
    end_duty(
        viewer=analyst, at=NOW, key=duty.pk, last_on=date(2020, 9, 30), words="Moved"
    )
    assert duty.returns.count() == 3
    with pytest.raises(RefusedError, match="its end stands"):
        end_duty(viewer=analyst, at=NOW, key=duty.pk, last_on=TODAY, words="Longer")


@pytest.mark.parametrize(
    ("first", "cadence", "is_planned"),
    [
        (date(2009, 12, 1), Cadence.MONTHLY, False),
        (date(2009, 4, 1), Cadence.YEARLY, True),
        (date(1900, 1, 1), Cadence.YEARLY, False),
        (date(2028, 10, 1), Cadence.QUARTERLY, False),
        (date(2199, 1, 1), Cadence.MONTHLY, False),
        (date(9999, 12, 1), Cadence.MONTHLY, False),
        (date(2020, 4, 1), Cadence.YEARLY, True),
    ],
)
def test_a_return_is_planned_where_working_days_are_known(
    world: World, first: date, cadence: Cadence, is_planned: bool
) -> None:
    if is_planned:
        assert owed(world, world.here, first_on=first, cadence=cadence).pk
        return
    with pytest.raises(RefusedError, match="known from 2010 to 2028: choose"):
        owed(world, world.here, first_on=first, cadence=cadence)


def test_what_is_owed_anew_for_the_same_days_is_handed_over_as_well(
    world: World, steward: Viewer, lead: Viewer, analyst: Viewer, home: Path
) -> None:
    """Of two with one date the engine keeps the first: the later has a later date."""
    for count in (12, 14):
        of = owed_anew(world, world.here)
        typed(steward, of, count, 3)
        send_return(viewer=steward, at=NOW, key=of.pk, note="")
        check_return(viewer=analyst, at=NOW, key=of.pk, words="")
        sign_return(viewer=lead, at=NOW, key=of.pk)
        lock_return(viewer=analyst, at=NOW, key=of.pk)
    place = home / "returns/north-somerset-council/aggregate/E06000024"
    told = [
        (
            one.name,
            ",14," in (one / "figures.csv").read_text(),
            tomllib.loads((one / "return.toml").read_text())["extracted_on"],
        )
        for one in sorted(place.iterdir())
    ]
    assert told == [
        ("2020-07-01_2020-09-30", False, TODAY),
        ("2020-07-01_2020-09-30_2", True, TODAY + timedelta(days=1)),
    ]


def test_a_lock_that_failed_after_its_folder_is_tried_again(
    world: World,
    analyst: Viewer,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    of = signed(world, world.here)

    def fail(events: object) -> None:
        raise OSError(f"the disk is full, and {events!r} has no place")

    with monkeypatch.context() as failing:
        failing.setattr("kith.web.audit.recording._take_places", fail)
        with pytest.raises(OSError, match="the disk is full"):
            lock_return(viewer=analyst, at=NOW, key=of.pk)
    of.refresh_from_db()
    assert of.state == "SIGNED"
    lock_return(viewer=analyst, at=NOW, key=of.pk)
    place = home / "returns/north-somerset-council/aggregate/E06000024"
    assert [one.name for one in place.iterdir()] == ["2020-07-01_2020-09-30"]


def test_periods_fall_due_by_themselves_once(world: World) -> None:
    duty = owed(world, world.here)
    before = duty.returns.count()
    later = NOW + timedelta(days=90)
    actor = Actor.platform("returns")
    assert open_due_returns(actor=actor, at=later) == 1
    assert open_due_returns(actor=actor, at=later) == 0
    assert duty.returns.count() == before + 1


def test_an_agency_sees_its_own_and_an_overseer_the_area_s(
    world: World, steward: Viewer, analyst: Viewer, of: Return
) -> None:
    from kith.web.organisations.models import Organisation  # noqa: PLC0415 - as above

    other = Organisation.objects.create(code="force", name="An invented force")
    owe(
        viewer=analyst,
        at=NOW,
        owed=owed_by(world, other),
    )
    assert {one.duty.organisation_id for one in queries.visible_returns(steward)} == {
        world.here.council.pk
    }
    assert {one.duty.organisation_id for one in queries.visible_returns(analyst)} == {
        world.here.council.pk,
        other.pk,
    }


def owed_by(world: World, organisation: object) -> object:
    from kith.web.returns.values import Owed  # noqa: PLC0415 - beside its only use

    return Owed(
        area=world.here.area,
        organisation=organisation,  # type: ignore[arg-type] # an Organisation
        feed="aggregate",
        cadence=Cadence.QUARTERLY,
        first_on=date(2020, 7, 1),
        measures=("suspensions",),
    )
