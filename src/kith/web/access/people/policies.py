"""What may be done with people and their roles, and why not.

Each question is one function that answers with the reason why not, and with nothing
where it may be: the button asks it, and so does the action.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from kith.web.access.permissions import Permission as P
from kith.web.access.roles import ROLES, Role, Scope


if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime
    from uuid import UUID

    from kith.web.access.models import FactorReset, Person, RoleHolding
    from kith.web.access.viewer import Viewer


NOT_YOURS = "Your role does not allow it for this person."
NOT_THERE = "Your role does not allow it for this area."
NOT_YOURSELF = "Nobody does this for themselves: ask a colleague."


def why_not_invite(viewer: Viewer, area: str) -> str:
    """Why this viewer cannot invite somebody for the area; empty where they can."""
    return "" if viewer.may(P.PEOPLE_INVITE, area=area) else NOT_THERE


def why_not_give(viewer: Viewer, person: Person, role: Role, area: str) -> str:
    """Why this viewer cannot give the person a role for the area.

    Nobody gives themselves a role: whoever keeps the list could otherwise make
    themselves a safeguarding partner (`domain.md` 17: deny by default).
    """
    if not viewer.may(P.PEOPLE_ROLE_GIVE, area=area):
        return NOT_THERE
    if person.pk == viewer.person:
        return NOT_YOURSELF
    if ROLES[role].scope is Scope.BODY:
        return "This role comes from a seat in a group: fill the seat there."
    return ""


def why_not_last(role: Role, first_on: date, last_on: date | None) -> str:
    """Why a role cannot last so long: some are never given without an end."""
    limit = ROLES[role].ends_within_days
    if last_on is not None and last_on < first_on:
        return "The last day is before the first."
    if limit is None:
        return ""
    if last_on is None or last_on > first_on + timedelta(days=limit):
        return (
            f"This role ends within {limit} days of its first day: give its last day."
        )
    return ""


def why_not_end(
    viewer: Viewer, holding: RoleHolding, *, today: date, last_on: date | None = None
) -> str:
    """Why this viewer cannot end the role, on this day where one is said.

    An end is never later than the one that stands: it would give the role anew, and
    nobody gives one to themselves.
    """
    if not viewer.may(P.PEOPLE_ROLE_GIVE, area=holding.area or None):
        return NOT_THERE
    if holding.last_on is not None and holding.last_on < today:
        return "It is over already."
    if last_on and holding.last_on is not None and last_on > holding.last_on:
        return "It ends before that day already. Give the role anew instead."
    return ""


def why_not_let_go(
    viewer: Viewer,
    person: Person,
    standing: Iterable[RoleHolding],
    bodies: frozenset[UUID],
) -> str:
    """Why this viewer cannot close the person's account.

    One account serves all areas, so only who keeps the list of every area and every
    group (``bodies``) in which the person serves may close it; the others end the roles
    of their own area.
    """
    if not viewer.may(P.PEOPLE_ROLE_GIVE):
        return NOT_YOURS
    if person.pk == viewer.person:
        return NOT_YOURSELF
    if not person.is_active:
        return "The account is closed already."
    areas = {one.area for one in standing if one.area}
    is_kept = bodies <= viewer.bodies(P.PEOPLE_ROLE_GIVE)
    if not is_kept or not areas <= viewer.areas(P.PEOPLE_ROLE_GIVE):
        return "They serve another area too. End the roles of your own area instead."
    return ""


def why_not_ask_reset(viewer: Viewer, person: Person, *, has_open: bool) -> str:
    """Why this viewer cannot ask for the person's second factor to be given up."""
    if not viewer.may(P.PEOPLE_FACTOR_RESET):
        return NOT_YOURS
    if person.pk == viewer.person:
        return NOT_YOURSELF
    if not person.is_active:
        return "The account is closed."
    return "A reset is asked for already, and waits for a second person." * has_open


def why_not_confirm_reset(viewer: Viewer, reset: FactorReset, *, now: datetime) -> str:
    """Why this viewer cannot be the second person."""
    if not viewer.may(P.PEOPLE_FACTOR_RESET):
        return NOT_YOURS
    if reset.confirmed_at or reset.refused_at:
        return "It is settled already."
    if reset.open_until <= now:
        return "It was asked too long ago. Ask again."
    if reset.person_id == viewer.person:
        return NOT_YOURSELF
    if reset.asked_by_id == viewer.person:
        return "You asked for it: a second person must agree."
    return ""
