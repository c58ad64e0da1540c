"""Bodies: opened, drawn, governed by their terms, closed by the body above."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.access.viewer import Viewer
from kith.web.approvals.actions import (
    Elsewhere,
    confirm_approval,
    give_approval,
    record_approval_elsewhere,
)
from kith.web.approvals.models import Approval
from kith.web.audit.models import Event
from kith.web.bodies import actions, queries
from kith.web.bodies.models import Body, Seat, TermsOfReference
from kith.web.organisations.actions import Signatory
from tests.lib.arguments.documents import kept
from tests.lib.world import NOW, TODAY, World, viewer_of


if TYPE_CHECKING:
    from django.test import Client


Browse = "Callable[[Person], Client]"


def covid_forum(world: World) -> Body:
    return actions.open_body(
        viewer=world.viewer(Role.BUSINESS_MANAGER),
        at=NOW,
        details=actions.BodyDetails(
            name="Covid forum",
            kind="TASK_AND_FINISH",
            areas=[world.here.area],
            parent=world.here.body,
            purpose="Supports every partner through the pandemic.",
            cadence=actions.Cadence(2, "WEEK", 3),
            quorum=actions.QuorumTerms(all_sectors=True),
            opened_on=date(2020, 4, 1),
        ),
    )


def test_a_task_and_finish_group_is_commissioned_and_closed_by_its_parent(
    world: World,
) -> None:
    forum = covid_forum(world)
    manager = world.viewer(Role.BUSINESS_MANAGER)
    assert forum.state == "COMMISSIONED"
    actions.start_group(viewer=manager, at=NOW, key=forum.pk)
    actions.report_group(viewer=manager, at=NOW, key=forum.pk, words="All done.")
    with pytest.raises(RefusedError):
        actions.close_body(
            viewer=world.viewer(Role.BUSINESS_SUPPORT),
            at=NOW,
            key=forum.pk,
            on=TODAY,
            reason="Done",
        )
    actions.close_body(
        viewer=manager, at=NOW, key=forum.pk, on=date(2020, 12, 17), reason="Done"
    )
    forum.refresh_from_db()
    assert (forum.state, forum.closed_because) == ("CLOSED", "Done")
    assert [one.verb for one in Event.objects.order_by("sequence")] == [
        "bodies.opened",
        "bodies.started",
        "bodies.reported",
        "bodies.closed",
    ]


def test_a_group_with_open_groups_below_it_stays_open(world: World) -> None:
    covid_forum(world)
    with pytest.raises(RefusedError, match="report to it"):
        actions.close_body(
            viewer=world.viewer(Role.BUSINESS_MANAGER),
            at=NOW,
            key=world.here.body.pk,
            on=TODAY,
            reason="Done",
        )


def test_no_group_reports_to_one_below_it(world: World) -> None:
    forum = covid_forum(world)
    with pytest.raises(RefusedError, match="below it"):
        actions.edit_body(
            viewer=world.viewer(Role.BUSINESS_MANAGER),
            at=NOW,
            key=world.here.body.pk,
            details=actions.BodyDetails(
                name="Executive",
                kind="EXECUTIVE",
                areas=[world.here.area],
                parent=forum,
            ),
        )


def test_the_structure_is_as_it_was_on_the_day(world: World) -> None:
    forum = covid_forum(world)
    manager = world.viewer(Role.BUSINESS_MANAGER)
    actions.close_body(
        viewer=manager, at=NOW, key=forum.pk, on=date(2020, 12, 17), reason="Done"
    )
    names = lambda on: [  # noqa: E731 - asked three times
        child.name
        for root in queries.structure(manager, on=on)
        for child in root.members
    ]
    assert names(date(2020, 3, 31)) == []
    assert names(date(2020, 12, 17)) == ["Covid forum"]
    assert names(TODAY) == []


def test_the_public_sees_groups_and_the_chairs_organisation_but_no_name(
    world: World, client: Client
) -> None:
    chair = world.person(Role.GROUP_CHAIR)
    roots = queries.public_structure(Viewer.public(), on=TODAY)
    assert {one.name for one in roots} == {
        "North Somerset Executive",
        "Bristol Executive",
    }
    page = client.get("/structure/").content.decode()
    assert "North Somerset Executive" in page
    assert "chaired by North Somerset Council" in page
    assert chair.name not in page
    assert "<svg" in page
    before = client.get("/structure/?on=2018-01-01").content.decode()
    assert "No group is recorded" in before


def test_terms_are_approved_by_the_body_above_and_replaced(world: World) -> None:
    forum = covid_forum(world)
    manager = world.viewer(Role.BUSINESS_MANAGER)
    partner = world.viewer(Role.DELEGATED_SAFEGUARDING_PARTNER)

    def in_force() -> TermsOfReference:
        terms = actions.draft_terms(
            viewer=manager, at=NOW, body=forum, text="What it is for.", review_on=TODAY
        )
        actions.consult_on_terms(viewer=manager, at=NOW, key=terms.pk)
        with pytest.raises(RefusedError, match="above"):
            actions.approve_terms(viewer=manager, at=NOW, key=terms.pk)
        with pytest.raises(RefusedError):
            actions.publish_terms(viewer=manager, at=NOW, key=terms.pk)
        actions.approve_terms(viewer=partner, at=NOW, key=terms.pk)
        with pytest.raises(RefusedError, match="Only a draft"):
            actions.edit_terms(viewer=manager, at=NOW, key=terms.pk, text="Other.")
        return actions.publish_terms(viewer=manager, at=NOW, key=terms.pk)

    first, second = in_force(), in_force()
    first.refresh_from_db()
    assert (first.state, second.state) == ("SUPERSEDED", "PUBLISHED")
    assert list(queries.terms_to_review(manager, today=TODAY)) == [second]
    other = world.viewer(Role.BUSINESS_MANAGER, world.there)
    assert not queries.terms_to_review(other, today=TODAY).exists()


def signed_by_three(world: World, terms: TermsOfReference) -> None:
    """The council signs here; two sign elsewhere, which two people attest."""
    manager = world.viewer(Role.BUSINESS_MANAGER)
    council = world.person(Role.LEAD_SAFEGUARDING_PARTNER)
    actions.ask_to_sign_terms(
        viewer=manager,
        at=NOW,
        key=terms.pk,
        signatories={
            "COUNCIL": Signatory("Chief Executive", council),
            "HEALTH": Signatory("Accountable Officer"),
            "POLICE": Signatory("Chief Constable"),
        },
    )
    own = Approval.objects.get(asked_of=council)
    give_approval(viewer=viewer_of(council), at=NOW, key=own.pk)
    for one in Approval.objects.filter(noun="bodies", asked_of=None):
        terms.refresh_from_db()
        assert terms.state == "APPROVED"
        record_approval_elsewhere(
            viewer=world.viewer(Role.BUSINESS_SUPPORT),
            at=NOW,
            key=one.pk,
            elsewhere=Elsewhere(TODAY, "Signed", kept(world, world.here).pk),
        )
        confirm_approval(viewer=manager, at=NOW, key=one.pk)


def test_terms_of_a_body_with_nobody_above_take_three_signatures(
    world: World, browse: Browse
) -> None:
    manager = world.viewer(Role.BUSINESS_MANAGER)
    terms = actions.draft_terms(
        viewer=manager, at=NOW, body=world.here.body, text="What it is for."
    )
    actions.consult_on_terms(viewer=manager, at=NOW, key=terms.pk)
    with pytest.raises(RefusedError):
        signed_by_three(world, terms)
    partner = world.viewer(Role.DELEGATED_SAFEGUARDING_PARTNER)
    actions.approve_terms(viewer=partner, at=NOW, key=terms.pk)
    with pytest.raises(RefusedError, match="three partners sign"):
        actions.publish_terms(viewer=manager, at=NOW, key=terms.pk)
    client = browse(world.person(Role.BUSINESS_MANAGER))
    assert client.get(f"/terms/{terms.pk}/sign/").status_code == 200
    signed_by_three(world, terms)
    with pytest.raises(RefusedError):
        signed_by_three(world, terms)
    terms.refresh_from_db()
    assert terms.state == "SIGNED"
    page = client.get(f"/terms/{terms.pk}/").content.decode()
    assert "Chief Constable" in page
    actions.publish_terms(viewer=manager, at=NOW, key=terms.pk)
    for verb in ("terms_signatures_asked", "terms_signed", "terms_in_force"):
        assert Event.objects.filter(verb=f"bodies.{verb}").count() == 1


def test_only_a_body_with_nobody_above_asks_for_signatures(
    world: World, browse: Browse
) -> None:
    forum = covid_forum(world)
    manager = world.viewer(Role.BUSINESS_MANAGER)
    terms = actions.draft_terms(
        viewer=manager, at=NOW, body=forum, text="What it is for."
    )
    client = browse(world.person(Role.BUSINESS_MANAGER))
    answer = client.get(f"/terms/{terms.pk}/sign/")
    assert answer.status_code == 409
    assert "group above approves" in answer.content.decode()


def test_the_rotation_says_whose_turn_is_next(world: World) -> None:
    manager = world.viewer(Role.BUSINESS_MANAGER)
    actions.plan_rotation(
        viewer=manager,
        at=NOW,
        key=world.here.body.pk,
        order=[world.here.council, world.there.council],
        term_months=12,
        first_from=date(2020, 2, 1),
    )
    turns = queries.rotation_of(manager, world.here.body, on=TODAY)
    assert turns is not None
    assert (turns.now, turns.then) == (world.here.council, world.there.council)
    assert turns.then_from == date(2021, 2, 1)
    assert [body for body, _ in queries.turns_due(manager, today=TODAY)] == [
        world.here.body
    ]


def test_the_pages_open_for_their_own_and_for_nobody_else(
    world: World, browse: Browse
) -> None:
    forum = covid_forum(world)
    actions.link_body(
        viewer=world.viewer(Role.BUSINESS_MANAGER),
        at=NOW,
        key=forum.pk,
        name="Improvement Board",
    )
    manager = browse(world.person(Role.BUSINESS_MANAGER))
    for path in (
        "",
        "edit/",
        "close/",
        "link/",
        "rotation/",
        "seats/new/",
        "terms/new/",
    ):
        assert manager.get(f"/groups/{forum.pk}/{path}").status_code == 200, path
    for path in ("/groups/", "/groups/?closed=1", "/groups/structure/", "/groups/new/"):
        assert manager.get(path).status_code == 200, path
    page = manager.get(f"/groups/{forum.pk}/").content.decode()
    assert "Every 2 weeks, on a Thursday" in page
    assert "Improvement Board" in page
    stranger = browse(world.person(Role.BUSINESS_MANAGER, world.there))
    assert stranger.get(f"/groups/{forum.pk}/").status_code == 404


def test_the_form_opens_a_group(world: World, browse: Browse) -> None:
    client = browse(world.person(Role.BUSINESS_MANAGER))
    told = {
        "name": "Reviews group",
        "kind": "SUB_GROUP",
        "parent": str(world.here.body.pk),
        "areas": [world.here.area.code],
        "cadence_every": "3",
    }
    page = client.post("/groups/new/", told).content.decode()
    assert "every how many weeks or months" in page
    answer = client.post("/groups/new/", {**told, "cadence_unit": "MONTH"})
    assert answer.status_code == 302, answer.content.decode()
    made = Body.objects.get(name="Reviews group")
    seat = client.post(
        f"/groups/{made.pk}/seats/new/",
        {
            "role": "member",
            "organisation": str(world.here.council.pk),
            "first_on_day": "15",
            "first_on_month": "1",
            "first_on_year": "2021",
            "is_voting": "on",
        },
    )
    assert seat.status_code == 302, seat.content.decode()
    assert Seat.objects.get(body=made).person is None


def test_a_page_of_groups_costs_the_same_for_many(
    world: World, browse: Browse, django_assert_max_num_queries
) -> None:
    manager = world.viewer(Role.BUSINESS_MANAGER)
    for number in range(30):
        actions.open_body(
            viewer=manager,
            at=NOW,
            details=actions.BodyDetails(
                name=f"Group {number}",
                kind="SUB_GROUP",
                areas=[world.here.area],
                parent=world.here.body,
            ),
        )
    client = browse(world.person(Role.BUSINESS_MANAGER))
    with django_assert_max_num_queries(25):
        client.get("/groups/")
    with django_assert_max_num_queries(20):
        client.get("/groups/structure/")
