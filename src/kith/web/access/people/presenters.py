"""People in words: where they stand, what they hold, what can be done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from kith.domain.vocabulary.areas import area_name
from kith.domain.vocabulary.periods import say_day
from kith.web.access.people import policies
from kith.web.access.permissions import Permission as P
from kith.web.access.roles import ROLES, Role
from kith.web.ui.steps import NextStep


if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime
    from uuid import UUID

    from kith.web.access.models import FactorReset, Person, RoleHolding
    from kith.web.access.places import SeatHeld
    from kith.web.access.viewer import Viewer


@dataclass(frozen=True)
class PersonLine:
    """A person as the list shows them."""

    name: str
    url: str
    roles: tuple[str, ...]
    ends: str
    state: str
    tone: str


@dataclass(frozen=True)
class RoleLine:
    """A role that somebody holds, held or will hold."""

    words: str
    duty: str
    where: str
    dates: str
    state: str
    tone: str
    end_url: str


@dataclass(frozen=True)
class ResetLine:
    """A reset that waits for a second person."""

    name: str
    how: str
    asked_by: str
    asked_at: datetime
    confirm_url: str
    refuse_url: str
    why_not: str


def line(person: Person, seats: Sequence[SeatHeld], *, today: date) -> PersonLine:
    """One row of the list."""
    standing: list[RoleHolding] = person.standing  # type: ignore[attr-defined] # prefetched by the query
    words = [f"{one.words}, {where(one)}" for one in standing]
    words += [f"{one.role}, {one.body}" for one in seats]
    ending = [one.last_on for one in standing if one.last_on]
    state, tone = state_of(
        person,
        is_invited=bool(getattr(person, "is_invited", False)),
        has_lapsed=bool(getattr(person, "has_lapsed", False)),
    )
    return PersonLine(
        name=person.name,
        url=reverse("access:person", args=[person.pk]),
        roles=tuple(words),
        ends=f"{say_day(min(ending))}{_in_days(min(ending), today)}" if ending else "",
        state=state,
        tone=tone,
    )


def state_of(person: Person, *, is_invited: bool, has_lapsed: bool) -> tuple[str, str]:
    """Whether somebody can sign in, in words, and the tone of its tag."""
    if not person.is_active:
        return "Left", "done"
    if is_invited:
        return "Invited", ""
    if has_lapsed:
        return "Invitation ran out", "attention"
    return "", ""


def where(holding: RoleHolding) -> str:
    """For which area, in words."""
    return area_name(holding.area) if holding.area else "the platform"


def role_line(
    viewer: Viewer, holding: RoleHolding, *, today: date, names: dict[str, str]
) -> RoleLine:
    """One role with its dates, and whether this viewer can end it."""
    state, tone = _role_state(holding, today)
    why_not = policies.why_not_end(viewer, holding, today=today)
    organisation = names.get(holding.organisation, "")
    return RoleLine(
        words=holding.words,
        duty=ROLES[Role(holding.role)].duty,
        where=", ".join(part for part in (where(holding), organisation) if part),
        dates=dates(holding.first_on, holding.last_on),
        state=state,
        tone=tone,
        end_url="" if why_not else reverse("access:role_end", args=[holding.pk]),
    )


def dates(first_on: date, last_on: date | None) -> str:
    """From a day, and to a day where one is known."""
    if last_on is None:
        return f"from {say_day(first_on)}"
    return f"{say_day(first_on)} to {say_day(last_on)}"


def next_steps(
    viewer: Viewer,
    person: Person,
    standing: Iterable[RoleHolding],
    bodies: frozenset[UUID],
    *,
    has_open_reset: bool,
) -> list[NextStep]:
    """What this viewer can do with the person, and why not the rest."""
    at = [person.pk]
    give = "" if viewer.may(P.PEOPLE_ROLE_GIVE) else policies.NOT_YOURS
    if person.pk == viewer.person:
        give = policies.NOT_YOURSELF
    again = "" if viewer.may(P.PEOPLE_INVITE) else policies.NOT_YOURS
    if person.pk == viewer.person:
        again = policies.NOT_YOURSELF
    elif person.password and person.has_usable_password():
        again = "They have a password. They can ask for a new one when they sign in."
    return [
        NextStep(
            "Give a role", reverse("access:role_give", args=at), give, opens_page=True
        ),
        NextStep(
            "Send a new invitation", reverse("access:invite_again", args=at), again
        ),
        NextStep(
            "Ask for a reset of their second step",
            reverse("access:reset_ask", args=at),
            policies.why_not_ask_reset(viewer, person, has_open=has_open_reset),
            opens_page=True,
        ),
        NextStep(
            "Close their account: they have left",
            reverse("access:let_go", args=at),
            policies.why_not_let_go(viewer, person, standing, bodies),
            opens_page=True,
        ),
    ]


def reset_line(viewer: Viewer, reset: FactorReset, *, now: datetime) -> ResetLine:
    """A reset as the second person sees it."""
    at = [reset.pk]
    return ResetLine(
        name=reset.person.name,
        how=reset.get_how_checked_display(),
        asked_by=reset.asked_by.name,
        asked_at=reset.asked_at,
        confirm_url=reverse("access:reset_confirm", args=at),
        refuse_url=reverse("access:reset_refuse", args=at),
        why_not=policies.why_not_confirm_reset(viewer, reset, now=now),
    )


def areas_of(viewer: Viewer, permission: P) -> list[tuple[str, str]]:
    """The areas in which the viewer may do this, as choices."""
    return sorted(
        ((code, area_name(code)) for code in viewer.areas(permission)),
        key=lambda one: one[1],
    )


def _role_state(holding: RoleHolding, today: date) -> tuple[str, str]:
    if holding.first_on > today:
        return "Begins later", ""
    if holding.last_on is None or holding.last_on > today:
        return "Holds it", ""
    if holding.last_on == today:
        return "Ends today", "attention"
    because = f": {holding.ended_because}" if holding.ended_because else ""
    return f"Over{because}", "done"


def _in_days(day: date, today: date) -> str:
    left = (day - today).days
    if left == 0:
        return " (today)"
    return f" (in {left} {'day' if left == 1 else 'days'})"
