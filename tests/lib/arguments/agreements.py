"""Sharing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kith.web.access.roles import Role
from kith.web.agreements.actions import Terms, agree_agreement, draft_agreement
from kith.web.organisations.models import Employment, Organisation
from tests.lib.world import LONG_AGO, NOW, TODAY, viewer_of


if TYPE_CHECKING:
    from kith.web.agreements.models import SharingAgreement
    from tests.lib.world import Side, World


def terms(side: Side, **other: object) -> Terms:
    """What an agreement of the side's council says."""
    force, _ = Organisation.objects.get_or_create(
        code=f"{side.area.code}-force".lower(), defaults={"name": "An invented force"}
    )
    return Terms(
        **{
            "title": "Notifications of domestic abuse",
            "purpose": "So that the council learns of children in a home with abuse",
            "legal_basis": "Children Act 2004 s11; UK GDPR Art 6(1)(e)",
            "fields": "The child's number, sex, date of birth; the day",
            "controller": side.council,
            "parties": [force],
            "areas": [side.area],
            "feeds": ["police"],
            "first_on": date(2020, 1, 1),
            "last_on": date(2021, 12, 31),
            "review_on": date(2021, 6, 30),
            **other,
        }  # type: ignore[arg-type] # what a test says differently
    )


def drafted(world: World, side: Side) -> tuple[object, ...]:
    """A draft of the side."""
    return (_draft(world, side).pk,)


def agreed(world: World, side: Side) -> tuple[object, ...]:
    """An agreement that holds."""
    draft = _draft(world, side)
    lead = world.person(Role.AGENCY_LEAD, side)
    Employment.objects.get_or_create(
        person=lead, organisation=side.council, first_on=LONG_AGO
    )
    agree_agreement(viewer=viewer_of(lead), at=NOW, key=draft.pk)
    return (draft.pk,)


def _draft(world: World, side: Side) -> SharingAgreement:
    manager = world.viewer(Role.BUSINESS_MANAGER, side)
    assert manager.day == TODAY
    return draft_agreement(viewer=manager, at=NOW, terms=terms(side))


_CONTROLLER = "only a lead who speaks for the controller"

ARGUMENTS_OF = {
    "agreements:detail": agreed,
    "agreements:change": drafted,
    "agreements:agree": drafted,
    "agreements:review": agreed,
    "agreements:renew": agreed,
    "agreements:end": agreed,
}
NARROWER = {
    "agreements:agree": _CONTROLLER,
    "agreements:review": _CONTROLLER,
    "agreements:end": _CONTROLLER,
}
