"""Who in the example lets figures stand beside others', who does not, and who is asked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kith.domain.vocabulary.definitions import Definition
from kith.web.access.people.actions import Given, Guest, give_role, invite_person
from kith.web.access.roles import Role
from kith.web.benchmarks.actions import (
    Asked,
    Noted,
    Said,
    ask_consent,
    give_consent,
    note_measure,
    refuse_consent,
)
from kith.web.benchmarks.values import Party
from kith.web.organisations.actions import (
    Described,
    add_organisation,
    employ_person,
)
from kith.web.site.example.beginning import HERE, REGION
from kith.web.site.example.founding import SITE
from kith.web.site.example.returned import ANALYST


if TYPE_CHECKING:
    from datetime import datetime

    from kith.web.organisations.models import Organisation
    from kith.web.site.example.timeline import Timeline


JOINED, AGREED, ANSWERED = date(2020, 11, 11), date(2020, 11, 12), date(2020, 11, 16)
NOTED, ASKED = date(2020, 11, 18), date(2021, 1, 11)
BRISTOL, SOMERSET = "E06000023", "E10000027"
OTHERS = (BRISTOL, "E06000025", "E06000022", SOMERSET)
"""The region's four others: one analyst checks what they send."""
NEIGHBOUR, COUNCIL = "regional.analyst", "bristol-city-council"
WHY = "The region's executives compare the five areas once a year, to learn from them."
FORCE = (
    "Counted by the force over its whole area, and given to the area in which the child "
    "lives."
)
POLICE, HEALTH = "avon-and-somerset-police", "bnssg-ccg"


def add_consents(timeline: Timeline) -> None:
    """Four areas and the police here say yes, one area no; health is asked."""
    timeline.add(JOINED, lambda at: _join(timeline, at))
    timeline.add(AGREED, lambda at: _ask_areas(timeline, at))
    timeline.add(ANSWERED, lambda at: _answer(timeline, at))
    timeline.add(NOTED, lambda at: _note(timeline, at))
    timeline.add(ASKED, lambda at: _ask_health(timeline, at))


def _join(timeline: Timeline, at: datetime) -> None:
    manager = timeline.viewer(REGION, at)
    guest = Guest(
        name="Calla Winterbourne", email=f"{NEIGHBOUR}@example.org", area=BRISTOL
    )
    person = invite_person(viewer=manager, at=at, now=at, guest=guest, site=SITE)
    timeline.keep("person", NEIGHBOUR, person)
    employ_person(
        viewer=manager,
        at=at,
        person=person,
        organisation=_council(timeline, at),
        first_on=at.date(),
    )
    for area in OTHERS:
        given = Given(
            role=Role.DATA_ANALYST,
            area=area,
            first_on=at.date(),
            organisation=COUNCIL,
        )
        give_role(viewer=manager, at=at, person=person.pk, given=given)
    timeline.forget_viewers()


def _council(timeline: Timeline, at: datetime) -> Organisation:
    known: dict[str, Organisation] = timeline.made["organisation"]
    if COUNCIL not in known:
        described = Described(
            name="Bristol City Council",
            kind="COUNCIL",
            sector="",
            areas=(BRISTOL,),
            code=COUNCIL,
        )
        manager = timeline.viewer(REGION, at)
        made = add_organisation(viewer=manager, at=at, described=described)
        timeline.keep("organisation", COUNCIL, made)
    return known[COUNCIL]


def _ask_areas(timeline: Timeline, at: datetime) -> None:
    analyst = timeline.viewer(ANALYST, at)
    give_consent(viewer=analyst, at=at, said=Said(_party(timeline, HERE)))
    for area in OTHERS:
        asked = Asked(_party(timeline, area), WHY)
        ask_consent(viewer=analyst, at=at, asked=asked)


def _answer(timeline: Timeline, at: datetime) -> None:
    theirs = timeline.viewer(NEIGHBOUR, at)
    for area in OTHERS:
        party = _party(timeline, area)
        if area == SOMERSET:
            because = "Its counts from before April 2020 are being checked."
            said = Said(party, reason=because)
            refuse_consent(viewer=theirs, at=at, said=said)
        else:
            give_consent(viewer=theirs, at=at, said=Said(party))
    police = Said(_party(timeline, HERE, POLICE))
    give_consent(viewer=timeline.viewer("police.partner", at), at=at, said=police)


def _ask_health(timeline: Timeline, at: datetime) -> None:
    asked = Asked(_party(timeline, HERE, HEALTH), WHY)
    ask_consent(viewer=timeline.viewer(ANALYST, at), at=at, asked=asked)


def _note(timeline: Timeline, at: datetime) -> None:
    """How the areas hold some measures, and on whose ground the police count."""
    theirs, here = timeline.viewer(NEIGHBOUR, at), timeline.viewer(ANALYST, at)
    share, abuse = "re_referral_share", "domestic_abuse_notification_rate"
    same, other, none = Definition.AGREED, Definition.DIFFERS, Definition.NOT_HELD
    for viewer, area, measure, definition, how, footprint in (
        (theirs, BRISTOL, share, same, "", ""),
        (theirs, "E06000025", share, same, "", ""),
        (theirs, "E06000022", share, other, "A sibling group counts once.", ""),
        (theirs, SOMERSET, "early_help_started", none, "Schools hold it.", ""),
        (here, HERE, share, same, "", ""),
        (here, HERE, abuse, same, "", FORCE),
    ):
        noted = Noted(timeline.find("area", area), measure, definition, how, footprint)
        note_measure(viewer=viewer, at=at, noted=noted)


def _party(timeline: Timeline, area: str, organisation: str = "") -> Party:
    whose = timeline.find("organisation", organisation) if organisation else None
    return Party(timeline.find("area", area), whose)
