"""Approvals: given by the person asked, or recorded by one and confirmed by another."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction

from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.approvals import actions
from kith.web.approvals.models import Approval
from kith.web.approvals.registration import holdings, needs
from kith.web.audit.models import Event
from kith.web.documents.models import Document
from tests.lib.arguments.documents import kept
from tests.lib.world import NOW, TODAY, World, deputy_of, viewer_of


Browse = "Callable[[Person], Client]"
LSP = Role.LEAD_SAFEGUARDING_PARTNER


def asked(world: World, slot: str = "COUNCIL", **more: object) -> Approval:
    question = actions.Question(
        noun="example",
        key=UUID(int=7),
        slot=slot,
        title="The yearly budget",
        office="Chief Executive",
        area=world.here.area.code,
        **more,
    )
    return actions.ask_approval(
        viewer=world.viewer(Role.BUSINESS_MANAGER), at=NOW, question=question
    )


def elsewhere(
    world: World, how: str = "Signed on paper", day: date = TODAY
) -> actions.Elsewhere:
    return actions.Elsewhere(day, how, kept(world, world.here).pk)


def test_the_person_who_was_asked_signs_and_their_need_ends(world: World) -> None:
    signer = world.person(LSP)
    approval = asked(world, asked_of=signer)
    assert [one.what for one in needs(viewer_of(signer), today=TODAY)] == [
        "Sign: The yearly budget"
    ]
    held = holdings(viewer_of(signer), person=signer.pk, body=None, today=TODAY)
    assert [one.key for one in held] == [approval.pk]
    actions.give_approval(viewer=viewer_of(signer), at=NOW, key=approval.pk)
    assert list(needs(viewer_of(signer), today=TODAY)) == []
    with pytest.raises(RefusedError):
        actions.give_approval(viewer=viewer_of(signer), at=NOW, key=approval.pk)
    assert [one.verb for one in Event.objects.order_by("sequence")] == [
        "approvals.asked",
        "approvals.given",
    ]


def test_no_deputy_signs_for_a_lead_safeguarding_partner(world: World) -> None:
    deputy = deputy_of(LSP, world.here)
    approval = asked(world, asked_of=deputy)
    with pytest.raises(RefusedError, match="role"):
        actions.give_approval(viewer=viewer_of(deputy), at=NOW, key=approval.pk)


def test_what_one_records_another_confirms_never_the_same(world: World) -> None:
    manager = world.viewer(Role.BUSINESS_MANAGER)
    approval = asked(world)
    with pytest.raises(RefusedError, match="what shows it"):
        actions.record_approval_elsewhere(
            viewer=manager, at=NOW, key=approval.pk, elsewhere=elsewhere(world, " ")
        )
    with pytest.raises(RefusedError, match="future"):
        actions.record_approval_elsewhere(
            viewer=manager,
            at=NOW,
            key=approval.pk,
            elsewhere=elsewhere(world, day=TODAY + timedelta(days=1)),
        )
    for unseen in (uuid4(), kept(world, world.there).pk):
        with pytest.raises(RefusedError, match="Choose the document"):
            actions.record_approval_elsewhere(
                viewer=manager,
                at=NOW,
                key=approval.pk,
                elsewhere=actions.Elsewhere(TODAY, "Signed on paper", unseen),
            )
    actions.record_approval_elsewhere(
        viewer=manager, at=NOW, key=approval.pk, elsewhere=elsewhere(world)
    )
    with pytest.raises(RefusedError, match="somebody else"):
        actions.confirm_approval(viewer=manager, at=NOW, key=approval.pk)
    chair = world.viewer(Role.PARTNERSHIP_CHAIR)
    assert [one.what for one in needs(chair, today=TODAY)] == [
        "Confirm: The yearly budget, Chief Executive"
    ]
    assert list(needs(manager, today=TODAY)) == []
    actions.confirm_approval(viewer=chair, at=NOW, key=approval.pk)
    approval.refresh_from_db()
    assert approval.state == "GIVEN"
    with pytest.raises(IntegrityError), transaction.atomic():
        Approval.objects.filter(pk=approval.pk).update(
            confirmed_by=approval.recorded_by_id
        )


def test_what_does_not_convince_is_asked_again(world: World) -> None:
    support = world.viewer(Role.BUSINESS_SUPPORT)
    approval = asked(world)
    actions.record_approval_elsewhere(
        viewer=support, at=NOW, key=approval.pk, elsewhere=elsewhere(world)
    )
    with pytest.raises(RefusedError):
        actions.send_back_approval(
            viewer=support, at=NOW, key=approval.pk, reason="Not signed"
        )
    actions.send_back_approval(
        viewer=world.viewer(Role.BUSINESS_MANAGER),
        at=NOW,
        key=approval.pk,
        reason="Not signed",
    )
    approval.refresh_from_db()
    assert (approval.state, approval.recorded_by, approval.how) == ("ASKED", None, "")


def test_a_slot_is_asked_once_until_it_is_refused(world: World) -> None:
    signer = world.person(LSP)
    approval = asked(world, asked_of=signer)
    with pytest.raises(RefusedError, match="already"):
        asked(world)
    actions.refuse_approval(
        viewer=viewer_of(signer), at=NOW, key=approval.pk, reason="Too low"
    )
    again = asked(world)
    actions.withdraw_approval(
        viewer=world.viewer(Role.BUSINESS_MANAGER),
        at=NOW,
        key=again.pk,
        reason="The budget changed",
    )
    again.refresh_from_db()
    assert again.state == "WITHDRAWN"


def test_the_pages_show_only_what_is_theirs(world: World, browse: Browse) -> None:
    signer = world.person(LSP)
    approval = asked(world, asked_of=signer)
    path = f"/approvals/{approval.pk}/"
    assert "Sign this" in browse(signer).get(path).content.decode()
    for role, side, status in (
        (Role.BUSINESS_MANAGER, world.here, 200),
        (Role.BUSINESS_MANAGER, world.there, 404),
        (Role.MEMBER, world.here, 404),
    ):
        assert browse(world.person(role, side)).get(path).status_code == status
    client = browse(world.person(Role.BUSINESS_SUPPORT))
    told = {
        "approved_on_day": "14",
        "approved_on_month": "1",
        "approved_on_year": "2021",
        "how": "Signed on paper",
    }
    assert (
        "Say how it was" in client.post(f"{path}record/", {"how": ""}).content.decode()
    )
    answer = client.post(f"{path}record/", told)
    assert "Choose the document that shows it" in answer.content.decode()
    paper = kept(world, world.here)
    Document.objects.filter(pk=paper.pk).update(body=None, area=world.here.area.code)
    told["evidence"] = str(paper.pk)
    assert client.post(f"{path}record/", told).status_code == 302
    assert "to be confirmed" in client.get(path).content.decode()
    assert client.get("/approvals/").status_code == 200
    assert browse(signer).post(f"{path}give/").status_code == 409
