"""An agreement is drafted, agreed, renewed and ended; who may, and who may not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.http import Http404

from kith.domain.rules.sharing import Verdict
from kith.domain.vocabulary.periods import Period
from kith.web.access.refusals import RefusedError
from kith.web.access.roles import Role
from kith.web.agreements import queries
from kith.web.agreements.actions import (
    Decided,
    Withheld,
    agree_agreement,
    change_agreement,
    decide_override,
    draft_agreement,
    end_agreement,
    record_withholding,
    renew_agreement,
    review_agreement,
)
from kith.web.agreements.registration import needs
from kith.web.audit.models import Event
from kith.web.organisations.models import Employment, Organisation
from tests.lib.arguments.agreements import terms
from tests.lib.world import LONG_AGO, NOW, TODAY, viewer_of


if TYPE_CHECKING:
    from django.test import Client

    from kith.web.access.viewer import Viewer
    from kith.web.agreements.models import SharingAgreement
    from tests.lib.world import Side, World


QUARTER = Period(date(2020, 10, 1), date(2020, 12, 31))


def lead_of(world: World, side: Side) -> Viewer:
    """The agency lead of the side, who works for its council."""
    lead = world.person(Role.AGENCY_LEAD, side)
    Employment.objects.get_or_create(
        person=lead, organisation=side.council, first_on=LONG_AGO
    )
    return viewer_of(lead)


@pytest.fixture
def manager(world: World) -> Viewer:
    return world.viewer(Role.BUSINESS_MANAGER)


@pytest.fixture
def lead(world: World) -> Viewer:
    return lead_of(world, world.here)


@pytest.fixture
def draft(world: World, manager: Viewer) -> SharingAgreement:
    return draft_agreement(viewer=manager, at=NOW, terms=terms(world.here))


def verdict(world: World, viewer: Viewer, feed: str = "police") -> Verdict:
    here = world.here
    return queries.sharing_of(
        viewer, feed, here.council, here.area.code, QUARTER, TODAY
    ).verdict


def test_rows_about_children_wait_for_the_controller(
    world: World, manager: Viewer, lead: Viewer, draft: SharingAgreement
) -> None:
    """
    | what stands | police rows | figures |
    | a draft     | refused     | warned  |
    | agreed      | allowed     | warned  |
    | ended       | refused     | warned  |
    """
    assert draft.reference == "SHARING/NORTH-SOMERSET/2021/01"
    assert verdict(world, lead) is Verdict.REFUSED
    assert verdict(world, lead, "aggregate") is Verdict.WARNED
    with pytest.raises(RefusedError, match="speaks for the controller"):
        agree_agreement(viewer=manager, at=NOW, key=draft.pk)
    agree_agreement(viewer=lead, at=NOW, key=draft.pk)
    assert verdict(world, lead) is Verdict.ALLOWED
    assert verdict(world, lead, "aggregate") is Verdict.WARNED
    with pytest.raises(RefusedError, match="Give the reason"):
        end_agreement(viewer=lead, at=NOW, key=draft.pk, words=" ")
    end_agreement(viewer=lead, at=NOW, key=draft.pk, words="The force left")
    assert verdict(world, lead) is Verdict.REFUSED
    verbs = Event.objects.filter(noun="agreements").order_by("sequence")
    assert list(verbs.values_list("verb", flat=True)) == [
        "agreements.drafted",
        "agreements.agreed",
        "agreements.ended",
    ]


def test_only_a_draft_is_changed_and_only_by_who_keeps_the_area(
    world: World, manager: Viewer, lead: Viewer, draft: SharingAgreement
) -> None:
    changed = terms(world.here, title="Notifications, as reworded")
    with pytest.raises(Http404):
        change_agreement(
            viewer=world.viewer(Role.BUSINESS_MANAGER, world.there),
            at=NOW,
            key=draft.pk,
            terms=changed,
        )
    with pytest.raises(RefusedError, match="keep its agreements"):
        change_agreement(viewer=lead, at=NOW, key=draft.pk, terms=changed)
    elsewhere = terms(world.here, areas=[world.there.area])
    with pytest.raises(RefusedError, match="at least one area"):
        change_agreement(viewer=manager, at=NOW, key=draft.pk, terms=elsewhere)
    saved = change_agreement(viewer=manager, at=NOW, key=draft.pk, terms=changed)
    assert saved.title == "Notifications, as reworded"
    agree_agreement(viewer=lead, at=NOW, key=draft.pk)
    with pytest.raises(RefusedError, match="would have to be draft"):
        change_agreement(viewer=manager, at=NOW, key=draft.pk, terms=changed)


def test_a_renewal_follows_without_a_gap_once_it_is_agreed(
    manager: Viewer, lead: Viewer, draft: SharingAgreement
) -> None:
    agree_agreement(viewer=lead, at=NOW, key=draft.pk)
    next_ = renew_agreement(viewer=manager, at=NOW, key=draft.pk, last_on=None)
    draft.refresh_from_db()
    assert (draft.last_on, next_.first_on) == (date(2021, 12, 31), date(2022, 1, 1))
    with pytest.raises(RefusedError, match="renewed already"):
        renew_agreement(viewer=manager, at=NOW, key=draft.pk, last_on=None)
    assert [one.url for one in needs(lead, today=TODAY)] == [
        f"/agreements/{next_.pk}/",
    ]
    agree_agreement(viewer=lead, at=NOW, key=next_.pk)
    assert list(needs(lead, today=TODAY)) == []


def test_no_renewal_ends_what_another_controller_agreed(
    world: World, manager: Viewer, lead: Viewer, draft: SharingAgreement
) -> None:
    agree_agreement(viewer=lead, at=NOW, key=draft.pk)
    next_ = renew_agreement(viewer=manager, at=NOW, key=draft.pk, last_on=None)
    theirs = terms(world.here, controller=world.there.council)
    with pytest.raises(RefusedError, match="only that controller ends"):
        change_agreement(viewer=manager, at=NOW, key=next_.pk, terms=theirs)
    own = terms(world.here, title="Reworded")
    change_agreement(viewer=manager, at=NOW, key=next_.pk, terms=own)


def test_an_agreement_that_lapses_is_said_to_who_can_renew_it(
    world: World, manager: Viewer, lead: Viewer, draft: SharingAgreement
) -> None:
    agree_agreement(viewer=lead, at=NOW, key=draft.pk)
    review_agreement(
        viewer=lead, at=NOW, key=draft.pk, next_on=date(2022, 6, 1), words="It stands"
    )
    long_before, near, after = date(2021, 9, 1), date(2021, 10, 3), date(2022, 1, 1)
    assert list(needs(manager, today=long_before)) == []
    assert "ends soon" in next(iter(needs(manager, today=near))).why
    assert "has lapsed" in next(iter(needs(lead, today=after))).why
    scrutineer = world.viewer(Role.INDEPENDENT_SCRUTINEER)
    assert list(needs(scrutineer, today=after)) == []


def test_a_controller_may_share_without_one_for_a_reason(
    world: World, lead: Viewer
) -> None:
    here = world.here
    decided = Decided(
        controller=here.council,
        area=here.area,
        feed="police",
        first_on=QUARTER.first,
        last_on=QUARTER.last,
        reason="The renewal waits for a signature",
        legal_basis="Children Act 2004 s11; UK GDPR Art 6(1)(e)",
    )
    partner = world.viewer(Role.DELEGATED_SAFEGUARDING_PARTNER)
    with pytest.raises(RefusedError, match="speaks for the controller"):
        decide_override(viewer=partner, at=NOW, decided=decided)
    assert verdict(world, lead) is Verdict.REFUSED
    decide_override(viewer=lead, at=NOW, decided=decided)
    assert verdict(world, lead) is Verdict.ALLOWED
    later = Period(date(2021, 1, 1), date(2021, 3, 31))

    def basis(period: Period) -> str:
        place = (here.council, here.area.code)
        return queries.basis_of(lead, "police", *place, period, TODAY)

    assert basis(QUARTER).startswith("Decision of the controller: Children Act")
    assert basis(later) == ""
    assert (
        queries.sharing_of(
            lead, "police", here.council, here.area.code, later, TODAY
        ).verdict
        is Verdict.REFUSED
    )


def test_a_decision_not_to_share_is_kept_with_its_reason_and_names_nobody(
    world: World, lead: Viewer
) -> None:
    here = world.here
    other = Organisation.objects.create(code="trust", name="An invented trust")

    def decision(**differently: object) -> Withheld:
        return Withheld(
            **{
                "area": here.area,
                "holder": here.council,
                "asked_by": other,
                "what": "Addresses of refuges in the list of plans",
                "reason": "Sharing them would be more detrimental than not",
                "decided_on": TODAY,
                **differently,
            }  # type: ignore[arg-type] # what a test says differently
        )

    with pytest.raises(RefusedError, match="decides for itself"):
        record_withholding(
            viewer=lead, at=NOW, withheld=decision(holder=other, asked_by=here.council)
        )
    named = decision(what="Whatever concerns Maisie Brown")
    with pytest.raises(RefusedError, match="looks like a name"):
        record_withholding(viewer=lead, at=NOW, withheld=named)
    made = record_withholding(viewer=lead, at=NOW, withheld=decision())
    assert made.reference == "NOT-SHARED/NORTH-SOMERSET/2021/01"
    scrutineer = world.viewer(Role.INDEPENDENT_SCRUTINEER)
    there = world.viewer(Role.INDEPENDENT_SCRUTINEER, world.there)
    assert list(queries.withholdings(lead)) == [made]
    assert list(queries.withholdings(scrutineer)) == [made]
    assert list(queries.withholdings(there)) == []


def test_the_public_register_has_purposes_and_no_security_detail(
    client: Client, manager: Viewer, lead: Viewer, world: World
) -> None:
    secret = "The key lies in the second safe"
    drafted = draft_agreement(
        viewer=manager, at=NOW, terms=terms(world.here, security=secret)
    )
    empty = client.get("/register-of-flows/").content.decode()
    assert "No agreement has been made yet" in empty
    agree_agreement(viewer=lead, at=NOW, key=drafted.pk)
    page = client.get("/register-of-flows/").content.decode()
    assert drafted.purpose in page
    assert drafted.legal_basis in page
    assert secret not in page
    assert lead.name not in page
