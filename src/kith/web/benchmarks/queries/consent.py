"""Reads of consent: who lets figures stand beside others', who was asked, who may answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import DatabaseError
from django.db.models import Exists, OuterRef, Q

from kith.contracts.published.owners import (
    COUNTED_FROM_POLICE_ROWS,
    HEALTH,
    POLICE,
)
from kith.domain.rules.figure_consent import EVERY_MEASURE, Answer, Answered, consents
from kith.web.access.permissions import Permission as P
from kith.web.benchmarks.models import ConsentAsk, FigureConsent
from kith.web.benchmarks.policies import why_not_answer
from kith.web.benchmarks.queries.statistics import catalogue
from kith.web.benchmarks.values import Party, Shared
from kith.web.bodies.queries import spoken_for
from kith.web.organisations.models import Area, Footprint, Organisation, Sector
from kith.web.organisations.models.organisations import OrganisationKind
from kith.web.published.owners import OWNERS


if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kith.web.access.viewer import Viewer


UNKNOWN = "unknown"
_KINDS = {
    POLICE: (Sector.POLICE, OrganisationKind.POLICE),
    HEALTH: (Sector.HEALTH, OrganisationKind.NHS),
}
_NO_AGENCY = {
    POLICE: "any police force on record there",
    HEALTH: "any health body on record there",
    UNKNOWN: "whoever counts it: the register does not know it",
}


@dataclass(frozen=True)
class Standing:
    """What a party has said last: of every measure, and of single ones."""

    party: Party
    every: FigureConsent | None
    single: tuple[FigureConsent, ...]


def answers(viewer: Viewer) -> QuerySet[FigureConsent]:
    """Everything that was said, the latest first."""
    if not viewer.may(P.BENCHMARK_SEE):
        return FigureConsent.objects.none()
    rows = FigureConsent.objects.select_related("area", "organisation", "said_by")
    return rows.order_by("-said_at", "area", "-number", "id")


def standing(viewer: Viewer, day: date) -> list[Standing]:
    """What each area, and its police and health, said last; by area."""
    latest: dict[tuple[str, UUID | None], dict[str, FigureConsent]] = {}
    for one in answers(viewer).order_by("area", "number"):
        latest.setdefault((one.area_id, one.organisation_id), {})[one.measure] = one
    found = []
    for party in parties(viewer, day):
        whose = party.organisation.pk if party.organisation else None
        said = dict(latest.get((party.area.pk, whose), {}))
        every = said.pop(EVERY_MEASURE, None)
        found.append(Standing(party, every, tuple(said[at] for at in sorted(said))))
    return found


def parties(viewer: Viewer, day: date) -> list[Party]:
    """Every area there is, each followed by its police and its health of the day."""
    if not viewer.may(P.BENCHMARK_SEE) and not viewer.may(P.CONSENT_ANSWER):
        return []
    begun = Q(first_on__isnull=True) | Q(first_on__lte=day)
    not_over = Q(last_on__isnull=True) | Q(last_on__gte=day)
    areas = list(Area.objects.filter(begun, not_over).order_by("name", "code"))
    theirs = {
        agency: _agencies(agency, [one.code for one in areas], day)
        for agency in (POLICE, HEALTH)
    }
    return [
        party
        for area in areas
        for party in (
            Party(area),
            *(
                Party(area, organisation)
                for agency in theirs.values()
                for organisation in agency.get(area.code, ())
            ),
        )
    ]


def parties_to_answer_for(viewer: Viewer, day: date) -> list[Party]:
    """Those in whose name this viewer may answer."""
    mine = spoken_for(viewer)
    return [
        one for one in parties(viewer, day) if not why_not_answer(viewer, one, mine)
    ]


def open_asks(viewer: Viewer) -> QuerySet[ConsentAsk]:
    """What was asked and has had no answer since, the oldest first."""
    if not viewer.may(P.BENCHMARK_SEE):
        return ConsentAsk.objects.none()
    return _unanswered()


def asked_of(viewer: Viewer) -> list[ConsentAsk]:
    """What is asked of those in whose name this viewer may answer."""
    areas, leads = viewer.areas(P.CONSENT_AREA), viewer.areas(P.CONSENT_AGENCY)
    if not areas | leads:
        return []
    own = Q(organisation__isnull=True, area__in=areas)
    agencys = Q(organisation__in=spoken_for(viewer), area__in=leads)
    return list(_unanswered().filter(own | agencys))


def shared(
    viewer: Viewer, measure: str, areas: Sequence[str], day: date
) -> dict[str, Shared]:
    """Whether each area's figure of the measure may stand beside others' that day.

    For anybody; what nobody consented to stays out, and so does all of it where the
    database is away.
    """
    if not viewer.may_see_published:
        return {}
    try:
        names, told = _told(measure, areas)
        agency = _owner(viewer, measure)
        theirs = _agencies(agency, areas, day) if agency in _KINDS else {}
    except DatabaseError:
        names, told, agency, theirs = {}, {}, "", {}
    own, found = viewer.areas(P.BENCHMARK_SEE), {}
    for code in areas:
        asked: list[tuple[UUID | None, str]] = [(None, names.get(code, "the area"))]
        asked += [(one.pk, one.name) for one in theirs.get(code, ())]
        missing = [
            name
            for whose, name in asked
            if not consents(told.get((code, whose), ()), measure, day)
        ]
        if agency and not theirs.get(code):
            missing.append(_NO_AGENCY[agency])
        found[code] = Shared(tuple(missing), agency, is_own=code in own)
    return found


def _owner(viewer: Viewer, measure: str) -> str:
    """The police or health whose figures these are besides the area's; empty for none.

    An indicator that the register does not know is nobody's to give.
    """
    owners = OWNERS.of(viewer)
    if measure in owners:
        return owners[measure] if owners[measure] in _KINDS else ""
    if measure in COUNTED_FROM_POLICE_ROWS:
        return POLICE
    known = {one.code: one for one in catalogue(viewer)}
    is_unknown = measure in known and known[measure].is_indicator
    return UNKNOWN if is_unknown else ""


def _told(
    measure: str, areas: Collection[str]
) -> tuple[dict[str, str], dict[tuple[str, UUID | None], list[Answered]]]:
    names = dict(Area.objects.filter(code__in=areas).values_list("code", "name"))
    rows = FigureConsent.objects.filter(
        area__in=areas, measure__in=[EVERY_MEASURE, measure]
    )
    told: dict[tuple[str, UUID | None], list[Answered]] = {}
    for one in rows.order_by("number"):
        said = Answered(one.measure, Answer(one.answer), one.first_on, one.last_on)
        told.setdefault((one.area_id, one.organisation_id), []).append(said)
    return names, told


def _agencies(
    agency: str, areas: Iterable[str], day: date
) -> dict[str, list[Organisation]]:
    """The police or health of each area: the statutory partner, else all of the kind."""
    sector, kind = _KINDS[agency]
    rows = (
        Footprint.objects.standing_on(day)
        .filter(area__in=list(areas))
        .filter(Q(organisation__sector=sector) | Q(organisation__kind=kind))
        .filter(organisation__in=Organisation.objects.standing_on(day))
        .select_related("organisation")
        .order_by("organisation__name", "organisation")
    )
    found: dict[str, list[Organisation]] = {}
    for one in rows:
        found.setdefault(one.area_id, []).append(one.organisation)
    return {
        code: [one for one in every if one.sector == sector] or every
        for code, every in found.items()
    }


def _unanswered() -> QuerySet[ConsentAsk]:
    same = FigureConsent.objects.filter(
        Q(measure=OuterRef("measure")) | Q(measure=EVERY_MEASURE),
        area=OuterRef("area"),
        number__gt=OuterRef("after"),
    )
    of_the_area = same.filter(organisation__isnull=True)
    of_an_agency = same.filter(organisation=OuterRef("organisation"))
    return (
        ConsentAsk.objects.exclude(Q(organisation__isnull=True) & Exists(of_the_area))
        .exclude(Q(organisation__isnull=False) & Exists(of_an_agency))
        .select_related("area", "organisation", "asked_by")
        .order_by("asked_at", "id")
    )
