"""People: who sees whom, invitations, roles, leaving, and a lost second step."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.core import mail
from django.test import Client

from kith.web.access.entry.invitations import (
    accept_invitation,
    make_invitation,
    standing_invitation,
)
from kith.web.access.models import (
    Delegation,
    FactorReset,
    HowChecked,
    Invitation,
    Person,
    RoleHolding,
)
from kith.web.access.people import actions
from kith.web.access.people.actions import Asked, Given, Guest
from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.audit.models import Event
from kith.web.bodies.models import Seat, Substitution
from kith.web.site.clock import real_time
from tests.lib.databases import racing
from tests.lib.world import (
    LONG_AGO,
    NOW,
    REAL_NOW,
    TODAY,
    make_world,
    person,
    seat,
    viewer_of,
)


if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.lib.world import World


Browse = "Callable[[Person], Client]"
MANAGER = Role.BUSINESS_MANAGER
SITE = "https://kith.example.org/"


@pytest.fixture
def sent(django_capture_on_commit_callbacks: object) -> Callable[[World], str]:
    """Invite somebody here, and give the secret that went out."""

    def invite(world: World, email: str = "new@example.org") -> str:
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator] # a fixture
            actions.invite_person(
                viewer=world.viewer(MANAGER),
                at=NOW,
                now=real_time(),
                guest=Guest("New Person", email, world.here.area.code),
                site=SITE,
            )
        found = re.search(r"/account/invitation/([^/]+)/", mail.outbox[0].body)
        return found[1] if found else ""

    return invite


def last_event() -> Event:
    return Event.objects.order_by("-sequence")[0]


# --- invitations ---


def test_an_invited_person_comes_in_and_sets_up_a_second_step(
    world: World, client: Client, sent: Callable[[World], str]
) -> None:
    secret = sent(world)
    assert Event.objects.count() == 1
    assert mail.outbox[0].to == ["new@example.org"]
    assert "New Person" not in mail.outbox[0].body
    address = f"/account/invitation/{secret}/"
    assert b"Welcome, New Person" in client.get(address).content
    chosen = {"password1": "three quiet otters", "password2": "three quiet otters"}
    answer = client.post(address, chosen)
    assert answer.headers["Location"] == "/account/second-step/"
    assert b"Set up your second step" in client.get("/account/second-step/").content
    # Once means once.
    other = Client()
    assert other.get(address).status_code == 404
    assert other.post(address, chosen).status_code == 404


def test_the_secret_is_not_kept(world: World, sent: Callable[[World], str]) -> None:
    secret = sent(world)
    assert secret not in str(Invitation.objects.values().get())
    assert secret not in str(Event.objects.values().get())


def test_wrong_used_withdrawn_and_expired_links_say_the_same(
    world: World, client: Client, sent: Callable[[World], str]
) -> None:
    withdrawn = sent(world)
    expired = sent(world)
    Invitation.objects.filter(withdrawn_at__isnull=True).update(
        open_until=real_time() - timedelta(seconds=1)
    )
    pages = {
        re.sub(
            r'value="[^"]*"',
            "",
            client.get(f"/account/invitation/{one}/").content.decode(),
        ).replace(one, "")
        for one in ("nothing", withdrawn, expired)
    }
    assert len(pages) == 1


def test_an_invitation_lasts_seven_days(
    world: World, sent: Callable[[World], str]
) -> None:
    secret = sent(world)
    now = real_time()
    assert standing_invitation(secret, now=now + timedelta(days=6, hours=23))
    assert not standing_invitation(secret, now=now + timedelta(days=7))


def test_the_second_of_two_who_accept_is_too_late(
    world: World, sent: Callable[[World], str]
) -> None:
    secret = sent(world)
    given = {"secret": secret, "at": NOW, "now": real_time()}
    first = accept_invitation(password="three quiet otters", **given)  # type: ignore[arg-type] # as typed above
    assert first
    assert accept_invitation(password="four loud herons", **given) is None  # type: ignore[arg-type] # as typed above
    first.refresh_from_db()
    assert first.check_password("three quiet otters")


def test_somebody_known_elsewhere_keeps_one_account_and_their_password(
    world: World, sent: Callable[[World], str]
) -> None:
    known = world.person(Role.DATA_ANALYST, world.there)
    known.set_password("three quiet otters")
    known.save()
    assert sent(world, known.email.upper()) == ""
    assert mail.outbox[0].to == [known.email]
    known.refresh_from_db()
    assert known.check_password("three quiet otters")
    assert Person.objects.filter(email__iexact=known.email).count() == 1


def test_only_for_ones_own_area(world: World) -> None:
    guest = Guest("New Person", "new@example.org", world.there.area.code)
    given = {"at": NOW, "now": REAL_NOW, "guest": guest, "site": SITE}
    with pytest.raises(RefusedError):
        actions.invite_person(viewer=world.viewer(MANAGER), **given)  # type: ignore[arg-type] # as typed above
    assert not Person.objects.filter(email="new@example.org").exists()
    actions.invite_person(viewer=world.viewer(MANAGER, world.there), **given)  # type: ignore[arg-type] # as typed above


def test_the_page_invites_with_a_role(world: World, browse: Browse) -> None:
    answer = browse(world.person(MANAGER)).post(
        "/people/invite/",
        {
            "name": "New Person",
            "email": "new@example.org",
            "area": world.here.area.code,
            "role": "data_analyst",
            "organisation": "",
        },
    )
    assert answer.status_code == 302, answer.content.decode()
    held = RoleHolding.objects.get(person__email="new@example.org")
    assert (held.role, held.area) == ("data_analyst", world.here.area.code)


# --- who sees whom ---


def test_people_of_another_area_are_not_there(world: World, browse: Browse) -> None:
    here = world.person(Role.DATA_ANALYST)
    there = world.person(Role.DATA_ANALYST, world.there)
    client = browse(world.person(MANAGER))
    page = client.get("/people/").content.decode()
    assert here.name in page
    assert there.name not in page
    assert client.get(f"/people/{here.pk}/").status_code == 200
    assert client.get(f"/people/{there.pk}/").status_code == 404


def test_a_member_sees_who_sits_with_them_and_no_address(
    world: World, browse: Browse
) -> None:
    chair = world.person(Role.GROUP_CHAIR)
    other = world.person(Role.GROUP_CHAIR, world.there)
    client = browse(world.person(Role.MEMBER))
    page = client.get(f"/people/{chair.pk}/").content.decode()
    assert chair.name in page
    assert chair.email not in page
    assert client.get(f"/people/{other.pk}/").status_code == 404


def test_who_leaves_soon_can_be_shown_alone(world: World, browse: Browse) -> None:
    leaving = world.person(Role.LADO)
    leaving.holdings.update(last_on=TODAY + timedelta(days=30))
    staying = world.person(Role.DATA_ANALYST)
    page = browse(world.person(MANAGER)).get("/people/?show=leaving").content.decode()
    assert leaving.name in page
    assert "14 February 2021 (in 30 days)" in page
    assert staying.name not in page


def test_the_list_asks_the_same_number_of_questions_however_long(
    world: World, browse: Browse, django_assert_num_queries: object
) -> None:
    client = browse(world.person(MANAGER))
    client.get("/people/")

    def count() -> int:
        from django.db import connection  # noqa: PLC0415 - for this count alone
        from django.test.utils import CaptureQueriesContext  # noqa: PLC0415 - as above

        # What changed is looked up once; then the mark says that nothing did.
        client.get("/people/")
        with CaptureQueriesContext(connection) as asked:
            assert client.get("/people/").status_code == 200
        return len(asked)

    few = count()
    for number in range(40):
        someone = Person.objects.create(
            email=f"p{number}@example.org", name=f"Person {number}", added_at=NOW
        )
        RoleHolding.objects.create(
            person=someone,
            role=Role.LADO,
            area=world.here.area.code,
            first_on=TODAY,
            given_at=NOW,
        )
    assert count() == few


# --- roles ---


def given(world: World, role: Role = Role.LADO, **more: object) -> Given:
    return Given(role=role, area=world.here.area.code, first_on=TODAY, **more)  # type: ignore[arg-type] # as the type says


def test_a_manager_gives_a_role_and_support_may_not(world: World) -> None:
    who = world.person(Role.DATA_ANALYST)
    with pytest.raises(RefusedError):
        actions.give_role(
            viewer=world.viewer(Role.BUSINESS_SUPPORT),
            at=NOW,
            person=who.pk,
            given=given(world),
        )
    actions.give_role(
        viewer=world.viewer(MANAGER), at=NOW, person=who.pk, given=given(world)
    )
    assert last_event().verb == "access.role_given"
    assert Event.objects.count() == 1


def test_nobody_gives_themselves_a_role(world: World) -> None:
    me = world.person(MANAGER)
    with pytest.raises(RefusedError, match="themselves"):
        actions.give_role(
            viewer=viewer_of(me),
            at=NOW,
            person=me.pk,
            given=given(world, Role.LEAD_SAFEGUARDING_PARTNER),
        )


def test_a_role_of_a_group_comes_from_its_seat(world: World) -> None:
    with pytest.raises(RefusedError, match="seat"):
        actions.give_role(
            viewer=world.viewer(MANAGER),
            at=NOW,
            person=world.person(Role.DATA_ANALYST).pk,
            given=given(world, Role.GROUP_CHAIR),
        )


@pytest.mark.parametrize(
    ("last_on", "fits"),
    [
        (None, False),
        (TODAY + timedelta(days=91), False),
        (TODAY + timedelta(days=90), True),
    ],
)
def test_an_inspector_never_stays_for_ever(
    world: World, last_on: date | None, fits: bool
) -> None:
    def give() -> None:
        actions.give_role(
            viewer=world.viewer(MANAGER),
            at=NOW,
            person=world.person(Role.DATA_ANALYST).pk,
            given=given(world, Role.INSPECTOR, last_on=last_on),
        )

    if fits:
        give()
    else:
        with pytest.raises(RefusedError, match="90 days"):
            give()


def test_a_role_ends_on_its_day_by_itself(world: World, browse: Browse) -> None:
    who = world.person(Role.DATA_ANALYST)
    (held,) = who.holdings.all()
    actions.end_role(
        viewer=world.viewer(MANAGER), at=NOW, key=held.pk, last_on=TODAY, reason="Moved"
    )
    assert viewer_of(who).grants
    RoleHolding.objects.update(last_on=TODAY - timedelta(days=1))
    assert viewer_of(who).grants == ()


def test_an_end_is_never_later_than_the_one_that_stands(world: World) -> None:
    """Or whoever keeps the roles could keep their own for ever, and an inspector's."""
    me = world.person(MANAGER)
    me.holdings.update(last_on=TODAY + timedelta(days=30))
    (held,) = me.holdings.all()
    end = partial(
        actions.end_role, viewer=viewer_of(me), at=NOW, key=held.pk, reason="Moved"
    )
    with pytest.raises(RefusedError, match="ends before that day"):
        end(last_on=TODAY + timedelta(days=31))
    end(last_on=TODAY + timedelta(days=29))


# --- leaving ---


def test_a_leaver_is_out_at_once(world: World, browse: Browse) -> None:
    who = world.person(Role.DATA_ANALYST)
    client = browse(who)
    assert client.get("/account/").status_code == 200
    actions.let_go(viewer=world.viewer(MANAGER), at=NOW, now=REAL_NOW, person=who.pk)
    assert client.get("/account/").headers["Location"].startswith("/account/login/")
    assert viewer_of(who).grants == ()
    assert last_event().verb == "access.let_go"
    assert Event.objects.filter(verb__startswith="access.let").count() == 1


def test_whoever_serves_another_area_too_is_not_closed_from_here(world: World) -> None:
    who = world.person(Role.DATA_ANALYST)
    RoleHolding.objects.create(
        person=who,
        role=Role.LADO,
        area=world.there.area.code,
        first_on=TODAY,
        given_at=NOW,
    )
    with pytest.raises(RefusedError, match="another area"):
        actions.let_go(
            viewer=world.viewer(MANAGER), at=NOW, now=REAL_NOW, person=who.pk
        )


def test_whoever_sits_in_another_areas_group_is_not_closed_from_here(
    world: World, browse: Browse
) -> None:
    who = world.person(Role.MEMBER)
    let_go = partial(
        actions.let_go,
        viewer=world.viewer(MANAGER),
        at=NOW,
        now=REAL_NOW,
        person=who.pk,
    )
    shared = seat(world.there, who)
    with pytest.raises(RefusedError, match="another area"):
        let_go()
    page = browse(world.person(MANAGER)).get(f"/people/{who.pk}/").content.decode()
    assert "They serve another area too" in page
    shared.delete()
    let_go()


def test_a_leaver_who_is_invited_elsewhere_gets_nothing_back(world: World) -> None:
    """The seats were still shown as theirs, so that their groups would fill them."""
    who = world.person(Role.GROUP_CHAIR)
    chair = world.person(Role.MEMBER)
    left = seat(world.here, who)
    to_come = seat(world.here, who)
    Seat.objects.filter(pk=to_come.pk).update(first_on=TODAY + timedelta(days=9))
    lent = Substitution.objects.create(
        seat=seat(world.here, chair),
        person=who,
        first_on=LONG_AGO,
        last_on=TODAY + timedelta(days=9),
        named_by=chair,
        named_at=NOW,
    )
    Delegation.objects.create(
        giver=world.person(Role.PARTNERSHIP_CHAIR),
        taker=who,
        reason="On leave",
        first_on=TODAY,
        last_on=TODAY + timedelta(days=9),
        given_at=NOW,
    )
    actions.let_go(viewer=world.viewer(MANAGER), at=NOW, now=REAL_NOW, person=who.pk)
    actions.invite_person(
        viewer=world.viewer(MANAGER, world.there),
        at=NOW,
        now=REAL_NOW,
        guest=Guest(who.name, who.email, world.there.area.code),
        site=SITE,
    )
    who.refresh_from_db()
    assert who.is_active
    assert viewer_of(who).grants == ()
    assert not Seat.objects.standing_on(TODAY + timedelta(days=9)).filter(person=who)
    left.refresh_from_db()
    lent.refresh_from_db()
    assert (left.last_on, left.followed_by.person) == (TODAY - timedelta(days=1), None)
    assert lent.last_on == TODAY - timedelta(days=1)


def test_nobody_closes_their_own_account(world: World) -> None:
    me = world.person(MANAGER)
    with pytest.raises(RefusedError, match="themselves"):
        actions.let_go(viewer=viewer_of(me), at=NOW, now=REAL_NOW, person=me.pk)


# --- a lost second step ---


def asked(world: World, who: Person) -> FactorReset:
    return actions.ask_reset(
        viewer=world.viewer(MANAGER),
        at=NOW,
        now=REAL_NOW,
        asked=Asked(who.pk, HowChecked.VIDEO),
    )


def test_two_people_reset_a_lost_second_step(
    world: World, browse: Browse, django_capture_on_commit_callbacks: object
) -> None:
    who = world.person(Role.DATA_ANALYST)
    TOTP.activate(who, "JBSWY3DPEHPK3PXP")
    client = browse(who)
    reset = asked(world, who)
    assert Authenticator.objects.filter(user=who).exists()
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator] # a fixture
        actions.confirm_reset(
            viewer=world.viewer(Role.BUSINESS_SUPPORT),
            at=NOW,
            now=REAL_NOW,
            key=reset.pk,
            site=SITE,
        )
    assert not Authenticator.objects.filter(user=who).exists()
    assert client.get("/account/").headers["Location"].startswith("/account/login/")
    assert [one.verb for one in Event.objects.order_by("sequence")] == [
        "access.reset_asked",
        "access.reset_confirmed",
    ]
    assert mail.outbox[0].subject == "Set up a new second step"


def test_one_person_is_not_enough(world: World) -> None:
    reset = asked(world, world.person(Role.DATA_ANALYST))
    with pytest.raises(RefusedError, match="second person"):
        actions.confirm_reset(
            viewer=world.viewer(MANAGER), at=NOW, now=REAL_NOW, key=reset.pk, site=SITE
        )


def test_it_lapses_after_three_days(world: World) -> None:
    reset = asked(world, world.person(Role.DATA_ANALYST))
    with pytest.raises(RefusedError, match="too long ago"):
        actions.confirm_reset(
            viewer=world.viewer(Role.BUSINESS_SUPPORT),
            at=NOW,
            now=REAL_NOW + timedelta(days=3),
            key=reset.pk,
            site=SITE,
        )


def test_the_person_is_neither_of_the_two(world: World) -> None:
    me = world.person(Role.BUSINESS_SUPPORT)
    with pytest.raises(RefusedError, match="themselves"):
        actions.ask_reset(
            viewer=viewer_of(me),
            at=NOW,
            now=REAL_NOW,
            asked=Asked(me.pk, HowChecked.VIDEO),
        )
    reset = asked(world, me)
    with pytest.raises(RefusedError, match="themselves"):
        actions.confirm_reset(
            viewer=viewer_of(me), at=NOW, now=REAL_NOW, key=reset.pk, site=SITE
        )


def test_a_refused_reset_changes_nothing(world: World) -> None:
    who = world.person(Role.DATA_ANALYST)
    TOTP.activate(who, "JBSWY3DPEHPK3PXP")
    reset = asked(world, who)
    actions.refuse_reset(
        viewer=world.viewer(Role.BUSINESS_SUPPORT), at=NOW, now=REAL_NOW, key=reset.pk
    )
    assert Authenticator.objects.filter(user=who).exists()


def test_the_pages_lead_through_it(world: World, browse: Browse) -> None:
    who = world.person(Role.DATA_ANALYST)
    first = browse(world.person(MANAGER))
    assert b"RANG_BACK" in first.get(f"/people/{who.pk}/reset/").content
    first.post(f"/people/{who.pk}/reset/", {"how_checked": "IN_PERSON"})
    assert b"a second person must agree" in first.get("/people/resets/").content
    second = browse(world.person(Role.BUSINESS_SUPPORT))
    page = second.get("/people/resets/").content.decode()
    yes = re.search(r"/people/resets/[0-9a-f-]+/yes/", page)
    assert yes
    assert second.post(yes[0]).status_code == 302
    assert FactorReset.objects.get().confirmed_by == world.person(Role.BUSINESS_SUPPORT)


# --- one's own account ---


def test_days_away_are_kept_and_left_out_again(world: World, browse: Browse) -> None:
    who = world.person(Role.DATA_ANALYST)
    client = browse(who)
    days = {
        "first_on_day": "1",
        "first_on_month": "2",
        "first_on_year": "2021",
        "last_on_day": "12",
        "last_on_month": "2",
        "last_on_year": "2021",
    }
    assert client.post("/account/away/", days).status_code == 302
    assert b"1 February 2021 to 12 February 2021" in client.get("/account/").content
    half = {name: value for name, value in days.items() if name.startswith("first")}
    assert b"Say both days, or neither" in client.post("/account/away/", half).content
    assert client.post("/account/away/", {"first_on_day": ""}).status_code == 302
    who.refresh_from_db()
    assert who.away_first_on is None


# --- two at once ---


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_two_who_accept_the_same_invitation_at_once_and_one_is_in() -> None:
    world = make_world()
    guest = person("Guest Invited")
    now = real_time()
    sent = make_invitation(
        person=guest, area=world.here.area.code, by=None, at=NOW, now=now
    )
    ended = racing(
        *(
            partial(
                accept_invitation, secret=sent.secret, password=one, at=NOW, now=now
            )
            for one in ("three quiet otters", "four loud herons")
        )
    )
    assert sorted(type(one).__name__ for one in ended) == ["NoneType", "Person"]
    assert Event.objects.filter(verb="access.invitation_accepted").count() == 1
    guest.refresh_from_db()
    assert guest.check_password(
        "three quiet otters" if ended[0] is not None else "four loud herons"
    )
