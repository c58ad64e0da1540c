"""The example's arrangements, terms of reference and budget: written, signed, in force."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from kith.domain.vocabulary.markings import Marking
from kith.web.approvals.actions import (
    Elsewhere,
    confirm_approval,
    give_approval,
    record_approval_elsewhere,
)
from kith.web.approvals.queries import approvals_of
from kith.web.bodies.actions import approve_terms, draft_terms, publish_terms
from kith.web.bodies.actions.terms import consult_on_terms
from kith.web.documents.actions import About, add_document
from kith.web.documents.files import accepted
from kith.web.organisations.actions import (
    ArrangementsDraft,
    Signatory,
    approve_arrangements,
    ask_signatures,
    consult_on_arrangements,
    draft_arrangements,
    publish_arrangements,
    record_acceptance,
)
from kith.web.organisations.models import Sector
from kith.web.site.example.beginning import HERE, MANAGER


if TYPE_CHECKING:
    from uuid import UUID

    from kith.web.site.example.timeline import Timeline


SECOND, PARTNER = "business.support", "council.partner"
OFFICES = {
    Sector.COUNCIL: ("Chief executive, North Somerset Council", "council.lead"),
    Sector.HEALTH: ("Accountable officer, clinical commissioning group", "health.lead"),
    Sector.POLICE: ("Chief constable, Avon and Somerset Police", "police.lead"),
}
OFF_THE_SYSTEM = Sector.POLICE
"""A chief constable does not log in: what they signed is recorded and confirmed."""

LETTER = "The chief constable signed this on paper. Invented text.\n"


def add_arrangements(timeline: Timeline) -> None:
    """The published arrangements of the report's first page."""
    timeline.add(date(2019, 6, 26), lambda at: _arrange(timeline, at), minutes=30)


def _arrange(timeline: Timeline, at: datetime) -> None:
    manager = timeline.viewer(MANAGER, at)
    version = draft_arrangements(
        viewer=manager,
        at=at,
        partnership=timeline.find("partnership", "north-somerset"),
        draft=ArrangementsDraft(
            title="Arrangements to keep children safe in North Somerset",
            text="How council, police and NHS work together, and with whom.",
            scrutiny_plan="One scrutineer for five areas, with a yearly plan.",
            review_on=date(2021, 6, 30),
            agencies=tuple(
                timeline.find("organisation", code)
                for code in ("schools", "voluntary-sector", "probation-service")
            ),
        ),
    )
    key = version.pk
    consult_on_arrangements(viewer=manager, at=at, key=key)
    partner = timeline.viewer(PARTNER, at)
    approve_arrangements(viewer=partner, at=at, key=key)
    ask_signatures(
        viewer=manager,
        at=at,
        key=key,
        signatories={
            sector: Signatory(office, timeline.find("person", mailbox))
            for sector, (office, mailbox) in OFFICES.items()
        },
    )
    sign_all(timeline, "organisations", key, at)
    publish_arrangements(viewer=manager, at=at, key=key)
    for agency in version.agencies.select_related("organisation"):
        if agency.organisation.code != "probation-service":
            record_acceptance(
                viewer=manager,
                at=at,
                key=agency.pk,
                by_whom="Its safeguarding lead",
                on=at.date(),
                evidence="A letter of acceptance",
            )


def sign_all(timeline: Timeline, noun: str, key: UUID, at: datetime) -> None:
    """Two sign here; the third signed on paper, which two people attest."""
    manager = timeline.viewer(MANAGER, at)
    for asked in approvals_of(manager, noun, key):
        sector = Sector(asked.slot)
        if sector is not OFF_THE_SYSTEM:
            signer = timeline.viewer(OFFICES[sector][1], at)
            give_approval(viewer=signer, at=at, key=asked.pk)
            continue
        document = add_document(
            viewer=manager,
            at=at,
            about=About(
                title="Letter of the chief constable",
                marking=Marking.PARTNER,
                owner=timeline.find("person", MANAGER),
                area=HERE,
                dated_on=at.date(),
            ),
            file=accepted(LETTER.encode()),
        )
        record_approval_elsewhere(
            viewer=manager,
            at=at,
            key=asked.pk,
            elsewhere=Elsewhere(at.date(), "Signed on paper", document.pk),
        )
        confirm_approval(viewer=timeline.viewer(SECOND, at), at=at, key=asked.pk)


def add_terms(timeline: Timeline, told: dict[str, Any]) -> None:
    """A body's first terms of reference, approved by the body above it."""
    if told["code"] in ("executive", "strategic_partnership", "covid_forum"):
        return
    timeline.add(date(2019, 11, 18), lambda at: _terms(timeline, told, at), minutes=70)


def _terms(timeline: Timeline, told: dict[str, Any], at: datetime) -> None:
    manager = timeline.viewer(MANAGER, at)
    terms = draft_terms(
        viewer=manager,
        at=at,
        body=timeline.find("body", told["code"]),
        text=told["purpose"],
        review_on=date(2021, 1, 29),
    )
    consult_on_terms(viewer=manager, at=at, key=terms.pk)
    approve_terms(viewer=timeline.viewer(PARTNER, at), at=at, key=terms.pk)
    publish_terms(viewer=manager, at=at, key=terms.pk)
