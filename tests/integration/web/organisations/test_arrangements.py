"""The arrangements from a draft to three signatures; requests for information."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.approvals.actions import (
    Elsewhere,
    confirm_approval,
    give_approval,
    record_approval_elsewhere,
)
from kith.web.approvals.models import Approval
from kith.web.audit.models import Event
from kith.web.organisations import actions
from kith.web.organisations.models import (
    ArrangementsVersion,
    Employment,
    Partnership,
)
from tests.lib.arguments.documents import kept
from tests.lib.world import NOW, TODAY, World, holder, viewer_of


if TYPE_CHECKING:
    from kith.web.access.models import Person


Browse = "Callable[[Person], Client]"


@pytest.fixture
def partnership(world: World) -> Partnership:
    return actions.found_partnership(
        viewer=world.viewer(Role.BUSINESS_MANAGER),
        at=NOW,
        name="North Somerset Safeguarding Children Partnership",
        code="north-somerset",
        areas=[world.here.area],
    )


def approved(world: World, partnership: Partnership) -> ArrangementsVersion:
    manager = world.viewer(Role.BUSINESS_MANAGER)
    version = actions.draft_arrangements(
        viewer=manager,
        at=NOW,
        partnership=partnership,
        draft=actions.ArrangementsDraft(
            title="Multi-agency safeguarding arrangements",
            text="How we work together.",
            agencies=(world.here.council,),
        ),
    )
    actions.consult_on_arrangements(viewer=manager, at=NOW, key=version.pk)
    with pytest.raises(RefusedError):
        actions.approve_arrangements(viewer=manager, at=NOW, key=version.pk)
    partner = world.viewer(Role.DELEGATED_SAFEGUARDING_PARTNER)
    return actions.approve_arrangements(viewer=partner, at=NOW, key=version.pk)


def asked(world: World, version: ArrangementsVersion) -> tuple[Person, Person]:
    """The council and health sign here; the chief constable signs elsewhere."""
    council = world.person(Role.LEAD_SAFEGUARDING_PARTNER)
    health = holder(Role.LEAD_SAFEGUARDING_PARTNER, _other(world))
    actions.ask_signatures(
        viewer=world.viewer(Role.BUSINESS_MANAGER),
        at=NOW,
        key=version.pk,
        signatories={
            "COUNCIL": actions.Signatory("Chief Executive", council),
            "HEALTH": actions.Signatory("Chief Officer of health", health),
            "POLICE": actions.Signatory("Chief Constable"),
        },
        due_on=date(2021, 2, 1),
    )
    return council, health


def _other(world: World) -> object:
    from tests.lib.world import Side  # noqa: PLC0415 - only here

    area = world.here.area
    area.name = "Health of North Somerset"
    return Side(area, world.here.council, world.here.body)


def test_three_separate_signatures_one_of_them_elsewhere(
    world: World, partnership: Partnership
) -> None:
    manager = world.viewer(Role.BUSINESS_MANAGER)
    version = approved(world, partnership)
    for signer in asked(world, version):
        own = Approval.objects.get(asked_of=signer)
        with pytest.raises(RefusedError):
            give_approval(viewer=manager, at=NOW, key=own.pk)
        give_approval(viewer=viewer_of(signer), at=NOW, key=own.pk)
    version.refresh_from_db()
    assert version.state == "APPROVED"
    police = Approval.objects.get(slot="POLICE")
    support = world.viewer(Role.BUSINESS_SUPPORT)
    record_approval_elsewhere(
        viewer=support,
        at=NOW,
        key=police.pk,
        elsewhere=Elsewhere(TODAY, "Signed", kept(world, world.here).pk),
    )
    with pytest.raises(RefusedError):
        actions.publish_arrangements(viewer=manager, at=NOW, key=version.pk)
    confirm_approval(viewer=manager, at=NOW, key=police.pk)
    version.refresh_from_db()
    assert version.state == "SIGNED"
    actions.publish_arrangements(viewer=manager, at=NOW, key=version.pk)
    version.refresh_from_db()
    assert version.state == "PUBLISHED"
    assert Event.objects.filter(verb="organisations.signed").count() == 1


def test_a_draft_is_for_its_areas_and_a_published_version_for_all(
    world: World, partnership: Partnership, browse: Browse
) -> None:
    version = approved(world, partnership)
    path = f"/arrangements/{version.pk}/"
    for role, side, status in (
        (Role.BUSINESS_MANAGER, world.here, 200),
        (Role.BUSINESS_MANAGER, world.there, 404),
        (Role.MEMBER, world.here, 200),
        (Role.MEMBER, world.there, 404),
    ):
        assert browse(world.person(role, side)).get(path).status_code == status
    ArrangementsVersion.objects.filter(pk=version.pk).update(state="PUBLISHED")
    for side in (world.here, world.there):
        client = browse(world.person(Role.MEMBER, side))
        assert client.get(path).status_code == 200
        assert "Multi-agency" in client.get("/arrangements/").content.decode()


def test_a_new_version_supersedes_and_one_is_published_at_a_time(
    world: World, partnership: Partnership
) -> None:
    manager = world.viewer(Role.BUSINESS_MANAGER)
    first, second = approved(world, partnership), approved(world, partnership)
    for version in (first, second):
        ArrangementsVersion.objects.filter(pk=version.pk).update(state="SIGNED")
        actions.publish_arrangements(viewer=manager, at=NOW, key=version.pk)
    first.refresh_from_db()
    assert (first.state, second.number) == ("SUPERSEDED", 2)


def test_an_agency_accepts_by_its_own_lead_or_by_evidence(
    world: World, partnership: Partnership
) -> None:
    manager = world.viewer(Role.BUSINESS_MANAGER)
    version = approved(world, partnership)
    ArrangementsVersion.objects.filter(pk=version.pk).update(state="PUBLISHED")
    agency = version.agencies.get()
    lead = world.person(Role.AGENCY_LEAD)
    with pytest.raises(RefusedError, match="do not work"):
        actions.accept_arrangements(viewer=viewer_of(lead), at=NOW, key=agency.pk)
    with pytest.raises(RefusedError, match="what shows"):
        actions.record_acceptance(
            viewer=manager,
            at=NOW,
            key=agency.pk,
            by_whom="A head teacher",
            on=TODAY,
            evidence=" ",
        )
    actions.employ_person(
        viewer=manager,
        at=NOW,
        person=lead,
        organisation=world.here.council,
        first_on=TODAY,
    )
    actions.accept_arrangements(viewer=viewer_of(lead), at=NOW, key=agency.pk)
    agency.refresh_from_db()
    assert agency.acceptance.by_whom == lead.name


def test_who_works_where_is_said_by_those_who_invite_there_and_ends_once(
    world: World, browse: Browse
) -> None:
    council, member = world.here.council, world.person(Role.MEMBER)
    manager = browse(world.person(Role.BUSINESS_MANAGER))
    there = browse(world.person(Role.BUSINESS_MANAGER, world.there))
    path = f"/organisations/{council.pk}/people/new/"
    told = {
        "person": str(member.pk),
        "post": "Head of service",
        "first_on_day": "4",
        "first_on_month": "1",
        "first_on_year": "2021",
    }
    assert there.post(path, told).status_code == 404
    assert browse(member).get(path).status_code == 404
    assert manager.get(path).status_code == 200
    assert manager.post(path, told).status_code == 302
    work = Employment.objects.get()
    page = manager.get(f"/organisations/{council.pk}/").content.decode()
    end = f"/organisations/people/{work.pk}/end/"
    assert "Head of service" in page
    assert end in page
    assert there.get(end).status_code == 404
    assert manager.get(end).status_code == 200
    last = {"on_day": "14", "on_month": "1", "on_year": "2021"}
    assert manager.post(end, last).status_code == 302
    assert manager.post(end, last).status_code == 409
    assert not Employment.objects.standing_on(TODAY).exists()
    for verb in ("employed", "left"):
        assert Event.objects.filter(verb=f"organisations.{verb}").count() == 1
    with pytest.raises(RefusedError):
        actions.employ_person(
            viewer=world.viewer(Role.BUSINESS_MANAGER, world.there),
            at=NOW,
            person=member,
            organisation=council,
            first_on=TODAY,
        )


def test_information_is_asked_for_chased_and_refused(
    world: World, browse: Browse
) -> None:
    manager = world.person(Role.BUSINESS_MANAGER)
    client = browse(manager)
    answer = client.post(
        "/information-requests/new/",
        {
            "area": world.here.area.code,
            "organisation": str(world.here.council.pk),
            "what": "The number of exclusions",
            "why": "For the yearly report",
            "due_on_day": "1",
            "due_on_month": "2",
            "due_on_year": "2021",
        },
    )
    assert answer.status_code == 302, answer.content.decode()
    path = answer.headers["Location"]
    assert client.post(f"{path}chase/").status_code == 302
    assert client.get(f"{path}refuse/").status_code == 200
    assert client.post(f"{path}refuse/", {"reply": "Not held"}).status_code == 302
    page = client.get(path).content.decode()
    assert "Asked again" in page
    assert "Not held" in page
    assert client.post(f"{path}chase/").status_code == 409
    elsewhere = browse(world.person(Role.BUSINESS_MANAGER, world.there))
    assert elsewhere.get(path).status_code == 404
    assert browse(world.person(Role.MEMBER)).get(path).status_code == 404


def test_the_pages_of_a_version_lead_to_its_signatures(
    world: World, partnership: Partnership, browse: Browse
) -> None:
    version = approved(world, partnership)
    signer = world.person(Role.LEAD_SAFEGUARDING_PARTNER)
    client = browse(world.person(Role.BUSINESS_MANAGER))
    path = f"/arrangements/{version.pk}/"
    assert client.get("/arrangements/new/").status_code == 200
    assert client.get(f"{path}edit/").status_code == 409
    told = {
        "COUNCIL_office": "Chief Executive",
        "COUNCIL_person": str(signer.pk),
        "HEALTH_office": "Chief Officer",
        "HEALTH_person": str(signer.pk),
        "POLICE_office": "Chief Constable",
        "POLICE_person": "",
    }
    page = client.post(f"{path}sign/", told).content.decode()
    assert "another person" in page
    answer = client.post(f"{path}sign/", {**told, "HEALTH_person": ""})
    assert answer.status_code == 302, answer.content.decode()
    assert "Chief Constable" in client.get(path).content.decode()
    mine = browse(signer).get("/approvals/").content.decode()
    assert "For you to sign" in mine
