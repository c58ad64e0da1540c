"""Every write of people: one transaction, one audit event each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator
from django.db.models import Q

from kith.domain.vocabulary.moments import london_day
from kith.web.access.entry.invitations import LASTS, Sent, make_invitation
from kith.web.access.entry.post import nudge
from kith.web.access.models import Delegation, FactorReset, Person, RoleHolding
from kith.web.access.people import policies, queries
from kith.web.access.permissions import Permission as P
from kith.web.access.places import PLACES
from kith.web.access.refusals import locked, refuse_if
from kith.web.access.writing import writing


if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from kith.web.access.roles import Role
    from kith.web.access.viewer import Viewer


RESET_WAITS = timedelta(days=3)
"""How long a second person has to agree; after that it is asked anew."""

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Given:
    """A role as it is given: for an area, from a day, perhaps to a day."""

    role: Role
    area: str
    first_on: date
    last_on: date | None = None
    is_deputy: bool = False
    organisation: str = ""


@dataclass(frozen=True)
class Guest:
    """Who is invited, and for which area."""

    name: str
    email: str
    area: str


def invite_person(
    *, viewer: Viewer, at: datetime, now: datetime, guest: Guest, site: str
) -> Person:
    """The person has an account and, where they have no password yet, a link to one.

    Somebody who serves another area already keeps the account they have: nobody learns
    from the answer whether they had one. ``site`` is where links lead, with its
    closing slash.
    """
    with writing(viewer=viewer, at=at, verb="access.invited") as event:
        refuse_if(policies.why_not_invite(viewer, guest.area))
        email = guest.email.strip().lower()
        known = Person.objects.select_for_update().filter(email__iexact=email).first()
        person = known or Person.objects.create(
            email=email, name=guest.name.strip(), added_at=at
        )
        if not person.is_active:
            _come_back(person, viewer, at)
        _tell(person, _let_in(person, guest, viewer, at, now), site)
        event.about(person, area=guest.area)
    return person


def give_role(
    *, viewer: Viewer, at: datetime, person: UUID, given: Given
) -> RoleHolding:
    """The person holds the role from its first day on; it ends on its last by itself."""
    with writing(viewer=viewer, at=at, verb="access.role_given") as event:
        who = queries.person(viewer, person)
        refuse_if(policies.why_not_give(viewer, who, given.role, given.area))
        refuse_if(policies.why_not_last(given.role, given.first_on, given.last_on))
        holding = RoleHolding.objects.create(
            person=who,
            role=given.role,
            area=given.area,
            organisation=given.organisation,
            is_deputy=given.is_deputy,
            first_on=given.first_on,
            last_on=given.last_on,
            given_by_id=viewer.who,
            given_at=at,
        )
        event.about(who, area=given.area, role=given.role.value)
    return holding


def end_role(
    *, viewer: Viewer, at: datetime, key: UUID, last_on: date, reason: str
) -> RoleHolding:
    """The role ends on this day, earlier than it was meant to."""
    with writing(viewer=viewer, at=at, verb="access.role_ended") as event:
        mine = RoleHolding.objects.filter(person__in=queries.visible_people(viewer))
        holding = locked(mine, key)
        refuse_if(
            policies.why_not_end(viewer, holding, today=at.date(), last_on=last_on)
        )
        holding.last_on = max(last_on, holding.first_on)
        holding.ended_because = reason
        holding.save(update_fields=["last_on", "ended_because"])
        event.about(holding.person, area=holding.area, role=holding.role)
    return holding


def let_go(*, viewer: Viewer, at: datetime, now: datetime, person: UUID) -> Person:
    """The person has left: no sign-in, no open session, no role any more.

    Roles end with the day before; one that began today ends today, and the closed
    account keeps it from being used. Seats stay shown until their group fills them.
    """
    with writing(viewer=viewer, at=at, verb="access.let_go") as event:
        found = queries.visible_people(viewer)
        who = locked(found, person)
        standing = list(RoleHolding.objects.standing_on(at.date()).filter(person=who))
        bodies = queries.bodies_served(viewer, who, day=at.date())
        refuse_if(policies.why_not_let_go(viewer, who, standing, bodies))
        for holding in standing:
            holding.last_on = max(at.date() - ONE_DAY, holding.first_on)
            holding.ended_because = "Left"
            holding.save(update_fields=["last_on", "ended_because"])
        RoleHolding.objects.filter(person=who, first_on__gt=at.date()).delete()
        who.invitations.filter(
            accepted_at__isnull=True, withdrawn_at__isnull=True
        ).update(withdrawn_at=now)
        who.is_active, who.left_at, who.left_by_id = False, at, viewer.who
        who.session_round += 1
        who.save(update_fields=["is_active", "left_at", "left_by", "session_round"])
        event.about(who, roles=len(standing))
    return who


@dataclass(frozen=True)
class Asked:
    """Whose second factor is lost, and how somebody made sure that it is them."""

    person: UUID
    how_checked: str


def ask_reset(
    *, viewer: Viewer, at: datetime, now: datetime, asked: Asked
) -> FactorReset:
    """A reset waits for a second person; nothing has changed yet."""
    with writing(viewer=viewer, at=at, verb="access.reset_asked") as event:
        who = locked(
            queries.visible_people(viewer, P.PEOPLE_FACTOR_RESET), asked.person
        )
        waiting = queries.resets_waiting(viewer, now=now).filter(person=who)
        refuse_if(policies.why_not_ask_reset(viewer, who, has_open=waiting.exists()))
        reset = FactorReset.objects.create(
            person=who,
            how_checked=asked.how_checked,
            asked_by_id=viewer.who,
            asked_at=at,
            open_until=now + RESET_WAITS,
        )
        event.about(who, how=asked.how_checked)
    return reset


def confirm_reset(
    *, viewer: Viewer, at: datetime, now: datetime, key: UUID, site: str
) -> FactorReset:
    """The lost factor is gone, every session too; the next sign-in enrols a new one.

    Two people, so that neither a mistake nor one person's ill will opens an account
    (`domain.md` 17: a factor for every account).
    """
    with writing(viewer=viewer, at=at, verb="access.reset_confirmed") as event:
        reset = locked(queries.visible_resets(viewer), key)
        refuse_if(policies.why_not_confirm_reset(viewer, reset, now=now))
        reset.confirmed_by_id, reset.confirmed_at = viewer.who, at
        reset.save(update_fields=["confirmed_by", "confirmed_at"])
        Authenticator.objects.filter(user_id=reset.person_id).delete()
        who = Person.objects.select_for_update().get(pk=reset.person_id)
        who.session_round += 1
        who.save(update_fields=["session_round"])
        nudge(who, "factor_reset", where=f"{site}account/login/")
        event.about(who)
    return reset


def refuse_reset(
    *, viewer: Viewer, at: datetime, now: datetime, key: UUID
) -> FactorReset:
    """The second person is not sure who asked: the factor stays as it is."""
    with writing(viewer=viewer, at=at, verb="access.reset_refused") as event:
        reset = locked(queries.visible_resets(viewer), key)
        refuse_if(policies.why_not_confirm_reset(viewer, reset, now=now))
        reset.refused_by_id, reset.refused_at = viewer.who, at
        reset.save(update_fields=["refused_by", "refused_at"])
        event.about(reset.person)
    return reset


def say_away(
    *, viewer: Viewer, at: datetime, first_on: date | None, last_on: date | None
) -> Person:
    """The person is away on these days, and hears nothing then; both empty: never."""
    with writing(viewer=viewer, at=at, verb="access.away_said") as event:
        who = queries.own(viewer)
        refuse_if(
            "The last day is before the first."
            if first_on and last_on and last_on < first_on
            else ""
        )
        who.away_first_on, who.away_last_on = first_on, last_on
        who.save(update_fields=["away_first_on", "away_last_on"])
        event.about(who)
    return who


def sign_out_everywhere(*, viewer: Viewer, at: datetime) -> Person:
    """Every session of this person is over, this one too."""
    with writing(viewer=viewer, at=at, verb="access.signed_out_everywhere") as event:
        who = queries.own(viewer)
        who.session_round += 1
        who.save(update_fields=["session_round"])
        event.about(who)
    return who


def _come_back(person: Person, viewer: Viewer, at: datetime) -> None:
    """Whoever left and is invited anew begins anew: nothing of what they had opens.

    Their seats were still shown as theirs, so that the groups would see them to fill.
    """
    PLACES.give_up(person.pk, london_day(person.left_at or at))
    Delegation.objects.filter(
        Q(taker=person) | Q(giver=person), ended_at__isnull=True
    ).update(ended_by=viewer.who, ended_at=at)
    person.is_active, person.left_at, person.left_by = True, None, None
    person.set_unusable_password()


def _let_in(
    person: Person, guest: Guest, viewer: Viewer, at: datetime, now: datetime
) -> Sent | None:
    """A link for whoever has no password yet; the rest keep what they have."""
    if not person.password:
        person.set_unusable_password()
    person.save(update_fields=["is_active", "left_at", "left_by", "password"])
    has_password = person.has_usable_password()
    sent = make_invitation(
        person=person,
        area=guest.area,
        by=viewer.who,
        at=at,
        now=now,
        already_in=has_password,
    )
    return None if has_password else sent


def _tell(person: Person, sent: Sent | None, site: str) -> None:
    if sent is None:
        nudge(person, "welcome_again", where=f"{site}account/login/")
    else:
        where = f"{site}account/invitation/{sent.secret}/"
        nudge(person, "invitation", where=where, days=str(LASTS.days))
