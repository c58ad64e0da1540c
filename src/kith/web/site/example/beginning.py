"""The platform's first day: its areas and the two who run them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kith.domain.vocabulary.actors import Actor
from kith.web.access.models import Person, RoleHolding
from kith.web.access.roles import Role
from kith.web.audit.recording import recorded
from kith.web.organisations.models import Area


if TYPE_CHECKING:
    from datetime import datetime


HERE = "E06000024"
MANAGER, REGION, ADMINISTRATOR = "business.manager", "regional.manager", "administrator"
BEGUN = (MANAGER, REGION, ADMINISTRATOR)
"""Whose roles the platform itself gives on its first day."""


_MANAGES = Role.BUSINESS_MANAGER


@dataclass(frozen=True)
class Begun:
    """What stands after the first minute."""

    areas: dict[str, Area]
    people: dict[str, Person]


def begin(places: list[dict[str, Any]], at: datetime) -> Begun:
    """Areas, and the first people: nobody could be invited by anybody yet."""
    areas = {
        one["code"]: Area.objects.create(
            code=one["code"],
            name=one["name"],
            first_on=one.get("from"),
            last_on=one.get("to"),
        )
        for one in places
    }
    people = {
        MANAGER: _first(("Marguerite Okell", MANAGER), _MANAGES, [HERE], at),
        REGION: _first(("Sabina Thornhill", REGION), _MANAGES, list(areas), at),
        ADMINISTRATOR: _first(
            ("Ravi Pettigrew", ADMINISTRATOR), Role.SYSTEM_ADMINISTRATOR, [""], at
        ),
    }
    return Begun(areas, people)


def _first(who: tuple[str, str], role: Role, areas: list[str], at: datetime) -> Person:
    name, mailbox = who
    with recorded(actor=Actor.platform("set-up"), at=at, verb="access.set_up") as event:
        person = Person.objects.create(
            email=f"{mailbox}@example.org", name=name, added_at=at
        )
        for area in areas:
            RoleHolding.objects.create(
                person=person,
                role=role,
                area=area,
                first_on=at.date(),
                given_at=at,
            )
        event.about(person, areas=areas)
    return person
