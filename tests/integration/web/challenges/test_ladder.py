"""A challenge climbs, is answered, ends; and who may see it at each point."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.http import Http404

from kith.domain.rules.disagreement_ladder import LADDER, Rung
from kith.domain.rules.states.challenges import ChallengeState
from kith.web.access.models import RoleHolding
from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.audit.models import Event
from kith.web.challenges import queries
from kith.web.challenges.actions import (
    Disagreement,
    Said,
    answer_challenge,
    close_challenge,
    raise_challenge,
    resolve_challenge,
    take_up,
    withdraw_challenge,
)
from kith.web.challenges.models import Answer, Confirmation
from kith.web.challenges.registration import needs
from kith.web.organisations.models import Employment, Organisation
from tests.lib.world import LONG_AGO, NOW, TODAY, person, viewer_of


if TYPE_CHECKING:
    from kith.web.access.models import Person
    from kith.web.access.viewer import Viewer
    from kith.web.challenges.models import Challenge
    from tests.lib.world import World


Browse = "Callable[[Person], Client]"
WORDS = "Whoever refers a family hears nothing back"


def lead(world: World, name: str, organisation: Organisation) -> Person:
    """An agency lead of the area who works for the organisation."""
    someone = person(name)
    Employment.objects.create(
        person=someone, organisation=organisation, first_on=LONG_AGO
    )
    RoleHolding.objects.create(
        person=someone,
        role=Role.EDUCATION_REPRESENTATIVE,
        area=world.here.area.code,
        first_on=LONG_AGO,
        given_at=NOW,
    )
    return someone


@pytest.fixture
def trust(db: None) -> Organisation:
    return Organisation.objects.create(code="trust", name="Invented Schools Trust")


@pytest.fixture
def raiser(world: World, trust: Organisation) -> Person:
    return lead(world, "Head of the trust", trust)


@pytest.fixture
def asked(world: World) -> Person:
    return lead(world, "Lead at the council", world.here.council)


def told(world: World, trust: Organisation, **other: object) -> Disagreement:
    return Disagreement(
        **{
            "area": world.here.area,
            "raised_by": trust,
            "about": world.here.council,
            "title": "Schools are not told what became of a referral",
            "what": WORDS,
            "wanted": "An answer within three days",
            **other,
        }
    )


def raised(world: World, trust: Organisation, by: Person) -> Challenge:
    return raise_challenge(
        viewer=viewer_of(by), at=NOW, disagreement=told(world, trust)
    )


def may_see(viewer: Viewer, challenge: Challenge) -> bool:
    return queries.visible_challenges(viewer).filter(pk=challenge.pk).exists()


def test_up_the_whole_ladder_to_the_scrutineer(
    world: World, trust: Organisation, raiser: Person, asked: Person
) -> None:
    challenge = raised(world, trust, raiser)
    assert challenge.rungs.get().due_on == date(2021, 1, 18)
    above, scrutineer = viewer_of(raiser), world.viewer(Role.INDEPENDENT_SCRUTINEER)
    for rung in LADDER[1:]:
        challenge = take_up(
            viewer=above, at=NOW, key=challenge.pk, said=Said("no reply came")
        )
        assert challenge.rung == rung
    with pytest.raises(RefusedError, match="last rung"):
        take_up(viewer=above, at=NOW, key=challenge.pk, said=Said("still none"))
    with pytest.raises(RefusedError, match="Only those"):
        answer_challenge(
            viewer=viewer_of(asked),
            at=NOW,
            key=challenge.pk,
            answer=Answer.REFUSED,
            said=Said("the advice is not ours to give"),
        )
    answer_challenge(
        viewer=scrutineer,
        at=NOW,
        key=challenge.pk,
        answer=Answer.ADVICE,
        said=Said("write to every referrer within three days"),
    )
    resolve_challenge(
        viewer=above, at=NOW, key=challenge.pk, said=Said("a letter is sent now")
    )
    manager = world.viewer(Role.BUSINESS_MANAGER)
    assert [one.why for one in needs(manager, today=TODAY)] == [
        "This challenge has ended, and what was learnt is not written down"
    ]
    close_challenge(
        viewer=manager, at=NOW, key=challenge.pk, said=Said("tell those who refer")
    )
    challenge.refresh_from_db()
    assert challenge.state == ChallengeState.CLOSED
    assert Event.objects.filter(noun="challenges").count() == 9


def test_the_sides_and_the_oversight_see_it_and_nobody_else(
    world: World, trust: Organisation, raiser: Person, asked: Person
) -> None:
    challenge = raised(world, trust, raiser)
    other = lead(
        world, "Lead elsewhere", Organisation.objects.create(code="o", name="Other")
    )
    partner = world.viewer(Role.DELEGATED_SAFEGUARDING_PARTNER)
    assert may_see(viewer_of(raiser), challenge)
    assert may_see(viewer_of(asked), challenge)
    assert may_see(world.viewer(Role.INDEPENDENT_SCRUTINEER), challenge)
    assert may_see(world.viewer(Role.BUSINESS_MANAGER), challenge)
    assert not may_see(viewer_of(other), challenge)
    assert not may_see(partner, challenge)
    assert not may_see(world.viewer(Role.BUSINESS_MANAGER, world.there), challenge)
    assert not may_see(
        world.viewer(Role.INDEPENDENT_SCRUTINEER, world.there), challenge
    )
    for _ in range(4):
        take_up(
            viewer=viewer_of(raiser),
            at=NOW,
            key=challenge.pk,
            said=Said("no reply came"),
        )
    challenge.refresh_from_db()
    assert challenge.rung == Rung.DELEGATED_PARTNERS
    assert may_see(partner, challenge)
    with pytest.raises(Http404):
        take_up(viewer=viewer_of(other), at=NOW, key=challenge.pk, said=Said("me too"))


def test_who_left_the_organisation_sees_it_no_more(
    world: World, trust: Organisation, raiser: Person, asked: Person
) -> None:
    challenge = raised(world, trust, raiser)
    Employment.objects.filter(person=asked).update(last_on=date(2021, 1, 14))
    assert not may_see(viewer_of(asked), challenge)


def test_a_name_is_asked_about_and_the_answer_kept(
    world: World, trust: Organisation, raiser: Person
) -> None:
    named = {"what": "Nobody rang about Kezia Brambleton"}
    with pytest.raises(RefusedError, match="looks like a name"):
        raise_challenge(
            viewer=viewer_of(raiser),
            at=NOW,
            disagreement=told(world, trust, **named),
        )
    assert not Event.objects.filter(noun="challenges").exists()
    challenge = raise_challenge(
        viewer=viewer_of(raiser),
        at=NOW,
        disagreement=told(world, trust, is_confirmed=True, **named),
    )
    kept = Confirmation.objects.get(challenge=challenge)
    assert (kept.signs, kept.confirmed_by) == (["a name"], raiser)


def test_only_for_an_organisation_of_ones_own(
    world: World, trust: Organisation, raiser: Person, asked: Person
) -> None:
    with pytest.raises(RefusedError, match="work or sit for"):
        raised(world, trust, asked)
    challenge = raised(world, trust, raiser)
    with pytest.raises(RefusedError, match="Only those"):
        withdraw_challenge(
            viewer=viewer_of(asked), at=NOW, key=challenge.pk, said=Said("not ours")
        )
    withdraw_challenge(
        viewer=viewer_of(raiser), at=NOW, key=challenge.pk, said=Said("settled")
    )


def test_the_form_asks_then_takes_the_confirmation(
    world: World, trust: Organisation, raiser: Person, asked: Person, browse: Browse
) -> None:
    client = browse(raiser)
    fields = {
        "area": world.here.area.code,
        "raised_by": str(trust.pk),
        "about": str(world.here.council.pk),
        "title": "Referrals",
        "what": "Nobody rang about Kezia Brambleton",
        "wanted": "A reply",
    }
    first = client.post("/challenges/new/", fields)
    page = first.content.decode()
    assert first.status_code == 200
    assert "Child-level matters are not kept here" in page
    assert "“Kezia Brambleton” looks like a name" in page
    mark = page.partition('name="confirmed_for" value="')[2].partition('"')[0]
    other = {**fields, "what": "Nobody rang about Oliver Brambleton"}
    for sent in (
        {**fields, "confirmed": "on"},
        {**other, "confirmed": "on", "confirmed_for": mark},
    ):
        assert client.post("/challenges/new/", sent).status_code == 200
    done = client.post(
        "/challenges/new/", {**fields, "confirmed": "on", "confirmed_for": mark}
    )
    assert done.status_code == 302
    assert client.get(done.headers["Location"]).status_code == 200
    page = browse(asked).get("/challenges/").content.decode()
    assert "Referrals" in page


def test_the_other_side_replies_on_the_page(
    world: World, trust: Organisation, raiser: Person, asked: Person, browse: Browse
) -> None:
    challenge = raised(world, trust, raiser)
    client = browse(asked)
    assert client.get(f"/challenges/{challenge.pk}/up/").status_code == 404
    answer = client.post(
        f"/challenges/{challenge.pk}/answer/",
        {"answer": "REFUSED", "words": "we answer where the family agrees"},
    )
    assert answer.status_code == 302, answer.content.decode()
    page = browse(raiser).get(f"/challenges/{challenge.pk}/").content.decode()
    assert "Does not agree, with reasons" in page


def test_only_who_may_raise_is_offered_it(world: World, browse: Browse) -> None:
    raiser = lead(world, "Una Berrow", world.here.council)
    assert "/challenges/new/" in browse(raiser).get("/challenges/").content.decode()
    reader = person("Otis Lanyon")
    Employment.objects.create(
        person=reader, organisation=world.here.council, first_on=LONG_AGO
    )
    RoleHolding.objects.create(
        person=reader,
        role=Role.LADO,
        area=world.here.area.code,
        first_on=LONG_AGO,
        given_at=NOW,
    )
    assert "/challenges/new/" not in browse(reader).get("/challenges/").content.decode()
    assert browse(reader).get("/challenges/new/").status_code == 404


def test_a_schools_lead_sees_what_their_school_raised_and_no_other(
    world: World, trust: Organisation, raiser: Person, browse: Browse
) -> None:
    stranger = lead(
        world,
        "Otis Lanyon",
        Organisation.objects.create(code="other", name="Another School"),
    )
    RoleHolding.objects.filter(person__in=[raiser, stranger]).update(
        role=Role.AGENCY_SAFEGUARDING_LEAD
    )
    challenge = raised(world, trust, raiser)
    for who, expected in ((raiser, 200), (stranger, 404)):
        assert browse(who).get("/challenges/").status_code == 200
        page = browse(who).get(f"/challenges/{challenge.pk}/")
        assert page.status_code == expected
