"""Makes a partnership's first day: nobody could be invited by anybody yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.text import slugify

from kith.domain.vocabulary.actors import Actor
from kith.web.access.entry.invitations import make_invitation
from kith.web.access.models import Person, RoleHolding
from kith.web.access.roles import Role
from kith.web.audit.recording import recorded
from kith.web.organisations.models import (
    Area,
    Employment,
    Footprint,
    Organisation,
    Partnership,
    Sector,
)
from kith.web.organisations.models.organisations import OrganisationKind


if TYPE_CHECKING:
    from datetime import datetime

    from kith.web.site.first_day import FirstDay


def why_not_set_up() -> str:
    """Why a first day cannot be made here: there was one."""
    if Person.objects.exists() or Partnership.objects.exists():
        return (
            "this partnership is set up already; its business manager invites everybody "
            "else"
        )
    return ""


def set_up(*, day: FirstDay, at: datetime, now: datetime) -> str:
    """The partnership stands, and its first business manager is invited.

    Gives the link of the invitation, which is known only now.
    """
    actor = Actor.platform("set-up")
    with recorded(actor=actor, at=at, verb="access.set_up") as event:
        council = _places(day)
        person = Person.objects.create(email=day.email, name=day.manager, added_at=at)
        person.set_unusable_password()
        person.save(update_fields=["password"])
        Employment.objects.create(
            person=person, organisation=council, first_on=at.date()
        )
        for code, _ in day.areas:
            RoleHolding.objects.create(
                person=person,
                role=Role.BUSINESS_MANAGER,
                area=code,
                organisation=council.code,
                first_on=at.date(),
                given_at=at,
            )
        sent = make_invitation(
            person=person, area=day.areas[0][0], by=None, at=at, now=now
        )
        event.about(person, areas=[code for code, _ in day.areas])
    return f"{day.site}/account/invitation/{sent.secret}/"


def why_not_let_in(email: str, *, at: datetime) -> str:
    """Why no link can be made for this address: only for whoever can invite the rest.

    After an archive was read in, nobody has a password, so nobody could invite anybody.
    """
    person = Person.objects.filter(email__iexact=email, is_active=True).first()
    if person is None or not _managed_by(person, at):
        return "no business manager of this partnership has that address"
    if person.password and person.has_usable_password():
        return "they have a password; they can ask for a new one where they sign in"
    return ""


def let_in(*, email: str, site: str, at: datetime, now: datetime) -> str:
    """A business manager without a password may come in by the link that this gives."""
    person = Person.objects.get(email__iexact=email, is_active=True)
    area = _managed_by(person, at)
    actor = Actor.platform("set-up")
    with recorded(actor=actor, at=at, verb="access.let_in_again") as event:
        sent = make_invitation(person=person, area=area, by=None, at=at, now=now)
        event.about(person, area=area)
    return f"{site}/account/invitation/{sent.secret}/"


def _managed_by(person: Person, at: datetime) -> str:
    """An area that the person manages on the day; empty where there is none."""
    held = RoleHolding.objects.standing_on(at.date()).filter(
        person=person, role=Role.BUSINESS_MANAGER
    )
    return str(held.order_by("area").values_list("area", flat=True).first() or "")


def _places(day: FirstDay) -> Organisation:
    """Areas, the partnership over them, and whoever employs its manager."""
    partnership = Partnership.objects.create(
        code=slugify(day.partnership)[:60], name=day.partnership
    )
    council = Organisation.objects.create(
        code=slugify(day.organisation)[:60],
        name=day.organisation,
        kind=OrganisationKind.COUNCIL,
        sector=Sector.COUNCIL,
    )
    for code, name in day.areas:
        area = Area.objects.create(code=code, name=name)
        partnership.areas.add(area)
        Footprint.objects.create(organisation=council, area=area)
    return council
