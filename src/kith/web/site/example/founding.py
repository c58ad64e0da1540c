"""How the example began: places, organisations, people and the roles they hold."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from kith.web.access.people.actions import Given, Guest, give_role, invite_person
from kith.web.access.roles import Role
from kith.web.organisations.actions import (
    Described,
    add_organisation,
    employ_person,
    found_partnership,
    record_succession,
)
from kith.web.organisations.models import Sector, SuccessionKind
from kith.web.site.example.beginning import BEGUN, HERE, MANAGER, REGION, begin


if TYPE_CHECKING:
    from kith.web.site.example.timeline import Timeline


FOUNDED = date(2019, 6, 26)
"""When the report says that the arrangements were published."""


SECTORS = {
    "north-somerset-council": Sector.COUNCIL,
    "avon-and-somerset-police": Sector.POLICE,
    "bnssg-ccg": Sector.HEALTH,
}
SITE = "https://kith.example.org/"


def add_founding(
    timeline: Timeline, places: dict[str, Any], people: list[dict[str, Any]]
) -> None:
    """Everything of the first day, in the order in which it is needed."""
    timeline.add(FOUNDED, lambda at: _places(timeline, places, at))
    timeline.add(FOUNDED, lambda at: _organisations(timeline, places, at), minutes=1)
    timeline.add(FOUNDED, lambda at: _people(timeline, people, at), minutes=2)


def _places(timeline: Timeline, told: dict[str, Any], at: datetime) -> None:
    begun = begin(told["areas"], at)
    for mailbox, person in begun.people.items():
        timeline.keep("person", mailbox, person)
    for code, area in begun.areas.items():
        timeline.keep("area", code, area)
    manager = timeline.viewer(REGION, at)
    region = found_partnership(
        viewer=manager,
        at=at,
        name="Avon and Somerset strategic safeguarding partnership",
        code="avon-and-somerset",
        areas=[begun.areas[code] for code in told["region"]],
    )
    here = found_partnership(
        viewer=manager,
        at=at,
        name="North Somerset Safeguarding Children Partnership",
        code="north-somerset",
        areas=[begun.areas[HERE]],
        above=region,
    )
    timeline.keep("partnership", here.code, here)


def _organisations(timeline: Timeline, told: dict[str, Any], at: datetime) -> None:
    manager = timeline.viewer(REGION, at)
    for one in told["organisations"]:
        code = one["code"]
        made = add_organisation(
            viewer=manager,
            at=at,
            described=Described(
                name=one["name"],
                kind=one["kind"].upper(),
                sector=SECTORS.get(code, ""),
                areas=tuple(one["covers"]),
                first_on=one.get("from"),
                last_on=one.get("to"),
                code=code,
            ),
        )
        timeline.keep("organisation", code, made)
    for one in told["successions"]:
        record_succession(
            viewer=manager,
            at=at,
            before=timeline.find("organisation", one["before"]).pk,
            after=timeline.find("organisation", one["after"]).pk,
            on=one["on"],
            kind=SuccessionKind(one["how"].upper()),
        )


def _people(timeline: Timeline, people: list[dict[str, Any]], at: datetime) -> None:
    manager = timeline.viewer(MANAGER, at)
    for one in people:
        mailbox = one["email"].removesuffix("@example.org")
        if mailbox not in timeline.made["person"]:
            guest = Guest(name=one["name"], email=one["email"], area=HERE)
            made = invite_person(viewer=manager, at=at, now=at, guest=guest, site=SITE)
            timeline.keep("person", mailbox, made)
        person = timeline.find("person", mailbox)
        timeline.keep("works_for", mailbox, one["organisation"])
        employ_person(
            viewer=manager,
            at=at,
            person=person,
            organisation=timeline.find("organisation", one["organisation"]),
            first_on=at.date(),
        )
        for held in _roles(one):
            _give(timeline, person, one, held, at)
    timeline.forget_viewers()


def _roles(one: dict[str, Any]) -> list[dict[str, Any]]:
    begun = one["email"].removesuffix("@example.org") in BEGUN
    own = [one] if "role" in one and not begun else []
    return [*own, *one.get("also", [])]


def _give(
    timeline: Timeline,
    person: Any,
    one: dict[str, Any],
    held: dict[str, Any],
    at: datetime,
) -> None:
    role = Role(held["role"])
    give_role(
        viewer=timeline.viewer(MANAGER, at),
        at=at,
        person=person.pk,
        given=Given(
            role=role,
            area=HERE,
            first_on=held.get("from", at.date()),
            last_on=held.get("to"),
            is_deputy=held.get("deputy", False),
            organisation=one["organisation"],
        ),
    )
