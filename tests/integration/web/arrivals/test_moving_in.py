"""From a messy tracker to live actions, and back out in one go."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kith.domain.rules.states.actions import ActionState
from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.actions.actions import reassign_action
from kith.web.actions.models import Action
from kith.web.arrivals import queries
from kith.web.arrivals.actions import (
    Brought,
    apply_arrival,
    bring_in,
    choose,
    match_columns,
    undo_arrival,
)
from kith.web.arrivals.models import (
    Arrival,
    ArrivalKind,
    Outcome,
    RememberedColumns,
)
from kith.web.audit.models import Event
from kith.web.bodies.models import Seat
from kith.web.organisations.models import Organisation
from kith.web.risks.models import Risk
from tests.integration.web.arrivals.messy import tracker
from tests.lib.world import NOW, TODAY, person, seat


if TYPE_CHECKING:
    from kith.web.access.models import Person
    from kith.web.access.viewer import Viewer
    from tests.lib.world import World


Browse = "Callable[[Person], Client]"
TEN_MINUTES = 600


@pytest.fixture
def jo(world: World) -> Person:
    someone = person("Jo Bramley")
    seat(world.here, someone)
    return someone


@pytest.fixture
def kit(world: World) -> Person:
    someone = person("Kit Weyford")
    seat(world.here, someone)
    return someone


def read(world: World, kind: ArrivalKind, content: bytes) -> Arrival:
    return bring_in(
        viewer=world.viewer(Role.BUSINESS_MANAGER),
        at=NOW,
        body=world.here.body,
        brought=Brought(kind, "old.xlsx", content),
    )


def ready(world: World, arrival: Arrival, **choices: object) -> list[tuple[int, str]]:
    viewer = world.viewer(Role.BUSINESS_MANAGER)
    match_columns(
        viewer=viewer,
        at=NOW,
        key=arrival.pk,
        header=arrival.header_row,
        columns=arrival.columns,
    )
    choose(viewer=viewer, at=NOW, key=arrival.pk, choices=choices)
    return outcomes(viewer, arrival)


def outcomes(viewer: Viewer, arrival: Arrival) -> list[tuple[int, str]]:
    now = queries.arrival(viewer, arrival.pk)
    setting = queries.setting_of(viewer, now, today=TODAY)
    return [
        (one.row.number, str(one.outcome))
        for one in queries.plans(viewer, now, setting)
    ]


def test_a_messy_tracker_is_understood(world: World, jo: Person, kit: Person) -> None:
    arrival = read(world, ArrivalKind.ACTIONS, tracker())
    assert arrival.sheet == "Actions 2020-21"
    assert arrival.header_row == 3
    assert arrival.columns == {
        "reference": 0,
        "wording": 1,
        "owner": 2,
        "due": 3,
        "progress": 4,
        "notes": 5,
    }
    viewer = world.viewer(Role.BUSINESS_MANAGER)
    setting = queries.setting_of(viewer, arrival, today=TODAY)
    told = {
        plan.row["reference"]: (
            plan.make.owner.name,
            plan.make.due_on,
        )
        for plan in queries.plans(viewer, arrival, setting)
        if plan.outcome == Outcome.NEW
    }
    assert told == {
        "1": ("Jo Bramley", date(2021, 3, 1)),
        "2": ("Jo Bramley", date(2021, 2, 15)),
        "3": ("Jo Bramley", date(2021, 3, 1)),
        "4": ("Kit Weyford", date(2021, 2, 28)),
        "5": ("Kit Weyford", date(2021, 3, 15)),
    }
    assert [one.words for one in queries.unsure_people(viewer, arrival, setting)] == [
        "Somebody Else"
    ]


def test_live_actions_and_one_undo(world: World, jo: Person, kit: Person) -> None:
    viewer = world.viewer(Role.BUSINESS_MANAGER)
    arrival = read(world, ArrivalKind.ACTIONS, tracker())
    found = ready(
        world,
        arrival,
        default_due="2021-05-01",
        people={"Somebody Else": str(jo.pk)},
    )
    assert found == [
        (5, "NEW"),
        (6, "NEW"),
        (7, "NEW"),
        (8, "NEW"),
        (9, "NEW"),
        (10, "LEFT_OUT"),
        (11, "NEW"),
        (12, "LEFT_OUT"),
        (13, "NEW"),
        (15, "CANNOT"),
    ]
    assert not Action.objects.exists(), "nothing is written before it is asked for"
    apply_arrival(viewer=viewer, at=NOW, key=arrival.pk)
    assert Action.objects.filter(state=ActionState.AGREED).count() == 7
    batch = Event.objects.filter(origin=f"batch {arrival.pk}")
    assert batch.filter(verb="actions.proposed").count() == 7
    arrival.refresh_from_db()
    assert arrival.cells == [], "what the file held is forgotten"
    undo_arrival(viewer=viewer, at=NOW, key=arrival.pk)
    assert set(Action.objects.values_list("state", flat=True)) == {
        ActionState.WITHDRAWN
    }


def test_no_undo_where_somebody_has_worked_on_it_since(
    world: World, jo: Person, kit: Person
) -> None:
    viewer = world.viewer(Role.BUSINESS_MANAGER)
    arrival = read(world, ArrivalKind.ACTIONS, tracker())
    ready(world, arrival)
    apply_arrival(viewer=viewer, at=NOW, key=arrival.pk)
    touched = Action.objects.get(wording="Share the weekly numbers")
    reassign_action(
        viewer=viewer,
        at=NOW,
        key=touched.pk,
        owner=jo,
        organisation=world.here.council,
        reason="Kit is away",
    )
    with pytest.raises(RefusedError, match="row 8 since"):
        undo_arrival(viewer=viewer, at=NOW, key=arrival.pk)
    assert not Action.objects.filter(state=ActionState.WITHDRAWN).exists()


def test_the_same_file_again_changes_nothing(
    world: World, jo: Person, kit: Person
) -> None:
    viewer = world.viewer(Role.BUSINESS_MANAGER)
    first = read(world, ArrivalKind.ACTIONS, tracker())
    ready(world, first)
    apply_arrival(viewer=viewer, at=NOW, key=first.pk)
    Action.objects.filter(wording="Share the weekly numbers").update(owner=jo)
    again = read(world, ArrivalKind.ACTIONS, tracker())
    found = dict(ready(world, again))
    assert (found[5], found[6], found[8]) == ("SAME", "SAME", "CHANGED")
    apply_arrival(viewer=viewer, at=NOW, key=again.pk)
    assert Action.objects.get(wording="Share the weekly numbers").owner == kit
    undo_arrival(viewer=viewer, at=NOW, key=again.pk)
    assert Action.objects.get(wording="Share the weekly numbers").owner == jo
    assert not Action.objects.filter(state=ActionState.WITHDRAWN).exists()


def test_columns_are_remembered(world: World) -> None:
    strange = b"Wer,Was,Bis\nJB,Write to every school in the area,1/2/2021\n"
    viewer = world.viewer(Role.BUSINESS_MANAGER)
    first = read(world, ArrivalKind.ACTIONS, strange)
    match_columns(
        viewer=viewer,
        at=NOW,
        key=first.pk,
        header=0,
        columns={"owner": 0, "wording": 1, "due": 2},
    )
    assert RememberedColumns.objects.get().headings["wer"] == "owner"
    again = read(world, ArrivalKind.ACTIONS, strange)
    assert again.columns == {"owner": 0, "wording": 1, "due": 2}


def test_a_register_a_list_and_dates(world: World, jo: Person) -> None:
    viewer = world.viewer(Role.BUSINESS_MANAGER)
    Organisation.objects.create(code="police", name="Avon Invented Police")
    files = {
        ArrivalKind.RISKS: (
            "Risk,Cause,Consequence,Risk owner,Likelihood,Impact,Review date\n"
            "Hidden harm,Schools shut,Harm lasts,JB,4 - Likely,Major,1/4/2021\n"
        ),
        ArrivalKind.MEMBERS: (
            "Name,Agency,Role,From\n"
            "Jo Bramley,North Somerset Council,Chair,1/1/2021\n"
            "A. N. Unknown,Avon Invented Police,Member,\n"
        ),
        ArrivalKind.MEETINGS: (
            "Date,Time,Venue\n12 Feb 2021,2pm,Town hall\n12/11/2020,2pm,Town hall\n"
        ),
    }
    before = Seat.objects.filter(body=world.here.body).count()
    made = {}
    for kind, text in files.items():
        made[kind] = read(world, kind, text.encode())
        ready(world, made[kind])
        apply_arrival(viewer=viewer, at=NOW, key=made[kind].pk)
    assert Risk.objects.get().now.product == 16
    assert Seat.objects.filter(body=world.here.body).count() == before + 2
    assert Seat.objects.filter(person__isnull=True).count() == 1
    assert world.here.body.meetings.count() == 1
    for one in made.values():
        undo_arrival(viewer=viewer, at=NOW, key=one.pk)


def test_an_unknown_organisation_can_be_added_on_the_way(
    world: World, browse: Browse
) -> None:
    client = browse(world.person(Role.BUSINESS_MANAGER))
    text = "Name,Agency,Role\nSomebody New,Invented Youth Trust,Member\n"
    arrival = read(world, ArrivalKind.MEMBERS, text.encode())
    assert ready(world, arrival) == [(2, "CANNOT")]
    check = f"/moving-in/{arrival.pk}/check/"
    assert "Not here yet: add it now" in client.get(check).content.decode()
    answer = client.post(check, {"organisations_0": "+"})
    assert answer.status_code == 302, answer.content.decode()
    made = Organisation.objects.get(name="Invented Youth Trust")
    assert [one.area_id for one in made.footprints.all()] == [world.here.area.code]
    added = Event.objects.filter(verb="organisations.added")
    assert [one.origin for one in added] == [f"batch {arrival.pk}"]
    assert outcomes(world.viewer(Role.BUSINESS_MANAGER), arrival) == [(2, "NEW")]
    client.post(f"/moving-in/{arrival.pk}/apply/")
    assert Seat.objects.filter(organisation=made).count() == 1


def test_ten_minutes_from_an_old_tracker_to_live_actions(
    world: World, jo: Person, kit: Person, browse: Browse
) -> None:
    """What the machine needs of the ten minutes; the rest is for reading."""
    client = browse(world.person(Role.BUSINESS_MANAGER))
    began = time.monotonic()
    file = SimpleUploadedFile("tracker.xlsx", tracker())
    answer = client.post(
        "/moving-in/new/",
        {"kind": "ACTIONS", "body": str(world.here.body.pk), "file": file},
    )
    assert answer.status_code == 302, answer.content.decode()
    columns = answer.headers["Location"]
    page = client.get(columns).content.decode()
    assert "Agreed action" in page
    assert "B… J…" in page, "names are masked"
    assert "Bramley" not in page
    arrival = Arrival.objects.get()
    sent = {f"column_{column}": code for code, column in arrival.columns.items()}
    answer = client.post(columns, {"header": "4", **sent})
    check = answer.headers["Location"]
    page = client.get(check).content.decode()
    assert "Who is “Somebody Else”?" in page
    answer = client.post(
        check,
        {
            "people_0": str(jo.pk),
            "default_due_day": "1",
            "default_due_month": "5",
            "default_due_year": "2021",
        },
    )
    assert answer.status_code == 302, answer.content.decode()
    page = client.get(check).content.decode()
    assert "Bring in 7 rows" in page
    done = client.post(f"/moving-in/{arrival.pk}/apply/")
    assert (
        "Take the whole batch back"
        in client.get(done.headers["Location"]).content.decode()
    )
    assert client.get("/actions/").content.decode().count("Agreed") >= 7
    assert time.monotonic() - began < TEN_MINUTES / 10


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.xlsx", b"", "file is empty"),
        ("a.xlsx", b"MZ\x90\x00 program", "is a program"),
        ("a.xlsx", b"PK\x03\x04 not a zip at all", "damaged"),
        ("a.csv", b"<html><body>hello</body></html>", "web page"),
        ("a.csv", b"   \n \n", "no rows"),
        ("a.csv", b"\x00\x01\x02\x03", "must be"),
    ],
)
def test_a_hostile_file_gets_one_clear_message(
    world: World, browse: Browse, name: str, content: bytes, said: str
) -> None:
    answer = browse(world.person(Role.BUSINESS_MANAGER)).post(
        "/moving-in/new/",
        {
            "kind": "ACTIONS",
            "body": str(world.here.body.pk),
            "file": SimpleUploadedFile(name, content),
        },
    )
    assert answer.status_code == 200
    assert said in answer.content.decode()
    assert not Arrival.objects.exists()


def test_others_neither_bring_in_nor_see(
    world: World, jo: Person, browse: Browse
) -> None:
    arrival = read(world, ArrivalKind.ACTIONS, tracker())
    with pytest.raises(RefusedError):
        bring_in(
            viewer=world.viewer(Role.BUSINESS_MANAGER, world.there),
            at=NOW,
            body=world.here.body,
            brought=Brought(ArrivalKind.ACTIONS, "a.csv", b"a,b\n1,2\n"),
        )
    elsewhere = browse(world.person(Role.BUSINESS_MANAGER, world.there))
    assert elsewhere.get(f"/moving-in/{arrival.pk}/columns/").status_code == 404
    assert elsewhere.post(f"/moving-in/{arrival.pk}/apply/").status_code == 404
    assert browse(jo).get("/moving-in/").status_code == 404
