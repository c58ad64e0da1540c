"""A token: who issues it, what it never may, when it stops, and how it is revoked."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.http import Http404
from django.urls import reverse

from kith.web.access.models import RoleHolding
from kith.web.access.reading import read_recorded
from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.access.trail.queries import unusual_reading
from kith.web.api import policies
from kith.web.api.actions import issue_token, revoke_token
from kith.web.api.grants import PATTERN, viewer_by_token
from kith.web.api.models import ApiToken
from kith.web.api.registration import needs
from kith.web.audit.models import Event
from kith.web.organisations.models import Employment
from tests.integration.web.api.conftest import program
from tests.lib.arguments.api import figures_due, issued, kept_for, wanted
from tests.lib.arguments.returns import speaking
from tests.lib.world import LONG_AGO, NOW, REAL_NOW, TODAY, person, viewer_of


if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from kith.web.access.models import Person
    from kith.web.access.viewer import Viewer
    from kith.web.returns.models import Return
    from tests.integration.web.api.conftest import Program
    from tests.lib.world import World


AT_NIGHT = NOW.replace(hour=2)


def opened(token: str, now: Any = REAL_NOW) -> Viewer | None:
    return viewer_by_token(token, day=TODAY, now=now, address="192.0.2.7")


@pytest.mark.usefixtures("of")
def test_it_is_shown_once_and_only_its_digest_is_kept(
    steward: Viewer, world: World
) -> None:
    token = issued(steward, world.here)
    kept = ApiToken.objects.get()
    assert PATTERN.fullmatch(token), "whoever scans for secrets finds it"
    assert kept.digest == hashlib.sha256(token.encode()).hexdigest()
    everything = " ".join(str(value) for value in vars(kept).values())
    assert token not in everything
    assert token.removeprefix(f"{kept.head}_") not in everything
    event = Event.objects.get(verb="api.token_issued")
    assert (event.actor_person, event.area) == (steward.person, "E06000024")
    assert event.details["token"] == kept.head
    assert token not in str(event.details)


@pytest.mark.usefixtures("of")
@pytest.mark.parametrize(
    ("role", "other", "why"),
    [
        (Role.AGENCY_DATA_STEWARD, {}, ""),
        (Role.AGENCY_LEAD, {"may_send": False}, ""),
        (Role.AGENCY_LEAD, {}, policies.NOT_SENDER),
        (Role.DATA_ANALYST, {}, policies.NOT_KEEPER),
        (Role.AGENCY_DATA_STEWARD, {"feeds": ()}, policies.NOT_OWED),
        (Role.AGENCY_DATA_STEWARD, {"feeds": ("police",)}, policies.NOT_OWED),
        (Role.AGENCY_DATA_STEWARD, {"days": 366}, ""),
        (Role.AGENCY_DATA_STEWARD, {"days": 367}, policies.TOO_LONG),
        (Role.AGENCY_DATA_STEWARD, {"days": 0}, policies.TOO_LONG),
        (
            Role.AGENCY_DATA_STEWARD,
            {"may_read": False, "may_send": False},
            policies.FOR_NOTHING,
        ),
    ],
)
def test_who_issues_what(
    world: World, role: Role, other: dict[str, object], why: str
) -> None:
    viewer = speaking(world, role, world.here)
    if not why:
        assert opened(issued(viewer, world.here, **other))
        return
    with pytest.raises(RefusedError) as refused:
        issued(viewer, world.here, **other)
    assert str(refused.value) == why
    assert not ApiToken.objects.exists()


@pytest.mark.usefixtures("of")
def test_nobody_issues_one_for_another_organisation(world: World) -> None:
    figures_due(world, world.there)
    elsewhere = speaking(world, Role.AGENCY_DATA_STEWARD, world.there)
    with pytest.raises(RefusedError, match="steward or lead keeps its tokens"):
        issued(elsewhere, world.here)


@pytest.mark.usefixtures("of")
def test_the_same_form_sent_twice_issues_one(steward: Viewer, world: World) -> None:
    asked = wanted(world.here, key=uuid4())
    told = {"viewer": steward, "at": NOW, "now": REAL_NOW, "wanted": asked}
    assert issue_token(**told)
    assert issue_token(**told) == ""
    assert ApiToken.objects.count() == 1


@pytest.mark.usefixtures("of")
def test_so_many_may_work_at_once(steward: Viewer, world: World) -> None:
    for _ in range(policies.MOST_STANDING):
        issued(steward, world.here)
    with pytest.raises(RefusedError, match="Twenty tokens"):
        issued(steward, world.here)
    one = ApiToken.objects.first()
    assert one is not None
    revoke_token(viewer=steward, at=NOW, now=REAL_NOW, key=one.pk)
    assert issued(steward, world.here)


ENDS = {
    "the role ends": lambda someone: RoleHolding.objects.filter(person=someone).update(
        last_on=TODAY - timedelta(days=1)
    ),
    "they work elsewhere": lambda someone: Employment.objects.filter(
        person=someone
    ).update(last_on=TODAY - timedelta(days=1)),
    "the account is closed": lambda someone: (
        type(someone).objects.filter(pk=someone.pk).update(is_active=False)
    ),
    "it is over": lambda _: ApiToken.objects.update(open_until=REAL_NOW),
    "it is revoked": lambda someone: ApiToken.objects.update(
        revoked_by=someone, revoked_at=NOW
    ),
}


@pytest.mark.usefixtures("of")
@pytest.mark.parametrize("end", ENDS)
def test_it_stops_at_once_when(steward: Viewer, world: World, end: str) -> None:
    token = issued(steward, world.here)
    assert opened(token)
    ENDS[end](world.person(Role.AGENCY_DATA_STEWARD))
    assert opened(token) is None


@pytest.mark.usefixtures("of")
def test_it_never_may_more_than_both_the_person_and_the_token(world: World) -> None:
    """An analyst who is a steward too oversees the area; their token does not."""
    someone = person("Two Hats")
    for role in (Role.DATA_ANALYST, Role.AGENCY_DATA_STEWARD):
        RoleHolding.objects.create(
            person=someone,
            role=role,
            area=world.here.area.code,
            first_on=LONG_AGO,
            given_at=NOW,
        )
    Employment.objects.create(
        person=someone, organisation=world.here.council, first_on=LONG_AGO
    )
    viewer = opened(issued(viewer_of(someone), world.here, may_send=False))
    assert viewer is not None
    assert viewer.bearer is not None
    held = {str(one) for grant in viewer.grants for one in grant.permissions}
    assert held == {"return_see"}
    assert not viewer.bearer.may_send


@pytest.mark.usefixtures("of")
def test_a_token_that_sends_sends_no_more_when_its_issuer_does_not(
    world: World,
) -> None:
    """A steward became the lead: who keeps tokens, and sends nothing."""
    speaking(world, Role.AGENCY_LEAD, world.here)
    viewer = opened(kept_for(world.person(Role.AGENCY_LEAD), world.here))
    assert viewer is not None
    assert viewer.bearer is not None
    assert (viewer.bearer.may_read, viewer.bearer.may_send) == (True, False)


@pytest.mark.usefixtures("of")
def test_the_steward_or_the_lead_revokes_it_and_nobody_from_elsewhere(
    steward: Viewer, world: World
) -> None:
    issued(steward, world.here)
    key = ApiToken.objects.get().pk
    elsewhere = speaking(world, Role.AGENCY_DATA_STEWARD, world.there)
    with pytest.raises(Http404):
        revoke_token(viewer=elsewhere, at=NOW, now=REAL_NOW, key=key)
    lead = speaking(world, Role.AGENCY_LEAD, world.here)
    revoke_token(viewer=lead, at=NOW, now=REAL_NOW, key=key)
    with pytest.raises(RefusedError, match="works no longer"):
        revoke_token(viewer=lead, at=NOW, now=REAL_NOW, key=key)
    assert Event.objects.filter(verb="api.token_revoked").count() == 1


def form(world: World, **other: object) -> dict[str, object]:
    return {
        "key": str(uuid4()),
        "organisation": str(world.here.council.pk),
        "name": "data warehouse, nightly",
        "feeds": ["aggregate"],
        "rights": ["READ", "SEND"],
        "days": "90",
        **other,
    }


@pytest.mark.usefixtures("of", "steward")
def test_the_page_shows_it_once_and_what_it_shows_works(
    world: World, browse: Callable[[Person], Client]
) -> None:
    client = browse(world.person(Role.AGENCY_DATA_STEWARD))
    asked = form(world)
    page = client.post(reverse("api:token_new"), asked)
    found = PATTERN.search(page.content.decode())
    assert found
    assert "no-store" in page.headers["Cache-Control"]
    token = found.group()
    assert program(token).get("token").json()["may_send"] is True
    again = client.post(reverse("api:token_new"), asked, follow=True)
    assert token not in again.content.decode()
    assert "shown once" in again.content.decode()
    listed = client.get(reverse("api:tokens")).content.decode()
    assert ApiToken.objects.get().head in listed
    assert token not in listed
    assert "15 January 2021" in listed
    client.post(reverse("api:token_revoke", args=[ApiToken.objects.get().pk]))
    assert program(token).get("token").status_code == 401


@pytest.mark.usefixtures("of", "steward")
@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"name": ""}, "“What uses it” needs an answer"),
        ({"feeds": []}, "“For which feeds” needs an answer"),
        ({"feeds": ["police"]}, "choose one of those listed"),
        ({"rights": []}, "“What it may do” needs an answer"),
        ({"days": "9999"}, "choose one of those listed"),
        ({"key": "none"}, "Open this page again"),
    ],
)
def test_the_form_complains(
    world: World,
    browse: Callable[[Person], Client],
    other: dict[str, object],
    words: str,
) -> None:
    client = browse(world.person(Role.AGENCY_DATA_STEWARD))
    page = client.post(reverse("api:token_new"), form(world, **other))
    assert words in page.content.decode()
    assert not ApiToken.objects.exists()


@pytest.mark.usefixtures("of")
def test_a_lead_is_offered_no_more_than_they_may(
    world: World, browse: Callable[[Person], Client]
) -> None:
    speaking(world, Role.AGENCY_LEAD, world.here)
    client = browse(world.person(Role.AGENCY_LEAD))
    page = client.get(reverse("api:token_new")).content.decode()
    assert "Read where returns stand" in page
    assert "Send returns" not in page
    client.post(reverse("api:token_new"), form(world))
    assert not ApiToken.objects.exists()
    client.post(reverse("api:token_new"), form(world, rights=["READ"]))
    assert not ApiToken.objects.get().may_send


def test_where_nothing_is_owed_there_is_nothing_to_issue(
    world: World, steward: Viewer, browse: Callable[[Person], Client]
) -> None:
    client = browse(world.person(Role.AGENCY_DATA_STEWARD))
    for route in ("api:tokens", "api:token_new"):
        page = client.get(reverse(route)).content.decode()
        assert "owes no return now" in page


def test_the_last_day_of_use_is_noted(warehouse: Program, of: Return) -> None:
    assert ApiToken.objects.get().last_used_on is None
    warehouse.get("token")
    assert ApiToken.objects.get().last_used_on is not None


@pytest.mark.usefixtures("of")
def test_home_says_that_a_token_in_use_ends(steward: Viewer, world: World) -> None:
    someone = world.person(Role.AGENCY_DATA_STEWARD)
    soon = NOW + timedelta(days=14)
    kept_for(someone, world.here, open_until=soon, last_used_on=TODAY)
    kept_for(someone, world.here, open_until=soon)
    kept_for(someone, world.here, last_used_on=TODAY)
    told = list(needs(steward, today=TODAY))
    assert [(one.noun, one.due) for one in told] == [("api", soon.date())]
    lead = speaking(world, Role.AGENCY_LEAD, world.here)
    assert list(needs(lead, today=TODAY)) == [], "whoever issued it renews it"


def test_what_programs_read_raises_no_question_about_people(
    world: World, steward: Viewer, of: Return
) -> None:
    """Nightly, many at once: by design. The same by a person is asked about."""
    by_program = opened(kept_for(world.person(Role.AGENCY_DATA_STEWARD), world.here))
    assert by_program is not None
    keeper = world.viewer(Role.BUSINESS_MANAGER)
    for viewer, raised in ((by_program, 0), (steward, 2)):
        read_recorded(
            viewer, AT_NIGHT, "returns.read", [of] * 40, area=world.here.area.code
        )
        assert len(unusual_reading(keeper, at=AT_NIGHT + timedelta(hours=9))) == raised
